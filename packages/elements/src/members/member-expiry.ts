import type { Member } from '@tesserakit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { spokenMoment } from '../text/moments.js';
import { noteButtons, noteConflict } from './member-conflict.js';
import type { MemberHost, MemberInView } from './member-in-view.js';
import { MemberNotes } from './member-notes.js';
import { deedButton, deedRefusal, ending, section, type DetailWords } from './member-section.js';

/** Whoever cannot be removed for one of these reasons cannot be given an end either. */
const reasonsOfRemoval = new Set<unknown>(['self_change_refused', 'last_administrator']);

/** When the membership ends by itself, if it does. */
export class MemberExpiry {
  readonly #view: MemberInView;
  readonly #notes: MemberNotes;
  #isMissing = false;

  constructor(host: MemberHost, view: MemberInView) {
    this.#view = view;
    this.#notes = new MemberNotes(host, view, ['expiresAt']);
  }

  /** Somebody else is shown. */
  forget(): void {
    this.#isMissing = false;
    this.#notes.forget();
  }

  render(words: DetailWords, member: Member): TemplateResult {
    const notes = this.#notes;
    const { memberDetail } = words;
    return section(
      words,
      'expiry',
      html`${notes.isOpen ? this.#form(words) : this.#shown(words, member)}
      ${noteConflict(words, notes, {
        shown: (_, value) => (value ? said(value, words) : memberDetail.unlimited),
        takeNow: () => this.#close(),
        keepMine: () => void this.#save(words),
      })}
      ${this.#isRefused ? nothing : deedRefusal(words, notes.error, this.#view.wait, notes.isOpen ? words.actions.kept : undefined)}`,
    );
  }

  #shown(words: DetailWords, member: Member) {
    const { memberDetail } = words;
    const { expiresAt, actions } = member;
    const removal = actions['member.remove'];
    const verdict = reasonsOfRemoval.has(removal) ? removal : actions['member.update'];
    const mayEdit = this.#view.can?.members.update;
    return html`<p>
        ${expiresAt ? html`${ending(words, expiresAt)} <span class="muted">(${said(expiresAt, words)})</span>` : memberDetail.unlimited}
      </p>
      <p class="hint">${expiresAt ? memberDetail.limitedHint : memberDetail.unlimitedHint}</p>
      ${
        mayEdit
          ? html`<div class="buttons">
              ${
                expiresAt && verdict === true
                  ? html`<button
                      type="button"
                      class="button"
                      aria-disabled=${this.#notes.busy ? 'true' : nothing}
                      @click=${() => this.#takeAway(words, member)}
                    >
                      ${memberDetail.takeExpiryAway}
                    </button>`
                  : nothing
              }
              ${deedButton(words, {
                id: 'edit-expiry',
                label: expiresAt ? memberDetail.changeExpiry : memberDetail.setExpiry,
                verdict,
                busy: this.#notes.busy,
                run: () => this.#edit(member),
              })}
            </div>`
          : nothing
      }`;
  }

  #form(words: DetailWords) {
    const { memberDetail } = words;
    const notes = this.#notes;
    const wrong = this.#wrong(words);
    return html`<form novalidate @submit=${(event: Event) => this.#submit(event, words)}>
      <div>
        <label class="label" for="expiry">${memberDetail.expiryLabel}</label>
        <input
          class="field"
          id="expiry"
          type="datetime-local"
          required
          aria-invalid=${wrong ? 'true' : nothing}
          aria-describedby="expiry-zone ${wrong ? 'expiry-wrong' : ''}"
          .value=${inField(notes.entered('expiresAt'))}
          @change=${(event: Event) => this.#enter(event.target as HTMLInputElement)}
        />
        <p class="hint" id="expiry-zone">${memberDetail.zone(zoneOf(words.language))}</p>
        ${wrong ? html`<p class="refusal" id="expiry-wrong" role="alert">${wrong}</p>` : nothing}
      </div>
      ${noteButtons(words, notes, () => this.#close())}
    </form>`;
  }

  get #isRefused(): boolean {
    return this.#notes.error?.code === 'validation_failed';
  }

  /** What is wrong with the moment that was entered. */
  #wrong({ memberDetail, errors }: DetailWords): string {
    if (this.#isMissing) return memberDetail.expiryMissing;
    if (!this.#isRefused) return '';
    const isPast = Date.parse(this.#notes.entered('expiresAt')) <= Date.now();
    return isPast ? memberDetail.expiryPast : errors.validation_failed;
  }

  #edit(member: Member): void {
    this.#isMissing = false;
    this.#notes.begin(member);
    this.#view.focusOn('#expiry');
  }

  #enter({ value }: HTMLInputElement): void {
    this.#isMissing = false;
    this.#notes.enter('expiresAt', value && new Date(value).toISOString());
  }

  #submit(event: Event, words: DetailWords): void {
    event.preventDefault();
    this.#isMissing = !this.#notes.entered('expiresAt');
    if (this.#isMissing) {
      this.#notes.enter('expiresAt', '');
      this.#view.focusOn('#expiry');
    } else void this.#save(words);
  }

  #takeAway(words: DetailWords, member: Member): void {
    this.#notes.begin(member, false);
    this.#notes.enter('expiresAt', '');
    void this.#save(words);
  }

  async #save(words: DetailWords): Promise<void> {
    const { memberDetail } = words;
    const end = this.#notes.entered('expiresAt');
    const outcome = end ? memberDetail.expirySaved(said(end, words)) : memberDetail.expiryTaken;
    if (await this.#notes.save(outcome)) this.#view.focusOn('#edit-expiry');
    else if (this.#notes.contested.length > 0) this.#view.focusOn('.conflict button');
    else if (this.#isRefused) this.#view.focusOn('#expiry');
  }

  #close(): void {
    this.forget();
    this.#view.focusOn('#edit-expiry');
  }
}

function said(iso: string, { language, common }: DetailWords): string {
  return spokenMoment(iso, language)?.absolute ?? common.unknown;
}

/** The local day and time that a field for both holds. */
function inField(iso: string): string {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return '';
  const offset = new Date(time).getTimezoneOffset() * 60_000;
  return new Date(time - offset).toISOString().slice(0, 16);
}

function zoneOf(language: string): string {
  const parts = new Intl.DateTimeFormat(language, { timeZoneName: 'long' }).formatToParts();
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'UTC';
}
