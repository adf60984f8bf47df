import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../text/catalogue.js';
import { closeButton } from '../theme/close-button.js';
import { circleAlertIcon, circleCheckIcon } from '../theme/icons.js';
import { refusal } from '../theme/refusal.js';
import type { MatrixChanges } from './matrix-changes.js';
import { holdingOf, missing } from './matrix-holdings.js';
import { refusalIn } from './matrix-words.js';

type BarWords = Words<'accessMatrix' | 'accessEditing' | 'actions'>;

/** What can be done to selected cells. */
export interface SelectionDeeds {
  /** Absent where nothing may be changed. */
  readonly edit?: { open(event: Event): void; give(): void; take(): void } | undefined;
  copy(): void;
  clear(): void;
}

/** What stands in place of the toolbar while cells are selected. */
export function selectionBar(
  { accessEditing }: BarWords,
  count: number,
  { edit, copy, clear }: SelectionDeeds,
): TemplateResult {
  const button = (label: string, run: (event: Event) => void, icon: unknown = nothing) =>
    html`<button class="button" type="button" @click=${run}>${icon}${label}</button>`;
  return html`<div class="toolbar selection" part="selection">
    <strong>${accessEditing.selected(count)}</strong>
    ${
      edit
        ? html`${button(accessEditing.changeRoles, edit.open)}
          ${button(accessEditing.give, edit.give)} ${button(accessEditing.take, edit.take)}`
        : nothing
    }
    ${button(accessEditing.copy, copy)} ${closeButton(accessEditing.clear, clear)}
  </div>`;
}

/** Lines above the grid: what was refused of the last change, and what became of the last save. */
export function outcomes(
  words: BarWords,
  changes: MatrixChanges,
  { close, putBack }: { close(): void; putBack(): void },
): TemplateResult | typeof nothing {
  const { accessEditing, common, actions } = words;
  const { effect, saving } = changes;
  if (effect) {
    return html`<div class="outcome" part="outcome" role="alert">
      <p class="refusal">
        ${circleAlertIcon}
        <span
          >${[...effect.refused].map(
            ([code, number]) => html`${accessEditing.refused(number, refusalIn(words, code))} `,
          )}</span
        >
      </p>
      ${closeButton(actions.close, close)}
    </div>`;
  }
  if (!saving || saving.busy) return nothing;
  const { done, refused, error, cancelled } = saving;
  return html`<div class="outcome" part="outcome">
    <div class="told">
      ${done > 0 ? html`<p class="summary">${circleCheckIcon}<span>${accessEditing.savedSome(done)}</span></p>` : nothing}
      ${refused > 0 ? html`<p class="refusal" role="alert">${circleAlertIcon}<span>${accessEditing.notSavedSome(refused)}</span></p>` : nothing}
      ${refusal(words, { error, kept: accessEditing.stopped, again: () => void changes.resume() })}
      ${cancelled ? html`<p class="summary"><span>${accessEditing.stopped}</span></p>` : nothing}
    </div>
    ${
      cancelled
        ? html`<button class="button" type="button" @click=${() => void changes.resume()}>
            ${common.retry}
          </button>`
        : error
          ? nothing
          : html`${
              changes.finished.length > 0
                ? html`<button class="button quiet" type="button" @click=${putBack}>
                    ${actions.undo}
                  </button>`
                : nothing
            }${closeButton(actions.close, close)}`
    }
  </div>`;
}

/** What is not saved yet, with the ways on and back; while it is saved, how far that is. */
export function pendingBar(
  words: BarWords,
  changes: MatrixChanges,
  unfolded: boolean,
  unfold: () => void,
): TemplateResult | typeof nothing {
  const { accessEditing, actions, language } = words;
  const { draft, saving, busy } = changes;
  const digits = new Intl.NumberFormat(language);
  if (saving?.busy) {
    const { done, refused, total } = saving;
    return html`<section class="bar" part="bar" aria-label=${actions.saving}>
      <progress max=${total} value=${done + refused}></progress>
      <span class="grow"
        >${accessEditing.savingSome(digits.format(done + refused), digits.format(total))}</span
      >
      <button class="button" type="button" @click=${() => changes.cancel()}>
        ${accessEditing.stop}
      </button>
    </section>`;
  }
  if (draft.size === 0) return nothing;
  const { given, taken } = differenceOf(changes);
  const ready = draft.open.length - draft.open.filter(({ now }) => now).length;
  return html`<section class="bar" part="bar" aria-label=${accessEditing.changes(draft.size)}>
    <span class="grow">
      <strong>${accessEditing.changes(draft.size)}</strong>
      <span class="muted"
        >${ready > 0 ? accessEditing.difference(given, taken).join(' · ') : accessEditing.decide}</span
      >
    </span>
    <button class="button quiet" type="button" aria-expanded=${unfolded} @click=${unfold}>
      ${unfolded ? accessEditing.hide : accessEditing.show}
    </button>
    ${
      draft.canUndo
        ? html`<button class="button quiet" type="button" @click=${() => changes.undo()}>
            ${actions.undo}
          </button>`
        : nothing
    }
    <button class="button quiet" type="button" @click=${() => changes.discard()}>
      ${actions.discard}
    </button>
    ${
      // What has no answer is sent again as it was, before anything else.
      ready > 0 && !saving?.error
        ? html`<button
            class="button primary"
            type="button"
            aria-disabled=${busy}
            @click=${() => void changes.save()}
          >
            ${accessEditing.saveChanges(ready)}
          </button>`
        : nothing
    }
  </section>`;
}

/** How many roles are given and taken by all that is not saved. */
function differenceOf({ draft }: MatrixChanges) {
  let [given, taken] = [0, 0];
  for (const { target, chosen } of draft.open) {
    const before = holdingOf(target.cell);
    given += missing(chosen.roleIds, before.roleIds).length;
    taken += missing(before.roleIds, chosen.roleIds).length;
  }
  return { given, taken };
}
