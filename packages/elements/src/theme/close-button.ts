import { html, type TemplateResult } from 'lit';
import { xIcon } from './icons.js';

/** The small button that makes what it stands in go away. */
export function closeButton(label: string, close: () => void): TemplateResult {
  return html`<button
    type="button"
    class="button quiet icon-only"
    aria-label=${label}
    title=${label}
    @click=${close}
  >
    ${xIcon}
  </button>`;
}
