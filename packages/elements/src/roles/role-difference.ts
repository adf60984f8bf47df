import type { TesseraError } from '@tesserakit/client';
import { html, nothing, type TemplateResult } from 'lit';
import { circleAlertIcon, triangleAlertIcon } from '../theme/icons.js';
import { choiceIn, type Difference, type RoleDraft, type RolePart } from './role-draft.js';
import { holdingInFull, placeOf, sentencesOf, type AssignerWords } from './role-sentences.js';

/** What is not saved yet, and what can be done about it. */
export interface Unsaved {
  readonly words: AssignerWords;
  readonly differences: readonly { readonly part: RolePart; readonly difference: Difference }[];
  readonly failures: readonly { readonly part: RolePart; readonly error: TesseraError }[];
  readonly contested: readonly RolePart[];
  /** How many parts of the last attempt were saved, where it did not save all of them. */
  readonly savedSome: string | undefined;
  readonly busy: boolean;
  save(): void;
  discard(): void;
}

/** A bar with what saving would do, why it was not done, and the way on or back. */
export function unsavedBar(unsaved: Unsaved): TemplateResult | typeof nothing {
  const { words, differences, contested, busy, save, discard, failures } = unsaved;
  if (differences.length === 0 && contested.length === 0) return nothing;
  const { actions, roleAssignment, common } = words;
  const sentences = differences.flatMap(({ part, difference }) =>
    sentencesOf(words, part, difference),
  );
  return html`<section class="bar" part="bar" aria-label=${roleAssignment.unsaved}>
    ${failures.length > 0 ? refusals(unsaved) : nothing}
    <p class="difference">
      ${sentences.map((sentence) => html`<span>${sentence}</span> `)}
      ${contested.length > 0 ? html`<span class="muted">${roleAssignment.decide}</span>` : nothing}
    </p>
    <div class="deeds">
      <button class="button quiet" type="button" aria-disabled=${busy} @click=${discard}>
        ${actions.discard}
      </button>
      ${
        differences.length > 0
          ? html`<button
              class="button primary"
              type="button"
              aria-disabled=${busy}
              aria-busy=${busy}
              @click=${save}
            >
              ${busy ? actions.saving : failures.length > 0 ? common.retry : actions.save}
            </button>`
          : nothing
      }
    </div>
  </section>`;
}

/** Codes after which nobody knows whether the part was saved. */
const unknowing = new Set(['network', 'timeout', 'server_error', 'invalid_response']);

function refusals({ words, failures, savedSome }: Unsaved) {
  const { roleAssignment, actions, errors, common } = words;
  return html`<div class="refusals" role="alert">
    ${savedSome ? html`<p>${savedSome}</p>` : nothing}
    ${failures.map(
      ({ part, error }) =>
        html`<p class="refusal">
          ${circleAlertIcon}
          <span>
            ${errors[error.code]}
            ${
              unknowing.has(error.code)
                ? actions.uncertain
                : roleAssignment.notSaved(placeOf(words, part))
            }
            ${error.retryAfter ? common.retryAfter(error.retryAfter) : nothing}
            ${error.requestId ? html`<code>${common.requestId(error.requestId)}</code>` : nothing}
          </span>
        </p>`,
    )}
  </div>`;
}

/** What is there now beside what was chosen, where somebody else has changed a part meanwhile. */
export function contest(
  words: AssignerWords,
  part: RolePart,
  draft: RoleDraft,
  deeds: { takeNow(): void; keepMine(): void },
): TemplateResult {
  const { contested, now, yours, takeNow, keepMine } = words.roleAssignment;
  return html`<div class="contest" part="conflict" role="alert">
    <p class="why">${triangleAlertIcon} ${contested(placeOf(words, part))}</p>
    <div class="sides">
      ${side(now, holdingInFull(words, part, part.held), takeNow, deeds.takeNow)}
      ${side(yours, holdingInFull(words, part, choiceIn(part, draft)), keepMine, deeds.keepMine)}
    </div>
  </div>`;
}

function side(title: string, holding: string, label: string, take: () => void) {
  return html`<div class="side">
    <strong>${title}</strong>
    <p>${holding}</p>
    <button class="button" type="button" @click=${take}>${label}</button>
  </div>`;
}
