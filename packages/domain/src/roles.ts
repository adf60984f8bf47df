import type { ErrorCode } from './errors.ts';

/** What a member may do inside one application. */
export interface ApplicationRole {
  readonly roleId: string;
  readonly applicationId: string;
  /** The name that tokens carry; unique in its application. */
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly permissions: readonly string[];
}

/** A named bundle of one application's roles: the unit in which roles are handed to organizations. */
export interface RoleGroup {
  readonly roleGroupId: string;
  readonly applicationId: string;
  readonly name: string;
  readonly roleIds: readonly string[];
}

/** The form of a key: a small letter, then small letters, digits, `_`, `-`, `.` and `:`. */
const keyForm = /^[a-z][a-z0-9_.:-]{0,63}$/;

/** Why a text cannot be the key of a role; `taken` by another role of the same application. */
export function roleKeyBlocker(key: string, taken: boolean): ErrorCode | undefined {
  if (!keyForm.test(key)) return 'validation_failed';
  return taken ? 'already_exists' : undefined;
}

/** Whether other roles are fewer: something of the former is not among the latter. */
export function narrows(before: readonly string[], after: readonly string[]): boolean {
  return before.some((id) => !after.includes(id));
}
