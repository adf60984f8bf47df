import type { OrganizationRole } from '@tesserakit/contract';
import { roleName } from '../members/role-name.js';
import type { Words } from '../text/catalogue.js';

/**
 * The organization roles that a list names for somebody, by id or by name in either language;
 * `undefined` when one of them does not exist.
 */
export function namedRoles(
  words: Words<'roleNames'>,
  roles: readonly OrganizationRole[],
  text: string,
): OrganizationRole[] | undefined {
  const find = (name: string) =>
    roles.find((role) =>
      [role.roleId, role.name, roleName(words, role)].map(folded).includes(folded(name)),
    );
  const whole = find(text);
  if (whole) return [whole];
  const named = text.split(/[,;|]/).map(find);
  const known = named.filter((role) => role !== undefined);
  return known.length === named.length ? [...new Set(known)] : undefined;
}

/** What members usually are, where the person who invites may make them that. */
export function usualRoles(roles: readonly OrganizationRole[]): string[] {
  const usual = roles.find(({ roleId }) => roleId === 'organizationMember');
  return usual?.assignable === true ? [usual.roleId] : [];
}

function folded(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
}
