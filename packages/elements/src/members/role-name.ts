import type { Words } from '../text/catalogue.js';
import { roleNames } from '../text/role-names.js';

interface Named {
  readonly roleId: string;
  readonly name: string;
}

/** Whether this is a role that every tenant has, and the backend means no other by its name. */
export function isUsualRole({ roleId, name }: Named): boolean {
  return Object.hasOwn(roleNames.builtIn, roleId) && roleNames.builtIn[roleId] === name;
}

/**
 * The name of an organization role: in the reader's language for those that every tenant has, unless
 * the backend calls them otherwise.
 */
export function roleName(words: Words<'roleNames'>, role: Named): string {
  return (isUsualRole(role) ? words.roleNames.builtIn[role.roleId] : undefined) ?? role.name;
}
