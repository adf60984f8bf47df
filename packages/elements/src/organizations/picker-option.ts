import type { OrganizationChoice } from '@tesserakit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { roleName } from '../members/role-name.js';
import type { Words } from '../text/catalogue.js';
import { inOneLine } from '../text/open-words.js';
import { avatar } from '../theme/avatar.js';
import { checkIcon, lockIcon } from '../theme/icons.js';

type PickerWords = Words<'roleNames' | 'organizationChoice'>;

/** One choice in a picker. */
export interface PickerOption {
  /** `organizationId`; empty for the person's own account. */
  readonly id: string;
  readonly name: string;
  /** Whose initials stand beside it, where they are not those of the name. */
  readonly face?: string | undefined;
  readonly picture?: string | undefined;
  /** What the person is there, or why they cannot enter. */
  readonly detail: string;
  readonly closed: boolean;
  readonly lastUsed: boolean;
}

/** The person themselves, as a choice beside organizations. */
export function personalOption(
  { organizationChoice: words }: PickerWords,
  name: string | undefined,
  picture: string | undefined,
): PickerOption {
  return {
    id: '',
    name: words.personal,
    face: name,
    picture,
    detail: name ?? words.personalHint,
    closed: false,
    lastUsed: false,
  };
}

export function organizationOption(
  words: PickerWords,
  organization: OrganizationChoice,
  lastUsed: boolean,
): PickerOption {
  const { organizationId: id, name, logoUrl, entry, lastSignInAt } = organization;
  return {
    id,
    name,
    picture: logoUrl,
    detail: detailOf(words, organization),
    closed: entry !== true,
    lastUsed: lastUsed && lastSignInAt !== undefined,
  };
}

function detailOf(words: PickerWords, organization: OrganizationChoice): string {
  if (organization.entry !== true) {
    const errors: Record<string, string> = words.errors;
    const known = Object.hasOwn(errors, organization.entry) && errors[organization.entry];
    return known || words.errors.no_access;
  }
  const administers = (organization.organizationRoles ?? [])
    .filter((role) => role.roleId !== 'organizationMember')
    .map((role) => roleName(words, role));
  return inOneLine([...administers, ...organization.roles.map((role) => role.name)]);
}

/** How an option stands in its list. */
export interface OptionPlace {
  readonly index: number;
  /** -1 where nobody knows how many there are. */
  readonly size: number;
  readonly chosen: boolean;
  readonly active: boolean;
  choose(): void;
}

export function optionRow(
  { organizations }: PickerWords,
  option: PickerOption,
  { index, size, chosen, active, choose }: OptionPlace,
): TemplateResult {
  const { id, name, picture, detail, closed } = option;
  return html`<li
    class="option"
    part="option"
    role="option"
    id="option-${index}"
    aria-selected=${chosen}
    aria-disabled=${closed}
    aria-setsize=${size}
    aria-posinset=${index + 1}
    ?data-active=${active}
    @click=${choose}
  >
    ${avatar({ id, name: option.face ?? name, picture }, id ? 'square' : 'round')}
    <span class="who">
      <bdi class="truncated name" title=${name}>${name}</bdi>
      <bdi class="truncated muted sub" title=${closed ? nothing : detail}>${detail}</bdi>
    </span>
    ${!chosen && option.lastUsed ? html`<span class="chip">${organizations.lastUsed}</span>` : nothing}
    ${chosen ? checkIcon : closed ? lockIcon : nothing}
  </li>`;
}
