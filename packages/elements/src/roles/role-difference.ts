import { html, nothing, type TemplateResult } from 'lit';
import { circleAlertIcon, triangleAlertIcon } from '../theme/icons.js';
import type { Outcome, Unsaved } from './role-assignment.js';
import { choiceIn, type RoleDraft, type RolePart } from './role-draft.js';
import type { Failure } from './role-saving.js';
import { holdingInFull, placeOf, sentencesOf, type AssignerWords } from './role-sentences.js';

/** What is not saved yet, and what can be done about it. */
export interface BarLook {
  readonly words: AssignerWords;
  readonly unsaved: readonly Unsaved[];
  readonly failures: readonly (Failure & { readonly part: RolePart })[];
  readonly contested: readonly RolePart[];
  readonly outcome: Outcome | undefined;
  readonly busy: boolean;
  /** Seconds until the server takes it again. */
  readonly wait: number;
  save(): void;
  discard(): void;
}

/** Above this number of letters they may have to be scrolled, by keyboard as well. */
const long = 180;

/** A bar with what saving would do, why it was not done, and the way on or back. */
export function unsavedBar(look: BarLook): TemplateResult | typeof nothing {
  const { words, unsaved, contested, busy, wait, save, discard, failures } = look;
  if (unsaved.length === 0 && contested.length === 0) return nothing;
  const { actions, roleAssignment, common } = words;
  const sentences = unsaved.flatMap(({ part, difference }) => sentencesOf(words, part, difference));
  return html`<section class="bar" part="bar" aria-label=${roleAssignment.unsaved}>
    ${failures.length > 0 ? refusals(look) : nothing}
    <p class="difference" tabindex=${sentences.join('').length > long ? 0 : nothing}>
      ${sentences.map((sentence) => html`<span>${sentence}</span> `)}
      ${contested.length > 0 ? html`<span class="muted">${roleAssignment.decide}</span>` : nothing}
    </p>
    ${wait > 0 ? html`<p class="hint" id="wait">${common.retryAfter(wait)}</p>` : nothing}
    <div class="deeds">
      <button class="button quiet" type="button" aria-disabled=${busy} @click=${discard}>
        ${actions.discard}
      </button>
      ${
        unsaved.length > 0
          ? html`<button
              class="button primary"
              type="button"
              aria-describedby=${wait > 0 ? 'wait' : nothing}
              aria-disabled=${busy || wait > 0}
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

function refusals({ words, failures, outcome }: BarLook) {
  const { roleAssignment, actions, errors, common } = words;
  const { saved, asked } = outcome ?? { saved: [], asked: 0 };
  const total = new Intl.NumberFormat(words.language).format(asked);
  return html`<div class="refusals" role="alert">
    ${saved.length > 0 ? html`<p>${roleAssignment.savedSome(saved.length, total)}</p>` : nothing}
    ${failures.map(
      ({ part, error, uncertain }) =>
        html`<p class="refusal">
          ${circleAlertIcon}
          <span>
            ${errors[error.code]}
            ${uncertain ? actions.uncertain : roleAssignment.notSaved(placeOf(words, part))}
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
