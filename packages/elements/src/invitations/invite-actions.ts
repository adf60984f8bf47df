import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../text/catalogue.js';

type ActionWords = Words<'inviting' | 'actions'>;

/** What a person can do now, and to how many people. */
export interface ActionView {
  readonly busy: boolean;
  /** Whom the next press invites. */
  readonly count: number;
}

/** The buttons below what is entered. */
export function draftActions(
  { inviting, actions }: ActionWords,
  { busy, count, blank, unable }: ActionView & { blank: boolean; unable: boolean },
  deeds: { discard(): void; close(): void },
): TemplateResult {
  return html`${
      blank || busy
        ? nothing
        : html`<button
              type="button"
              class="button quiet discard"
              aria-describedby="keeps"
              @click=${() => deeds.discard()}
            >
              ${inviting.discard}
            </button>
            <span class="hint keeps" id="keeps">${inviting.closeKeeps}</span>`
    }
    <button type="button" class="button close" @click=${() => deeds.close()}>
      ${actions.close}
    </button>
    <button class="button primary" aria-disabled=${busy || unable} aria-describedby="roles">
      ${busy ? inviting.sending(count) : inviting.submit(count)}
    </button>`;
}

/** The buttons below what became of it. */
export function outcomeActions(
  { inviting }: ActionWords,
  { busy, count, done }: ActionView & { done: boolean },
  deeds: { again(): void; close(): void },
): TemplateResult {
  const again = html`<button type="button" class="button" @click=${() => deeds.again()}>
    ${done ? inviting.more : inviting.change}
  </button>`;
  if (done) {
    return html`${again}
      <button type="button" class="button primary" @click=${() => deeds.close()}>
        ${inviting.done}
      </button>`;
  }
  return html`${again}
  ${
    count > 0
      ? html`<button class="button primary" aria-disabled=${busy}>
          ${busy ? inviting.sending(count) : inviting.retryFailed(count)}
        </button>`
      : nothing
  }`;
}
