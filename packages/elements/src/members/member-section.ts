import type { TesseraError } from '@tesserakit/client';
import { html, nothing, type TemplateResult } from 'lit';
import { isUncertain } from '../data/deed.js';
import type { Words } from '../text/catalogue.js';
import { reasonFor } from '../text/open-words.js';
import { endingIn } from '../text/sentences.js';
import { chevronDownIcon, circleAlertIcon, lockIcon } from '../theme/icons.js';
import { retryButton } from '../theme/retry.js';

export { named, reasonFor } from '../text/open-words.js';
export { moment, sentenceWith } from '../text/sentences.js';

/** The sentences that every part of the screen uses. */
export type DetailWords = Words<'actions' | 'memberDetail' | 'members' | 'roleNames'>;

export type SectionName = keyof DetailWords['memberDetail']['sections'];

/** One part of the screen under its heading; one that folds shows its content only while it is open. */
export function section(
  words: DetailWords,
  name: SectionName,
  content: TemplateResult,
  fold?: { readonly open: boolean; toggle(): void },
): TemplateResult {
  const title = words.memberDetail.sections[name];
  return html`<section part="section" data-section=${name} aria-labelledby="heading-${name}">
    <h3 id="heading-${name}">
      ${
        fold
          ? html`<button
              type="button"
              class="fold"
              aria-expanded=${fold.open}
              aria-controls="content-${name}"
              @click=${() => fold.toggle()}
            >
              ${title} ${chevronDownIcon}
            </button>`
          : title
      }
    </h3>
    <div class="content" id="content-${name}" ?hidden=${fold && !fold.open}>${content}</div>
  </section>`;
}

/** What a part shows in place of what it could not load. */
export function sectionFailure(
  words: DetailWords,
  error: TesseraError,
  retry: () => void,
): TemplateResult {
  const { memberDetail, common } = words;
  if (error.code === 'forbidden') {
    return html`<p class="muted" role="alert">${memberDetail.sectionForbidden}</p>`;
  }
  return html`<div class="failure" role="alert">
    <p class="refusal">
      ${circleAlertIcon}
      <span>
        ${memberDetail.sectionFailed} ${words.errors[error.code]}
        ${error.requestId ? html`<code>${common.requestId(error.requestId)}</code>` : nothing}
      </span>
    </p>
    ${retryButton(words, { error, run: retry })}
  </div>`;
}

/** Lines in the place of what is on its way. */
export function skeletonLines(words: DetailWords, count = 2): TemplateResult {
  return html`<div class="skeleton" aria-busy="true">
    <span class="hidden">${words.common.loading}</span>
    ${Array.from({ length: count }, () => html`<i></i>`)}
  </div>`;
}

/** Why a deed was refused, what became of it, and how long it takes until it can be tried again. */
export function deedRefusal(
  words: DetailWords,
  error: TesseraError | undefined,
  wait: number,
  kept = words.common.unharmed,
): TemplateResult {
  if (!error) return html``;
  const { retryAfter, requestId, code } = error;
  return html`<p class="refusal" role="alert">
      ${circleAlertIcon}
      <span>
        ${words.errors[code]} ${isUncertain(error) ? words.actions.uncertain : kept}
        ${requestId ? html`<code>${words.common.requestId(requestId)}</code>` : nothing}
      </span>
    </p>
    ${retryAfter && wait > 0 ? html`<p class="hint">${words.common.retryAfter(wait)}</p>` : nothing}`;
}

/** A button for a deed; one that the person may not do can be reached, and tells the reason. */
export function deedButton(
  words: DetailWords,
  button: {
    readonly id: string;
    readonly label: string;
    readonly look?: string;
    /** From the `actions` of what it is done to. */
    readonly verdict: true | string | undefined;
    readonly busy?: boolean;
    run(): void;
  },
): TemplateResult {
  const reason = reasonFor(words, button.verdict ?? 'forbidden');
  const off = Boolean(reason) || button.busy;
  return html`<button
      type="button"
      id=${button.id}
      class="button ${button.look ?? ''}"
      aria-disabled=${off ? 'true' : nothing}
      aria-describedby=${reason ? `reason-${button.id}` : nothing}
      @click=${() => {
        if (!off) button.run();
      }}
    >
      ${button.label}
    </button>
    ${
      reason
        ? html`<span class="reason" id="reason-${button.id}"
            >${lockIcon} <span>${reason}</span></span
          >`
        : nothing
    }`;
}

/** When something ends, or has ended. */
export function ending(words: DetailWords, iso: string): TemplateResult {
  return endingIn(words, words.memberDetail, iso);
}
