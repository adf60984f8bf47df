import type { AuditActor } from './audit.ts';
import { canonicalDomain } from './domains.ts';
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

/**
 * An address as it is kept: without blanks around it, in Unicode's composed form, otherwise as it
 * was typed. `undefined` for what is no plain address of one mailbox: no display names, lists,
 * comments, quotes, line breaks, look-alikes of `@`, or domains that do not exist by their form.
 */
export function acceptedEmail(text: string): string | undefined {
  if (text.length > 320) return undefined;
  const email = text.trim().normalize('NFC');
  const [local = '', domain = '', ...more] = email.split('@');
  if (more.length > 0 || local === '' || local.length > 64 || email.length > 254) return undefined;
  if (/[\s"(),:;<>[\]\\\p{C}\p{Z}]/u.test(email)) return undefined;
  // Wide and small forms of such signs, for whoever composes it further than we do.
  if (/[\s"(),:;<>[\]\\@]/.test(local.normalize('NFKC'))) return undefined;
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return undefined;
  if (/[.\u3002\uFF0E\uFF61]$/.test(domain)) return undefined;
  return canonicalDomain(domain) === undefined ? undefined : email;
}

/**
 * The form under which an address is looked up and kept unique: letters folded, the domain in its
 * one form. Unicode look-alikes and plus-addresses stay different people.
 */
export function canonicalEmail(email: string): string {
  // Composed once more, since small letters can be composed that great ones cannot.
  const folded = email.trim().normalize('NFC').toLowerCase().normalize('NFC');
  const at = folded.lastIndexOf('@');
  const domain = folded.slice(at + 1);
  if (/^[a-z0-9.-]*$/.test(domain)) return folded;
  return folded.slice(0, at + 1) + (canonicalDomain(domain) ?? domain);
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
