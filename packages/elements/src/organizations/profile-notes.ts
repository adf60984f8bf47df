import type { Organization } from '@tesserakit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { plusIcon, xIcon } from '../theme/icons.js';
import type { OrganizationHost, OrganizationInHand } from './organization-in-hand.js';
import { ProfileDraft } from './profile-draft.js';
import {
  draftForm,
  fact,
  fieldFault,
  section,
  textOrNone,
  type ProfileWords,
} from './profile-parts.js';

interface Notes {
  readonly entries: readonly (readonly [name: string, value: string])[];
}

/** As many as the contract takes. */
const most = 50;

/** The organization's own notes: names and texts. */
export class ProfileNotes {
  readonly #view: OrganizationInHand;
  readonly #draft: ProfileDraft<Notes>;

  constructor(host: OrganizationHost, view: OrganizationInHand) {
    this.#view = view;
    this.#draft = new ProfileDraft<Notes>(host, view, {
      of: ({ metadata }) => ({ entries: Object.entries(metadata ?? {}) }),
      change: ({ entries }) => ({
        metadata: entries.length === 0 ? null : Object.fromEntries(entries.map(trimmed)),
      }),
    });
  }

  forget(): void {
    this.#draft.forget();
  }

  render(words: ProfileWords, organization: Organization, mayChange: boolean): TemplateResult {
    return section(
      words,
      'notes',
      mayChange ? this.#form(words, organization) : facts(words, organization),
    );
  }

  #form(words: ProfileWords, organization: Organization) {
    const { organizationProfile: own } = words;
    const { entries } = this.#draft.of(organization);
    const names = entries.map((entry) => trimmed(entry)[0]);
    const isTwice = new Set(names).size < names.length;
    const isEmpty = entries.some((entry) => trimmed(entry).includes(''));
    const fault = isEmpty ? own.notesEmpty : isTwice ? own.notesTwice : undefined;
    const enter = (next: Notes['entries']) => this.#draft.enter(organization, { entries: next });
    return draftForm(
      words,
      this.#draft,
      html`<p class="hint">${own.notesHint}</p>
        ${
          entries.length > 0
            ? html`<div class="notes">
                ${entries.map(([name, value], index) =>
                  this.#entry(words, name, value, index, (entry) =>
                    enter(entry ? entries.with(index, entry) : entries.toSpliced(index, 1)),
                  ),
                )}
              </div>`
            : nothing
        }
        ${fieldFault('notes-fault', this.#draft.changed ? fault : undefined)}
        ${
          entries.length < most
            ? html`<button
                type="button"
                class="button start"
                id="add-note"
                @click=${() => {
                  enter([...entries, ['', '']]);
                  this.#view.focusOn('.notes > div:last-child input');
                }}
              >
                ${plusIcon} ${own.noteAdd}
              </button>`
            : nothing
        }`,
      fault === undefined,
    );
  }

  #entry(
    { organizationProfile: own }: ProfileWords,
    name: string,
    value: string,
    index: number,
    enter: (entry: readonly [string, string] | undefined) => void,
  ) {
    const input = (label: string, longest: number, text: string, typed: (text: string) => void) =>
      html`<input
        class="field"
        aria-label="${label} ${index + 1}"
        placeholder=${label}
        autocomplete="off"
        maxlength=${longest}
        .value=${text}
        @input=${({ target }: Event) => typed((target as HTMLInputElement).value)}
      />`;
    const label = own.noteRemove(name.trim() || String(index + 1));
    return html`<div>
      ${input(own.noteName, 64, name, (text) => enter([text, value]))}
      ${input(own.noteValue, 500, value, (text) => enter([name, text]))}
      <button
        type="button"
        class="button quiet icon-only"
        aria-label=${label}
        title=${label}
        @click=${() => {
          enter(undefined);
          this.#view.focusOn('#add-note');
        }}
      >
        ${xIcon}
      </button>
    </div>`;
  }
}

function trimmed([name, value]: readonly [string, string]): [string, string] {
  return [name.trim(), value.trim()];
}

function facts(words: ProfileWords, { metadata }: Organization) {
  const entries = Object.entries(metadata ?? {});
  if (entries.length === 0) return textOrNone(words, undefined);
  return html`<dl class="facts">
    ${entries.map(([name, value]) => fact(name, textOrNone(words, value)))}
  </dl>`;
}
