import type { ErrorCode } from './errors.ts';
import type { Organization } from './organizations.ts';
import type { User } from './users.ts';

export type MemberStatus = 'pending' | 'active' | 'suspended';
export type MemberSource = 'direct' | 'invitation' | 'sso' | 'scim' | 'signup';

/** A person in an organization. At most one per pair of user and organization. */
export interface Member {
  readonly userId: string;
  readonly organizationId: string;
  readonly status: MemberStatus;
  readonly organizationRoleIds: readonly string[];
  readonly title?: string;
  readonly department?: string;
  /** Milliseconds since the epoch, as are the other moments. */
  readonly joinedAt?: number;
  readonly lastSignInAt?: number;
  /** The membership ends by itself at this moment, judged at use. */
  readonly expiresAt?: number;
  readonly source: MemberSource;
  /** Grows by one with every write. */
  readonly version: number;
}

/** Whether the membership counts now: active, and not past its own end. */
export function isActiveMember(member: Member, now: number): boolean {
  return member.status === 'active' && (member.expiresAt === undefined || now < member.expiresAt);
}

/**
 * A person as an organization may know them. Whoever has not joined looks like somebody new: whether
 * there is an account behind the address, and whose, is theirs to tell.
 */
export function profileFor({ status }: Pick<Member, 'status'>, user: User): User {
  if (status !== 'pending') return user;
  const { userId, email } = user;
  const unknown = { name: '', emailVerified: false, status: 'active' } as const;
  return { userId, email, ...unknown, platformAdministrator: false };
}

/**
 * Why a member cannot act for an organization at all now, whatever their roles: the code, or
 * `undefined` when nothing is in the way.
 */
export function standingBlocker(
  member: Member,
  organization: Organization,
  now: number,
): ErrorCode | undefined {
  if (member.status === 'suspended') return 'member_suspended';
  if (member.status === 'pending') return 'not_joined';
  if (!isActiveMember(member, now)) return 'no_access';
  return organization.status === 'active' ? undefined : 'organization_suspended';
}
