/** A role as it can be edited, of an application or of organizations. */
export interface EditedRole {
  readonly roleId: string;
  readonly name: string;
  readonly key?: string | undefined;
  readonly description?: string | undefined;
  readonly permissions: readonly string[];
  readonly builtIn: boolean;
  readonly version: number | undefined;
  /** `true`, or the code of the reason why this caller may not. */
  readonly mayUpdate: true | string;
  readonly mayDelete: true | string;
}

/** By role: what it is to allow, where that is not what it allows. */
export type PermissionDraft = ReadonlyMap<string, PermissionChange>;

export interface PermissionChange {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export const emptyPermissions: PermissionDraft = new Map();

const unchanged: PermissionChange = { added: [], removed: [] };

/** What a role allows with what was chosen and is not saved. */
export function permissionsIn(role: EditedRole, draft: PermissionDraft): readonly string[] {
  const { added, removed } = draft.get(role.roleId) ?? unchanged;
  const kept = role.permissions.filter((permission) => !removed.includes(permission));
  return [...kept, ...added.filter((permission) => !kept.includes(permission))];
}

/** The draft after a role was made to allow something, or not to. */
export function withPermission(
  draft: PermissionDraft,
  { roleId, permissions }: EditedRole,
  permission: string,
  on: boolean,
): PermissionDraft {
  const before = draft.get(roleId) ?? unchanged;
  const others = (list: readonly string[]) => list.filter((one) => one !== permission);
  const has = permissions.includes(permission);
  const change = {
    added: on && !has ? [...others(before.added), permission] : others(before.added),
    removed: !on && has ? [...others(before.removed), permission] : others(before.removed),
  };
  const next = new Map(draft);
  if (change.added.length + change.removed.length === 0) next.delete(roleId);
  else next.set(roleId, change);
  return next;
}

/** The draft without what the server has by now, and without roles that are gone. */
export function rebasedPermissions(
  draft: PermissionDraft,
  roles: readonly EditedRole[],
): PermissionDraft {
  return roles.reduce((next, role) => {
    const change = draft.get(role.roleId);
    const give = (all: PermissionDraft, permission: string) =>
      withPermission(all, role, permission, true);
    const take = (all: PermissionDraft, permission: string) =>
      withPermission(all, role, permission, false);
    return change ? change.removed.reduce(take, change.added.reduce(give, next)) : next;
  }, emptyPermissions);
}

/** Every permission that a role allows or is to allow, with those that a person has added, by name. */
export function allPermissionsOf(
  roles: readonly EditedRole[],
  draft: PermissionDraft,
  known: readonly string[],
): readonly string[] {
  const names = roles.flatMap((role) => [...role.permissions, ...permissionsIn(role, draft)]);
  const others = [...new Set(names)].filter((name) => !known.includes(name));
  return [...known, ...others.sort((a, b) => (a < b ? -1 : 1))];
}

/** What can be the name of a permission of an application. */
export const permissionForm = /^[A-Za-z0-9][A-Za-z0-9_.:/*-]{0,99}$/;
