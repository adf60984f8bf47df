import type { ErrorCode } from './errors.ts';
import type { Member } from './members.ts';
import {
  covers,
  isAdministratorRole,
  permissionsOf,
  type OrganizationRole,
  type Permission,
} from './organization-roles.ts';
import type { User } from './users.ts';

/** Who acts, as far as rules about members ask. */
export interface Administrator {
  readonly userId: string;
  /** What the person may administer in the organization where they act. */
  readonly permissions: ReadonlySet<Permission>;
}

/** A member as the rules see them. */
export interface MemberFacts {
  readonly member: Member;
  readonly permissions: ReadonlySet<Permission>;
  /** Whether the organization would be left without an active administrator. */
  readonly isLastAdministrator: boolean;
}

/** Why the actor cannot touch what this member is: nobody touches somebody above them. */
export function touchingBlocker(
  actor: Administrator,
  { permissions }: Pick<MemberFacts, 'permissions'>,
): ErrorCode | undefined {
  return covers(actor.permissions, permissions) ? undefined : 'escalation_refused';
}

/** Why the actor cannot change what the organization notes about this member (title, department). */
export function memberUpdateBlocker(
  actor: Administrator,
  { permissions }: Pick<MemberFacts, 'permissions'>,
): ErrorCode | undefined {
  return touchingBlocker(actor, { permissions });
}

/** Why this member cannot be suspended now. */
export function suspensionBlocker(
  actor: Administrator,
  { member, permissions, isLastAdministrator }: MemberFacts,
): ErrorCode | undefined {
  if (member.status === 'suspended') return 'member_suspended';
  if (member.status !== 'active') return 'not_joined';
  if (member.userId === actor.userId) return 'self_change_refused';
  if (!covers(actor.permissions, permissions)) return 'escalation_refused';
  return isLastAdministrator ? 'last_administrator' : undefined;
}

/** Why this member cannot be let back in now. */
export function reactivationBlocker(
  actor: Administrator,
  { member, permissions }: MemberFacts,
): ErrorCode | undefined {
  if (member.status === 'active') return 'already_member';
  if (member.status !== 'suspended') return 'not_joined';
  if (member.userId === actor.userId) return 'self_change_refused';
  return covers(actor.permissions, permissions) ? undefined : 'escalation_refused';
}

/** Why this member cannot be removed by somebody else now; leaving is the member's own act. */
export function removalBlocker(
  actor: Administrator,
  { member, permissions, isLastAdministrator }: MemberFacts,
): ErrorCode | undefined {
  if (member.userId === actor.userId) return 'self_change_refused';
  if (!covers(actor.permissions, permissions)) return 'escalation_refused';
  return isLastAdministrator ? 'last_administrator' : undefined;
}

/** Why this member cannot leave by themselves now; who is no member has nothing to leave. */
export function leavingBlocker(membership: MemberFacts | undefined): ErrorCode | undefined {
  if (!membership) return 'forbidden';
  return membership.isLastAdministrator ? 'last_administrator' : undefined;
}

/** Why this member's time cannot be limited to `expiresAt` (`undefined` takes a limit away). */
export function expiryBlocker(
  actor: Administrator,
  { member, permissions, isLastAdministrator }: MemberFacts,
  expiresAt: number | undefined,
  now: number,
): ErrorCode | undefined {
  if (member.userId === actor.userId) return 'self_change_refused';
  if (!covers(actor.permissions, permissions)) return 'escalation_refused';
  if (expiresAt === undefined) return undefined;
  if (expiresAt <= now) return 'validation_failed';
  return isLastAdministrator ? 'last_administrator' : undefined;
}

/**
 * Why the member cannot be given exactly these organization roles in place of their own. Nobody
 * gives themselves a role; nobody gives more than they have; nobody touches somebody above them.
 */
export function roleAssignmentBlocker(
  actor: Administrator,
  { member, permissions, isLastAdministrator }: MemberFacts,
  roles: readonly OrganizationRole[],
): ErrorCode | undefined {
  const adds = roles.some((role) => !member.organizationRoleIds.includes(role.roleId));
  if (member.userId === actor.userId && adds) return 'self_change_refused';
  if (!covers(actor.permissions, permissions)) return 'escalation_refused';
  if (!covers(actor.permissions, permissionsOf(roles))) return 'escalation_refused';
  const staysAdministrator = roles.some((role) => isAdministratorRole(role.roleId));
  return isLastAdministrator && !staysAdministrator ? 'last_administrator' : undefined;
}

/** Why the actor cannot give this organization role to anybody: nobody gives more than they have. */
export function handingOutBlocker(
  actor: Pick<Administrator, 'permissions'>,
  role: OrganizationRole,
): ErrorCode | undefined {
  return covers(actor.permissions, permissionsOf([role])) ? undefined : 'escalation_refused';
}

export interface AdditionFacts {
  readonly userId: string;
  /** The person's membership, if there is one. */
  readonly present: Member | undefined;
  readonly roles: readonly OrganizationRole[];
  readonly expiresAt: number | undefined;
  readonly now: number;
}

/** Why a person cannot be made a member with these organization roles. */
export function additionBlocker(
  actor: Administrator,
  { userId, present, roles, expiresAt, now }: AdditionFacts,
): ErrorCode | undefined {
  if (present) return present.status === 'suspended' ? 'member_suspended' : 'already_member';
  if (userId === actor.userId) return 'self_change_refused';
  if (expiresAt !== undefined && expiresAt <= now) return 'validation_failed';
  return covers(actor.permissions, permissionsOf(roles)) ? undefined : 'escalation_refused';
}

/**
 * Why somebody has no ownership of an organization to hand over. Whoever acts with less than their
 * membership gives them, as a program with a key does, gives away no more than they act with.
 */
export function ownershipBlocker(
  { permissions }: Pick<Administrator, 'permissions'>,
  membership: MemberFacts | undefined,
): ErrorCode | undefined {
  if (!membership?.member.organizationRoleIds.some(isAdministratorRole)) return 'forbidden';
  return covers(permissions, membership.permissions) ? undefined : 'escalation_refused';
}

/** Why the actor cannot hand the administration over to this member, giving up their own. */
export function ownershipTransferBlocker(
  actor: Administrator,
  membership: MemberFacts,
  { member }: MemberFacts,
  { status }: Pick<User, 'status'>,
): ErrorCode | undefined {
  const blocker = ownershipBlocker(actor, membership);
  if (blocker) return blocker;
  if (member.userId === actor.userId) return 'self_change_refused';
  if (member.status === 'pending') return 'not_joined';
  if (member.status === 'suspended') return 'member_suspended';
  if (status !== 'active') return 'no_access';
  // A membership that ends by itself would leave the organization without anybody.
  return member.expiresAt === undefined ? undefined : 'last_administrator';
}
