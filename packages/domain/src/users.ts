import type { AuditActor } from './audit.ts';
import type { ErrorCode } from './errors.ts';

export type UserStatus = 'active' | 'disabled';

/**
 * The tenant-level person: the same in every organization. Membership data lives in {@link Member}.
 */
export interface User {
  readonly userId: string;
  /** Unique in the tenant when folded by {@link canonicalEmail}; kept as it was given. */
  readonly email: string;
  readonly emailVerified: boolean;
  readonly name: string;
  readonly phone?: string;
  readonly picture?: string;
  readonly locale?: string;
  readonly status: UserStatus;
  /** A tenant-level flag, not a membership; counts in the Admin Portal only. */
  readonly platformAdministrator: boolean;
}

/** A person of the tenant as the rules see them. */
export interface UserFacts {
  readonly user: User;
  /** Whether an organization at the root would be left without an administrator who stays. */
  readonly isLastAdministrator: boolean;
}

/** Why the actor cannot shut this person out of the whole tenant now. */
export function disablingBlocker(
  actor: { readonly userId: string },
  { user, isLastAdministrator }: UserFacts,
): ErrorCode | undefined {
  if (user.status === 'disabled') return 'already_exists';
  return userDeletionBlocker(actor, { user, isLastAdministrator });
}

/** Why this person cannot be let in again now. */
export function enablingBlocker({ user }: Pick<UserFacts, 'user'>): ErrorCode | undefined {
  return user.status === 'active' ? 'already_exists' : undefined;
}

/** Why the actor cannot delete this person now. */
export function userDeletionBlocker(
  actor: { readonly userId: string },
  { user, isLastAdministrator }: UserFacts,
): ErrorCode | undefined {
  if (user.userId === actor.userId) return 'self_change_refused';
  return isLastAdministrator ? 'last_administrator' : undefined;
}

/** Why an address cannot be a person's: it is another's already. */
export function addressBlocker(
  userId: string | undefined,
  owner: string | undefined,
): ErrorCode | undefined {
  return owner !== undefined && owner !== userId ? 'already_exists' : undefined;
}

/**
 * Why a caller cannot do what people do for themselves, or make what acts in their name: a program
 * with a key is no person, and would outlive its key in what it made.
 */
export function personalBlocker(caller: Pick<AuditActor, 'type'>): ErrorCode | undefined {
  return caller.type === 'user' ? undefined : 'forbidden';
}
