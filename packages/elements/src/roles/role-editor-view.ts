import type { Comparison } from './role-editor-compare.js';
import {
  allPermissionsOf,
  permissionsIn,
  type EditedRole,
  type PermissionDraft,
} from './role-editor-draft.js';

/** What a person looks for among roles and permissions. */
export interface RoleEditorView {
  readonly comparison: Comparison | undefined;
  readonly searched: string;
  /** Permissions that a person has added and no role has yet; they come first. */
  readonly extra: readonly string[];
}

/** All that a permission is found by. */
interface Known {
  readonly draft: PermissionDraft;
  /** Permissions that there are, whether a role has them or not. */
  readonly known: readonly string[];
  about(permission: string): string;
}

/** Roles that are shown: two of them, while they are compared. */
export function rolesInView(
  roles: readonly EditedRole[],
  comparison: Comparison | undefined,
): readonly EditedRole[] {
  if (!comparison) return roles;
  const { first, second } = comparison;
  return [first, second].flatMap((id) => roles.find(({ roleId }) => roleId === id) ?? []);
}

/** Permissions that are shown: those in which the words stand, and where it is asked for, that differ. */
export function permissionsInView(
  roles: readonly EditedRole[],
  view: RoleEditorView,
  { draft, known, about }: Known,
): readonly string[] {
  const { comparison, searched, extra } = view;
  const all = allPermissionsOf(roles, draft, known);
  const wanted = searched.trim().toLocaleLowerCase();
  const [first, second] = rolesInView(roles, comparison);
  const differs = (permission: string) =>
    first !== undefined &&
    second !== undefined &&
    permissionsIn(first, draft).includes(permission) !==
      permissionsIn(second, draft).includes(permission);
  return [...extra.filter((permission) => !all.includes(permission)), ...all].filter(
    (permission) =>
      `${permission} ${about(permission)}`.toLocaleLowerCase().includes(wanted) &&
      (!comparison?.onlyDifferences || differs(permission)),
  );
}
