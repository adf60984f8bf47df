import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { spokenMoment } from '../text/moments.js';
import { avatar } from '../theme/avatar.js';
import { building2Icon, checkIcon, chevronDownIcon, clockIcon, lockIcon } from '../theme/icons.js';
import { searchField } from '../theme/search-field.js';
import type { Holding, RoleOption, RolePart } from './role-draft.js';
import {
  allowedBy,
  holdingIn,
  optionName,
  partName,
  placeOf,
  refusalOf,
  type AssignerWords,
} from './role-sentences.js';

/** From this number on roles are searched rather than looked through. */
const searchAbove = 12;

/** What a person can do in one part. */
export interface PartDeeds {
  fold(open: boolean): void;
  search(words: string): void;
  give(roleId: string, on: boolean): void;
  enter(on: boolean): void;
  end(expiresAt: string | undefined): void;
}

/** How one part stands at the moment. */
export interface PartLook {
  readonly words: AssignerWords;
  readonly part: RolePart;
  /** What is chosen. */
  readonly chosen: Holding;
  /** Distinguishes the ids of this part from those of others. */
  readonly index: number;
  readonly open: boolean;
  readonly changed: boolean;
  readonly searched: string;
  /** Only what the member has, and nothing to change it with. */
  readonly viewOnly: boolean;
  /** Nothing can be changed at the moment, or in this form. */
  readonly idle: boolean;
  readonly disabled: boolean;
  /** What stands above the roles: who else has changed them. */
  readonly above: TemplateResult | typeof nothing;
}

/** A part with its name and what is chosen; unfolded, with its roles. */
export function rolePart(look: PartLook, deeds: PartDeeds): TemplateResult {
  const { words, part, chosen, changed, open, above } = look;
  const name = partName(words, part);
  return html`<details
    class="part"
    part="group"
    data-key=${part.key}
    .open=${live(open)}
    @toggle=${(event: Event) => deeds.fold((event.target as HTMLDetailsElement).open)}
  >
    <summary>
      ${
        part.applicationId === undefined
          ? html`<span class="emblem">${building2Icon}</span>`
          : avatar({ id: part.applicationId, name, picture: part.logoUrl }, 'square')
      }
      <bdi class="truncated title" title=${name}>${name}</bdi>
      <span class="truncated muted chosen">${holdingIn(words, part, chosen)}</span>
      ${changed ? html`<span class="chip info">${words.roleAssignment.edited}</span>` : nothing}
      ${chevronDownIcon}
    </summary>
    ${above} ${open ? roles(look, deeds) : nothing}
  </details>`;
}

function roles(look: PartLook, deeds: PartDeeds) {
  const { words, part, chosen, index, searched, viewOnly } = look;
  const many = part.options.length > searchAbove && !viewOnly;
  const wanted = searched.trim().toLocaleLowerCase();
  const shown = part.options.filter((option) => {
    if (viewOnly) return chosen.roleIds.includes(option.roleId);
    return !many || textOf(look, option).includes(wanted);
  });
  return html`<fieldset aria-describedby=${part.locked && !viewOnly ? `locked-${index}` : nothing}>
    <legend class="hidden">${partName(words, part)}</legend>
    ${part.locked && !viewOnly ? lockedNote(look, part.locked) : nothing}
    ${many ? search(look, shown.length, deeds) : nothing}
    ${part.roleless && !viewOnly ? entry(look, deeds) : nothing}
    <div class="roles ${many ? 'many' : ''}">
      ${shown.map((option) => (viewOnly ? heldRole(look, option) : role(look, option, deeds)))}
      ${shown.length === 0 ? html`<p class="muted none">${nothingToShow(look, many)}</p>` : nothing}
    </div>
    ${part.expiry && chosen.granted && !part.locked && !viewOnly ? end(look, deeds) : nothing}
  </fieldset>`;
}

function nothingToShow({ words, part, chosen, viewOnly }: PartLook, many: boolean): string {
  if (viewOnly) return holdingIn(words, part, chosen);
  return many ? words.roleAssignment.noMatch : words.roleAssignment.noRoles;
}

function lockedNote({ words, index }: PartLook, code: string) {
  return html`<p class="note" id="locked-${index}">${lockIcon} ${refusalOf(words, code)}</p>`;
}

function search({ words, part, disabled, searched }: PartLook, found: number, deeds: PartDeeds) {
  const { roleAssignment, language } = words;
  const label = roleAssignment.search(partName(words, part));
  const total = new Intl.NumberFormat(language).format(part.options.length);
  return html`${searchField({ label, type: (typed) => deeds.search(typed), value: live(searched), part: 'search', disabled })}
    <p class="hint" aria-live="polite">
      ${searched.trim() ? roleAssignment.found(found, total) : nothing}
    </p>`;
}

/** Access that needs no role. */
function entry(look: PartLook, deeds: PartDeeds) {
  const { words, part, chosen, index } = look;
  const { roleless, rolelessHint } = words.roleAssignment;
  return html`<div class="roles">
    ${row(look, {
      id: `${index}-entry`,
      value: '',
      checked: chosen.granted,
      changed: chosen.granted !== part.held.granted,
      name: roleless,
      allows: rolelessHint(placeOf(words, part)),
      chips: nothing,
      refusal: undefined,
      locked: part.locked !== undefined,
      give: (on) => deeds.enter(on),
    })}
  </div>`;
}

function role(look: PartLook, option: RoleOption, deeds: PartDeeds) {
  const { words, part, chosen, index } = look;
  const checked = chosen.roleIds.includes(option.roleId);
  const held = part.held.roleIds.includes(option.roleId);
  const refusal = part.locked === undefined ? option.refusal : undefined;
  const reason = refusal && refusalOf(words, refusal);
  return row(look, {
    id: `${index}-${part.options.indexOf(option)}`,
    value: option.roleId,
    checked,
    changed: checked !== held,
    name: optionName(words, part, option),
    allows: allowedBy(words, part, option),
    chips: chips(look, option),
    refusal: reason && held ? `${reason} ${words.roleAssignment.notAgain}` : reason,
    // Who has it may lose it, and may have it back until that is saved.
    locked: part.locked !== undefined || (refusal !== undefined && !held && !checked),
    give: (on) => deeds.give(option.roleId, on),
  });
}

interface Row {
  readonly id: string;
  readonly value: string;
  readonly checked: boolean;
  /** Whether it is chosen otherwise than the server has it. */
  readonly changed: boolean;
  readonly name: string;
  readonly allows: string;
  readonly chips: TemplateResult | typeof nothing;
  readonly refusal: string | undefined;
  readonly locked: boolean;
  give(on: boolean): void;
}

/** A checkbox that stays in the order of the keyboard when it is locked: its reason is read there. */
function row(
  { idle, disabled, index, part }: PartLook,
  { id, value, checked, changed, name, allows, chips, refusal, locked, give }: Row,
) {
  const still = locked || idle;
  const described = [
    `from-${id}`,
    allows && `about-${id}`,
    refusal && `why-${id}`,
    part.locked && `locked-${index}`,
  ];
  return html`<div class="role ${locked ? 'locked' : ''} ${changed ? 'edited' : ''}" part="role">
    <input
      type="checkbox"
      id="role-${id}"
      value=${value}
      aria-labelledby="name-${id}"
      aria-describedby=${described.filter(Boolean).join(' ')}
      aria-disabled=${still}
      ?disabled=${disabled}
      .checked=${live(checked)}
      @click=${(event: Event) => still && event.preventDefault()}
      @change=${(event: Event) => give((event.target as HTMLInputElement).checked)}
    />
    <label for="role-${id}">
      <span class="line">
        <bdi class="name" id="name-${id}" title=${name}>${name}</bdi>
        <span id="from-${id}">${chips}</span>
      </span>
      ${allows ? html`<bdi class="muted" id="about-${id}">${allows}</bdi>` : nothing}
      ${refusal ? html`<span class="why" id="why-${id}">${lockIcon} ${refusal}</span>` : nothing}
    </label>
  </div>`;
}

function heldRole(look: PartLook, option: RoleOption) {
  const { words, part } = look;
  return html`<div class="role" part="role">
    ${checkIcon}
    <div>
      <span class="line">
        <bdi class="name">${optionName(words, part, option)}</bdi> ${chips(look, option)}
      </span>
      <bdi class="muted">${allowedBy(words, part, option)}</bdi>
    </div>
  </div>`;
}

/** Where a role comes from and when it ends. */
function chips({ words }: PartLook, option: RoleOption) {
  const { sources, ends, ended } = words.roleAssignment;
  const { source, expiresAt } = option;
  const moment = source && spokenMoment(expiresAt, words.language);
  const origin = source && ((Object.hasOwn(sources, source) && sources[source]) || source);
  return html`${origin && !option.ended ? html`<bdi class="chip">${origin}</bdi>` : nothing}
  ${
    moment
      ? html`<span class="chip" title=${moment.absolute}
          >${clockIcon}${(option.ended ? ended : ends)(moment.relative)}</span
        >`
      : nothing
  }`;
}

function end({ words, chosen, index, disabled, idle }: PartLook, deeds: PartDeeds) {
  const { endLabel, endHint } = words.roleAssignment;
  return html`<div class="end">
    <label for="end-${index}">${endLabel}</label>
    <input
      class="field"
      type="date"
      id="end-${index}"
      aria-describedby="end-hint-${index}"
      min=${dateOf(new Date().toISOString())}
      .value=${live(dateOf(chosen.expiresAt))}
      ?disabled=${disabled}
      ?readonly=${idle}
      @change=${(event: Event) => setEnd(event.target as HTMLInputElement, deeds)}
    />
    <p class="hint" id="end-hint-${index}">${endHint}</p>
  </div>`;
}

/** A day that is not whole yet, or has passed, is no end; the browser says what is wrong with it. */
function setEnd(field: HTMLInputElement, deeds: PartDeeds): void {
  if (!field.reportValidity()) return;
  const [year = 0, month = 1, day = 1] = field.value.split('-').map(Number);
  const last = new Date(year, month - 1, day, 23, 59, 59);
  deeds.end(field.value === '' ? undefined : last.toISOString());
}

/** The day of a moment where the reader is, as a date field takes it. */
function dateOf(iso: string | undefined): string {
  const date = new Date(iso ?? '');
  if (Number.isNaN(date.getTime())) return '';
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 10);
}

function textOf({ words, part }: PartLook, option: RoleOption): string {
  const name = optionName(words, part, option);
  return `${name} ${allowedBy(words, part, option)}`.toLocaleLowerCase();
}
