import type { Words } from '../text/catalogue.js';

/** The name of an organization role: in the reader's language for those that every tenant has. */
export function roleName(
  words: Words<'roleNames'>,
  role: { roleId: string; name: string },
): string {
  const known = words.roleNames.builtIn;
  return (Object.hasOwn(known, role.roleId) ? known[role.roleId] : undefined) ?? role.name;
}
