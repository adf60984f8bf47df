import type { AccessCell } from '@tesserakit/contract';

/** What a member has, or is to have, of one application. */
export interface Holding {
  readonly granted: boolean;
  readonly roleIds: readonly string[];
  /** When it is to end, where that is not as it was. */
  readonly expiresAt?: string | undefined;
}

/** A cell as it came; `undefined` where nothing was ever written. */
export type Cell = AccessCell | undefined;

export const nothingHeld: Holding = { granted: false, roleIds: [] };

/** What counts of a cell: what has ended by itself is gone, what lies outside the ceiling is still there. */
export function holdingOf(cell: Cell): Holding {
  if (!cell?.inForce) return nothingHeld;
  const roles = cell.roles.filter(({ inForce }) => inForce !== 'no_access');
  return { granted: true, roleIds: roles.map(({ roleId }) => roleId) };
}

/** Counts the writes of a cell. */
export function versionOf(cell: Cell): number {
  return cell?.version ?? 1;
}

export function isSame(one: Holding, other: Holding): boolean {
  return (
    one.granted === other.granted &&
    one.roleIds.length === other.roleIds.length &&
    one.roleIds.every((roleId) => other.roleIds.includes(roleId))
  );
}

/** Those of some roles that are not among others. */
export function missing(roleIds: readonly string[], among: readonly string[]): readonly string[] {
  return roleIds.filter((roleId) => !among.includes(roleId));
}
