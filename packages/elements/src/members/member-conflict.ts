import { html, nothing, type TemplateResult } from 'lit';
import type { MemberNotes, NoteField } from './member-notes.js';
import type { DetailWords } from './member-section.js';
import { triangleAlertIcon } from '../theme/icons.js';

/** What somebody else has saved, beside what a person has entered: they choose which of it counts. */
export function noteConflict(
  words: DetailWords,
  notes: MemberNotes,
  choices: {
    shown(field: NoteField, value: string): unknown;
    takeNow(): void;
    keepMine(): void;
  },
): TemplateResult | typeof nothing {
  const { memberDetail } = words;
  if (notes.contested.length === 0) return nothing;
  return html`<div class="conflict" part="conflict" role="alert">
    <p>${triangleAlertIcon} <span>${memberDetail.conflict}</span></p>
    ${notes.contested.map(
      (field) =>
        html`<dl>
          <div>
            <dt>${memberDetail.fields[field]} · ${memberDetail.now}</dt>
            <dd>${choices.shown(field, notes.present(field))}</dd>
          </div>
          <div>
            <dt>${memberDetail.fields[field]} · ${memberDetail.yours}</dt>
            <dd>${choices.shown(field, notes.entered(field))}</dd>
          </div>
        </dl>`,
    )}
    <div class="buttons">
      <button type="button" class="button" @click=${() => choices.takeNow()}>
        ${memberDetail.takeNow}
      </button>
      <button type="button" class="button primary" @click=${() => choices.keepMine()}>
        ${memberDetail.keepMine}
      </button>
    </div>
  </div>`;
}

/** Saves what was entered, or gives it up; while it is contested, the choice stands in their place. */
export function noteButtons(
  { actions }: DetailWords,
  { busy, contested }: MemberNotes,
  giveUp: () => void,
): TemplateResult | typeof nothing {
  if (contested.length > 0) return nothing;
  return html`<div class="buttons">
    <button type="submit" class="button primary" aria-disabled=${busy ? 'true' : nothing}>
      ${busy ? actions.saving : actions.save}
    </button>
    <button type="button" class="button" @click=${giveUp}>${actions.cancel}</button>
  </div>`;
}
