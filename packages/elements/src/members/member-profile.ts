import type { Member } from '@tesserakit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { noteButtons, noteConflict } from './member-conflict.js';
import type { MemberHost, MemberInView } from './member-in-view.js';
import { MemberNotes } from './member-notes.js';
import {
  deedButton,
  deedRefusal,
  moment,
  named,
  section,
  type DetailWords,
} from './member-section.js';

const noted = ['title', 'department'] as const;

/** Who the member is: what belongs to their account, and what the organization notes beside it. */
export class MemberProfile {
  readonly #view: MemberInView;
  readonly #notes: MemberNotes;

  constructor(host: MemberHost, view: MemberInView) {
    this.#view = view;
    this.#notes = new MemberNotes(host, view, noted);
  }

  /** Somebody else is shown. */
  forget(): void {
    this.#notes.forget();
  }

  render(words: DetailWords, member: Member): TemplateResult {
    return section(
      words,
      'profile',
      html`${account(words, member)}
      ${this.#notes.isOpen ? this.#form(words) : this.#shown(words, member)}`,
    );
  }

  #shown(words: DetailWords, member: Member) {
    const { memberDetail } = words;
    return html`<dl class="facts">
        ${fact(memberDetail.fields.title, text(words, member.title))}
        ${fact(memberDetail.fields.department, text(words, member.department))}
        ${fact(memberDetail.fields.joinedAt, time(words, member.joinedAt, memberDetail.notYet))}
        ${fact(memberDetail.fields.lastSignInAt, time(words, member.lastSignInAt, words.common.never))}
        ${
          member.source
            ? fact(
                memberDetail.fields.source,
                html`<bdi>${named(memberDetail.sources, member.source)}</bdi>`,
              )
            : nothing
        }
      </dl>
      ${
        this.#view.can?.members.update
          ? html`<div class="buttons">
              ${deedButton(words, {
                id: 'edit-profile',
                label: memberDetail.edit,
                verdict: member.actions['member.update'],
                run: () => this.#edit(member),
              })}
            </div>`
          : nothing
      }`;
  }

  #form(words: DetailWords) {
    const { actions, memberDetail } = words;
    const notes = this.#notes;
    return html`<form novalidate @submit=${(event: Event) => this.#submit(event, words)}>
      ${noted.map(
        (field) =>
          html`<div>
            <label class="label" for=${field}>${memberDetail.fields[field]}</label>
            <input
              class="field"
              id=${field}
              autocomplete="off"
              maxlength="120"
              .value=${notes.entered(field)}
              @input=${(event: Event) => notes.enter(field, (event.target as HTMLInputElement).value)}
            />
          </div>`,
      )}
      ${noteConflict(words, notes, {
        shown: (_, value) => text(words, value),
        takeNow: () => this.#close(),
        keepMine: () => void this.#save(words),
      })}
      ${deedRefusal(words, notes.error, this.#view.wait, actions.kept)}
      ${noteButtons(words, notes, () => this.#close())}
    </form>`;
  }

  #edit(member: Member): void {
    this.#notes.begin(member);
    this.#view.focusOn('#title');
  }

  #submit(event: Event, words: DetailWords): void {
    event.preventDefault();
    if (this.#notes.contested.length === 0) void this.#save(words);
  }

  async #save({ memberDetail }: DetailWords): Promise<void> {
    if (await this.#notes.save(memberDetail.profileSaved)) this.#view.focusOn('#edit-profile');
    else if (this.#notes.contested.length > 0) this.#view.focusOn('.conflict button');
  }

  #close(): void {
    this.#notes.forget();
    this.#view.focusOn('#edit-profile');
  }
}

/** The part that all organizations of the person share, and why it is not changed here. */
function account(words: DetailWords, { name, email, picture, status }: Member) {
  const { memberDetail } = words;
  const isPending = status === 'pending';
  return html`<dl class="facts">
      ${isPending && !name ? nothing : fact(memberDetail.fields.name, text(words, name))}
      ${fact(memberDetail.fields.email, html`<bdi>${email}</bdi>`, 'address')}
      ${
        isPending && !picture
          ? nothing
          : fact(memberDetail.fields.picture, picture ? memberDetail.hasPicture : text(words, ''))
      }
    </dl>
    <p class="hint">${isPending ? memberDetail.pendingProfile : memberDetail.ownProfile}</p>`;
}

function fact(term: string, value: unknown, look = '') {
  return html`<div class=${look || nothing}>
    <dt>${term}</dt>
    <dd>${value}</dd>
  </div>`;
}

function text({ memberDetail }: DetailWords, value: string | undefined) {
  return value?.trim()
    ? html`<bdi>${value}</bdi>`
    : html`<span class="muted">${memberDetail.none}</span>`;
}

function time(words: DetailWords, iso: string | undefined, otherwise: string) {
  return iso ? moment(words, iso) : html`<span class="muted">${otherwise}</span>`;
}
