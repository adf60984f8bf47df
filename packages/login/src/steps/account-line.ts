import { html, nothing, type TemplateResult } from 'lit';
import type { Screen } from './screen.js';

/** Whose sign-in it is, and the way out for whoever it is not. */
export function accountLine(
  { words, pending, act }: Screen,
  identifier: string | undefined,
): TemplateResult {
  return html`<div class="account quiet">
    <bdi class="truncated muted" title=${identifier ?? nothing}>${identifier}</bdi>
    <button
      class="link"
      type="button"
      aria-busy=${pending === 'restart' ? 'true' : nothing}
      @click=${() => act({ action: 'restart' })}
    >
      ${words.common.useAnotherAccount}
    </button>
  </div>`;
}
