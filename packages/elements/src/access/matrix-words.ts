import type { AccessRow, Application } from '@tesserakit/contract';
import type { ErrorCode } from '@tesserakit/domain';
import type { Words } from '../text/catalogue.js';
import { seen } from '../text/open-words.js';
import type { Holding } from './matrix-holdings.js';

/** Letters of a name within a sentence. */
const longest = 60;

const lists = new Map<string, Intl.ListFormat>();

/** Several things in one phrase. */
export function listed(language: string, names: readonly string[]): string {
  if (names.length === 1) return names[0]!;
  let list = lists.get(language);
  if (!list) lists.set(language, (list = new Intl.ListFormat(language)));
  return list.format(names);
}

/** What somebody holds of an application, as a list of roles. */
export function rolesIn(
  { accessMatrix, language }: Words<'accessMatrix'>,
  { roles }: Application,
  { granted, roleIds }: Holding,
): string {
  if (!granted) return accessMatrix.noAccess;
  if (roleIds.length === 0) return accessMatrix.withoutRole;
  const names = roleIds.map(
    (roleId) => roles.find((role) => role.roleId === roleId)?.name ?? roleId,
  );
  return listed(language, names.map(isolated));
}

/** The sentence for the code of a refusal, whoever sent it. */
export function refusalIn({ errors }: Words, code: string): string {
  return (Object.hasOwn(errors, code) && errors[code as ErrorCode]) || errors.forbidden;
}

export function calledIn({ name, email }: Pick<AccessRow, 'name' | 'email'>): string {
  return isolated(seen(name, email));
}

/** A name that came from elsewhere keeps its direction to itself within a sentence, and its length. */
export function isolated(name: string): string {
  if (name.length <= longest && /^[ -~]*$/.test(name)) return name;
  const letters = [...name.replace(/[\u202A-\u202E\u2066-\u2069]/g, '')];
  const short = letters.length > longest ? [...letters.slice(0, longest), '…'] : letters;
  return `\u2068${short.join('')}\u2069`;
}
