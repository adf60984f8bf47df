import type { AccessGrant } from './access.ts';
import type { ErrorCode } from './errors.ts';
import { touchingBlocker, type Administrator, type MemberFacts } from './member-rules.ts';

/** Seats of an application in an organization. */
export interface Seats {
  /** `undefined` for as many as one likes. */
  readonly limit: number | undefined;
  readonly used: number;
}

/** Whether nobody else can have the application. */
export function isFull({ limit, used }: Seats): boolean {
  return limit !== undefined && used >= limit;
}

export interface GrantFacts extends MemberFacts {
  /** What the organization may hand out; `undefined` when it is not onboarded to the application. */
  readonly ceiling: ReadonlySet<string> | undefined;
  /** The roles that the member has in the application; `undefined` without a grant. */
  readonly present: readonly string[] | undefined;
  /** Whether the member has them now: a grant that has ended by itself counts as none. */
  readonly inForce: boolean;
  /** When they end by themselves, in milliseconds since the epoch; `undefined` for no end. */
  readonly endsAt?: number | undefined;
  readonly seats: Seats;
}

/** Why roles lie outside what an organization may hand out. */
export function ceilingBlocker(
  ceiling: ReadonlySet<string> | undefined,
  roleIds: readonly string[],
): ErrorCode | undefined {
  if (!ceiling) return 'application_not_onboarded';
  return roleIds.every((roleId) => ceiling.has(roleId)) ? undefined : 'role_outside_ceiling';
}

/**
 * Why a member can be given nothing more of any application, or for longer, whatever it is: nobody
 * gives themselves more, and nobody touches somebody above them.
 */
export function wideningBlocker(
  actor: Administrator,
  { member, permissions }: Pick<MemberFacts, 'member' | 'permissions'>,
): ErrorCode | undefined {
  if (member.userId === actor.userId) return 'self_change_refused';
  return touchingBlocker(actor, { permissions });
}

/**
 * Why a member cannot be given exactly these roles of an application in place of those they have.
 * A grant that would have ended by `now` already is refused. Taking away is open to whoever may touch
 * the member, even where the ceiling has sunk since; more is a matter of {@link wideningBlocker}.
 */
export function grantingBlocker(
  actor: Administrator,
  facts: GrantFacts,
  roleIds: readonly string[],
  expiresAt?: number,
  now = 0,
): ErrorCode | undefined {
  const { ceiling, present, inForce, endsAt, seats } = facts;
  if (expiresAt !== undefined && expiresAt <= now) return 'validation_failed';
  const added = roleIds.filter((roleId) => !inForce || !present?.includes(roleId));
  const lasts = endsAt !== undefined && (expiresAt === undefined || expiresAt > endsAt);
  const widens = added.length > 0 || !inForce || lasts;
  const untouchable = widens ? wideningBlocker(actor, facts) : touchingBlocker(actor, facts);
  if (untouchable) return untouchable;
  const outside = ceilingBlocker(ceiling, added);
  if (outside) return outside;
  return !inForce && isFull(seats) ? 'seat_limit_reached' : undefined;
}

/** Why a member's grant in an application cannot be taken away. */
export function withdrawalBlocker(
  actor: Administrator,
  { permissions, present }: GrantFacts,
): ErrorCode | undefined {
  const untouchable = touchingBlocker(actor, { permissions });
  if (untouchable) return untouchable;
  return present === undefined ? 'not_found' : undefined;
}

/**
 * What is left of a grant under a ceiling: the same grant when all of its roles lie within, nothing
 * when none does and nobody enters without a role, or when the organization has no ceiling at all.
 */
export function withinCeiling(
  grant: AccessGrant,
  ceiling: ReadonlySet<string> | undefined,
  allowsRolelessAccess: boolean,
): AccessGrant | undefined {
  if (!ceiling) return undefined;
  const roles = grant.roles.filter(({ roleId }) => ceiling.has(roleId));
  if (roles.length === grant.roles.length) return grant;
  return roles.length > 0 || allowsRolelessAccess ? { ...grant, roles } : undefined;
}
