import type { CSSResult, ReactiveElement } from 'lit';

/** An element that is given more to look at when more of it is used. */
export function addStyles(host: ReactiveElement, styles: readonly CSSResult[]): void {
  const sheets = (host.renderRoot as ShadowRoot).adoptedStyleSheets;
  for (const { styleSheet } of styles) {
    if (styleSheet && !sheets.includes(styleSheet)) sheets.push(styleSheet);
  }
}
