import { html, nothing, type TemplateResult } from 'lit';

/** What is wrong with a field; the field points at it by the id. */
export function problemText(id: string, problem: string | undefined): TemplateResult {
  return html`<p class="problem" id=${id}>
    ${problem ? html`${alertIcon}<span>${problem}</span>` : nothing}
  </p>`;
}

/**
 * The one obvious button of a form. While the server is asked it stays as wide as it is and keeps
 * the focus, which a button that is `disabled` would lose to the page.
 */
export function submitButton(label: string, busy: boolean, unavailable = false): TemplateResult {
  return html`<button
    class="button primary wide"
    type="submit"
    aria-busy=${busy ? 'true' : nothing}
    aria-disabled=${busy || unavailable ? 'true' : nothing}
  >
    <span>${label}</span>
  </button>`;
}

export const alertIcon = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
  <circle cx="12" cy="12" r="10" />
  <path d="M12 8v4" />
  <path d="M12 16h.01" />
</svg>`;
