import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../text/catalogue.js';
import { circleAlertIcon, uploadIcon, xIcon } from '../theme/icons.js';
import { isUnusable, type Judged, type Verdict } from './address-verdicts.js';
import type { Invitee } from './invite-draft.js';

/** What the address field shows. */
export interface AddressView {
  readonly people: readonly Judged<Invitee>[];
  readonly typed: string;
  /** The most that can be invited at once. */
  readonly most: number;
  /** Whether a long list is shown to its end. */
  readonly whole: boolean;
  /** Whether nobody could be invited when it was tried. */
  readonly missing: boolean;
  /** How a role is called that a list names for one person. */
  readonly roleName: (role: string) => string;
}

/** What a person does in the address field. */
export interface AddressDeeds {
  type(event: InputEvent): void;
  press(event: KeyboardEvent): void;
  remove(invitee: Invitee): void;
  /** Puts an address back into the field, to be typed anew. */
  correct(invitee: Invitee): void;
  removeUnusable(): void;
  showAll(): void;
  read(files: FileList | null | undefined): void;
}

/** Tokens of a long list that are drawn before somebody asks for all. */
const drawn = 60;

/** The field for addresses, with a token for each. */
export function addressField(
  words: Words<'inviting'>,
  view: AddressView,
  deeds: AddressDeeds,
): TemplateResult {
  const { inviting } = words;
  return html`<section>
    <label class="label" for="addresses">${inviting.addresses}</label>
    <div
      class="field addresses"
      part="addresses"
      @dragover=${(event: DragEvent) => event.preventDefault()}
      @drop=${(event: DragEvent) => drop(event, deeds)}
      @click=${focusField}
    >
      ${view.people.length > 0 ? tokens(words, view, deeds) : nothing}
      <textarea
        id="addresses"
        rows="1"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        inputmode="email"
        aria-describedby="addresses-hint addresses-count"
        aria-invalid=${view.missing}
        .value=${view.typed}
        @input=${(event: InputEvent) => deeds.type(event)}
        @keydown=${(event: KeyboardEvent) => deeds.press(event)}
      ></textarea>
    </div>
    <div class="beside">
      <p class="hint ${view.people.length > 0 || view.missing ? 'hidden' : ''}" id="addresses-hint">
        ${inviting.addressesHint}
      </p>
      ${summary(words, view, deeds)}
      <button
        type="button"
        class="link"
        title=${inviting.fileHint}
        aria-describedby="file-hint"
        @click=${chooseFile}
      >
        ${uploadIcon} ${inviting.chooseFile}
      </button>
      <span class="hidden" id="file-hint">${inviting.fileHint}</span>
      <input
        class="hidden"
        type="file"
        tabindex="-1"
        aria-hidden="true"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        @change=${(event: Event) => take(event, deeds)}
      />
    </div>
  </section>`;
}

function tokens(words: Words<'inviting'>, view: AddressView, deeds: AddressDeeds): TemplateResult {
  const { inviting } = words;
  const { people, whole } = view;
  const cut = !whole && people.length > drawn;
  // What needs a person's eye is not among those that are left out.
  const shown = cut
    ? people.toSorted((a, b) => Number(isFine(a)) - Number(isFine(b))).slice(0, drawn)
    : people;
  return html`<ul class="tokens" aria-label=${inviting.listed}>
    ${shown.map((one) => token(words, view, one, deeds))}
    ${
      cut
        ? html`<li>
            <button type="button" class="link" @click=${() => deeds.showAll()}>
              ${inviting.showAll(people.length)}
            </button>
          </li>`
        : nothing
    }
  </ul>`;
}

function token(
  words: Words<'inviting'>,
  { most, roleName }: AddressView,
  { listed, verdict }: Judged<Invitee>,
  deeds: AddressDeeds,
): TemplateResult {
  const { inviting } = words;
  const reason = verdictSentence(words, verdict, listed, most);
  const role = listed.role && verdict !== 'malformed' ? roleName(listed.role) : '';
  const email = html`<bdi class="truncated" title=${listed.email}>${listed.email}</bdi>`;
  return html`<li class="token ${reason ? (verdict === 'ready' ? 'danger' : tone(verdict)) : ''}">
    ${reason ? circleAlertIcon : nothing}
    ${
      verdict === 'malformed'
        ? html`<button
            type="button"
            class="correct"
            aria-label=${inviting.correct(listed.email)}
            @click=${() => deeds.correct(listed)}
          >
            ${email}
          </button>`
        : email
    }
    ${role ? html`<bdi class="truncated note">${role}</bdi>` : nothing}
    ${reason ? html`<span class="note">${reason}</span>` : nothing}
    <button
      type="button"
      class="remove"
      aria-label=${inviting.remove(listed.email)}
      @click=${() => deeds.remove(listed)}
    >
      ${xIcon}
    </button>
  </li>`;
}

function summary(
  { inviting }: Words<'inviting'>,
  { people, missing }: AddressView,
  deeds: AddressDeeds,
): TemplateResult {
  const ready = people.filter(({ verdict }) => verdict === 'ready').length;
  const unusable = people.filter(isUnusable).length;
  const later = people.length - ready - unusable;
  return html`<div class="summary" id="addresses-count">
    ${missing ? html`<span class="refusal">${inviting.needsAddress}</span>` : nothing}
    ${people.length > 0 ? html`<span>${inviting.ready(ready)}</span>` : nothing}
    ${later > 0 ? html`<span>${inviting.later(later)}</span>` : nothing}
    ${
      unusable > 0
        ? html`<span class="problem">${inviting.unusable(unusable)}</span>
            <button type="button" class="link" @click=${() => deeds.removeUnusable()}>
              ${inviting.removeUnusable(unusable)}
            </button>`
        : nothing
    }
  </div>`;
}

/** Why an address is not invited, or was not; empty for one that nothing speaks against. */
export function verdictSentence(
  { inviting, errors }: Words<'inviting'>,
  verdict: Verdict,
  { refused }: Invitee,
  most: number,
): string {
  if (verdict === 'tooMany') return inviting.tooMany(most);
  if (verdict !== 'ready') return inviting.verdicts[verdict];
  if (!refused) return '';
  // A newer server may have reasons of its own.
  const known: Record<string, string> = errors;
  return Object.hasOwn(known, refused) ? (known[refused] ?? refused) : refused;
}

function isFine({ verdict, listed }: Judged<Invitee>): boolean {
  return verdict === 'ready' && !listed.refused;
}

function tone(verdict: Verdict): string {
  return verdict === 'repeated' || verdict === 'tooMany' ? 'warning' : 'danger';
}

/** A press anywhere into the field is meant for what can be typed there. */
function focusField({ target, currentTarget }: Event): void {
  if ((target as Element).closest('.token, button, textarea')) return;
  (currentTarget as Element).querySelector('textarea')?.focus();
}

function chooseFile({ currentTarget }: Event): void {
  (currentTarget as Element).parentElement?.querySelector('input')?.click();
}

function take({ target }: Event, deeds: AddressDeeds): void {
  const input = target as HTMLInputElement;
  deeds.read(input.files);
  // The same file may be chosen again, after it was corrected.
  input.value = '';
}

function drop(event: DragEvent, deeds: AddressDeeds): void {
  if (!event.dataTransfer?.files.length) return;
  event.preventDefault();
  deeds.read(event.dataTransfer.files);
}
