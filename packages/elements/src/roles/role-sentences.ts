import type { ErrorCode } from '@tesserakit/domain';
import { isUsualRole, roleName } from '../members/role-name.js';
import type { Words } from '../text/catalogue.js';
import { spokenMoment } from '../text/moments.js';
import { isolated } from '../text/open-words.js';
import {
  optionsOf,
  type Difference,
  type Holding,
  type RoleOption,
  type RolePart,
} from './role-draft.js';

export type AssignerWords = Words<'actions' | 'roleAssignment' | 'roleNames'>;

/** The sentence for the code of a refusal, whoever sent it. */
export function refusalOf({ errors }: AssignerWords, code: string): string {
  return (Object.hasOwn(errors, code) && errors[code as ErrorCode]) || errors.forbidden;
}

/** The name of an option: of an organization role in the reader's language. */
export function optionName(words: AssignerWords, part: RolePart, option: RoleOption): string {
  return part.applicationId === undefined ? roleName(words, option) : option.name;
}

/** What a role allows, in plain words as far as there are any. */
export function allowedBy(words: AssignerWords, part: RolePart, option: RoleOption): string {
  const { builtIn, permissions, may } = words.roleAssignment;
  const { roleId, name, description } = option;
  if (description?.trim()) return description;
  const isOwn = part.applicationId === undefined;
  // A backend that calls it otherwise may mean something else by it.
  if (isOwn && isUsualRole({ roleId, name })) return builtIn[roleId] ?? '';
  const names = option.permissions.map((name) =>
    isOwn && Object.hasOwn(permissions, name) ? (permissions[name] ?? name) : name,
  );
  if (names.length === 0) return '';
  return isOwn ? may(listed(words, names)) : names.join(', ');
}

/** The title of a part. */
export function partName({ roleAssignment }: AssignerWords, { name }: RolePart): string {
  return name ?? roleAssignment.organization;
}

/** A part as it is named within a sentence. */
export function placeOf({ roleAssignment }: AssignerWords, { name }: RolePart): string {
  return name === undefined ? roleAssignment.theOrganization : isolated(name);
}

/** What somebody has of a part, as a list of roles. */
export function holdingIn(words: AssignerWords, part: RolePart, holding: Holding): string {
  const { none, noAccess, withoutRole } = words.roleAssignment;
  if (!holding.granted) return noAccess;
  const names = namesOf(words, part, optionsOf(part, holding.roleIds));
  if (names.length > 0) return listed(words, names);
  return part.applicationId === undefined ? none : withoutRole;
}

/** The same with the end that it has. */
export function holdingInFull(words: AssignerWords, part: RolePart, holding: Holding): string {
  const roles = holdingIn(words, part, holding);
  const end = holding.granted ? spokenMoment(holding.expiresAt, words.language) : undefined;
  return end ? `${roles} · ${words.roleAssignment.ends(end.relative)}` : roles;
}

/** What saving would do to a part, sentence by sentence; only the first one names the part. */
export function sentencesOf(
  words: AssignerWords,
  part: RolePart,
  { added, removed, entry, end, expiresAt }: Difference,
): readonly string[] {
  const { adds, removes, gives, takes, ending, unending } = words.roleAssignment;
  const place = placeOf(words, part);
  const sentences: string[] = [];
  const named = () => (sentences.length === 0 ? place : undefined);
  const names = (options: readonly RoleOption[]) => listed(words, namesOf(words, part, options));
  if (entry === 'given' && added.length === 0) sentences.push(gives(place));
  if (added.length > 0) sentences.push(adds(names(added), named()));
  if (removed.length > 0) sentences.push(removes(names(removed), named()));
  if (entry === 'taken') sentences.push(takes(place));
  if (end === 'set') sentences.push(ending(place, dayOf(words, expiresAt)));
  if (end === 'lifted') sentences.push(unending(place));
  return sentences;
}

/** Several things in one phrase. */
export function listed({ language }: AssignerWords, names: readonly string[]): string {
  return new Intl.ListFormat(language).format(names);
}

/** A day in full. */
export function dayOf({ language, common }: AssignerWords, iso: string | undefined): string {
  const time = Date.parse(iso ?? '');
  if (Number.isNaN(time)) return common.unknown;
  return new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(time);
}

function namesOf(
  words: AssignerWords,
  part: RolePart,
  options: readonly RoleOption[],
): readonly string[] {
  return options.map((option) => isolated(optionName(words, part, option)));
}
