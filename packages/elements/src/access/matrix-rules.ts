import type { AccessRow, Application } from '@tesserakit/contract';
import { holdingOf, missing, type Cell, type Holding } from './matrix-holdings.js';

/** One cell with everything that was read about it. */
export interface Target {
  readonly member: AccessRow;
  readonly application: Application;
  readonly cell: Cell;
}

/** A way to change what somebody holds. */
export type Change =
  | { readonly kind: 'role'; readonly roleId: string; readonly on: boolean }
  /** Lets in with what new members get, or without a role where one may enter so; else it does nothing. */
  | { readonly kind: 'give' }
  | { readonly kind: 'take' }
  /** Exactly this. */
  | { readonly kind: 'set'; readonly holding: Holding };

/** What a change makes of what is held or chosen already. */
export function changed({ onboarding }: Application, now: Holding, change: Change): Holding {
  switch (change.kind) {
    case 'take':
      return { granted: false, roleIds: [] };
    case 'set':
      return change.holding;
    case 'give': {
      const { defaultRoleIds, allowsRolelessAccess } = onboarding;
      const enters = defaultRoleIds.length > 0 || allowsRolelessAccess;
      return now.granted || !enters ? now : { granted: true, roleIds: [...defaultRoleIds] };
    }
    case 'role': {
      const others = now.roleIds.filter((roleId) => roleId !== change.roleId);
      const roleIds = change.on ? [...others, change.roleId] : others;
      const stays = onboarding.allowsRolelessAccess && now.granted;
      return { granted: roleIds.length > 0 || stays, roleIds };
    }
  }
}

/**
 * The code of the reason why a member cannot hold this instead of what they have: read from what the
 * backend said of the member, of each role and of the seats, in the order in which it refuses.
 *
 * @param seatsLeft how many more members may have the application, with all that is chosen elsewhere.
 */
export function refusalOf(
  { member, application, cell }: Target,
  chosen: Holding,
  seatsLeft: number,
): string | undefined {
  const held = holdingOf(cell);
  if (!chosen.granted) {
    if (member.take !== true) return member.take;
    return cell?.granted ? undefined : 'not_found';
  }
  const known = cell?.inForce ? cell.roles.map(({ roleId }) => roleId) : [];
  const added = missing(chosen.roleIds, known);
  const verdict = added.length > 0 || !held.granted ? member.give : member.take;
  if (verdict !== true) return verdict;
  if (!held.granted && seatsLeft <= 0) return 'seat_limit_reached';
  return added.map((roleId) => handOut(application, roleId)).find((one) => one !== true);
}

/** Whether the caller may give a role to anybody here, or the code of the reason why not. */
export function handOut({ roles }: Application, roleId: string): true | string {
  const role = roles.find((one) => one.roleId === roleId);
  return role?.handOut ?? (role?.assignable === true ? true : 'role_outside_ceiling');
}
