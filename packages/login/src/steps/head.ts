import { html, nothing, type TemplateResult } from 'lit';
import { webAddress } from '@tesserakit/domain';
import type { Application } from './screen.js';

/** The top of the card: whose pages these are, what this step is, and one sentence about it. */
export function head(
  application: Application | undefined,
  title: string | TemplateResult,
  sentence?: string | TemplateResult,
): TemplateResult {
  const logo = webAddress(application?.logoUrl);
  return html`<header class="head">
    <div class="brand">
      <span class="logo">
        <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
          <rect x="4" y="4" width="11" height="11" rx="2.5" />
          <rect x="17" y="4" width="11" height="11" rx="2.5" opacity="0.35" />
          <rect x="4" y="17" width="11" height="11" rx="2.5" opacity="0.35" />
          <rect x="17" y="17" width="11" height="11" rx="2.5" />
        </svg>
        ${
          logo
            ? html`<img src=${logo} alt="" referrerpolicy="no-referrer" @error=${hide} />`
            : nothing
        }
      </span>
      <bdi class="truncated">${application?.name}</bdi>
    </div>
    <h1 tabindex="-1">${title}</h1>
    <p class="purpose">${sentence}</p>
  </header>`;
}

function hide(event: Event): void {
  (event.target as HTMLElement).hidden = true;
}
