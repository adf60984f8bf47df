import { admitsOrganizations, type Application } from './applications.ts';
import type { ErrorCode } from './errors.ts';
import { ceilingBlocker, isFull, type Seats } from './grants.ts';
import type { Connection } from './connections.ts';
import { exposingBlocker, exposureBlocker } from './managed-organizations.ts';
import type { Reach } from './reach.ts';
import { narrows } from './roles.ts';

export type OnboardingStatus = 'active' | 'suspended';

/** Organization × application: what the organization may hand out of that application. */
export interface Onboarding {
  readonly organizationId: string;
  readonly applicationId: string;
  readonly status: OnboardingStatus;
  readonly roleGroupIds: readonly string[];
  /** Single roles, beside those of the groups. */
  readonly roleIds: readonly string[];
  /** What a new member gets. */
  readonly defaultRoleIds: readonly string[];
  /** Whether a member may enter with a grant that has no role. */
  readonly allowsRolelessAccess: boolean;
  /** The role groups that organizations managed by this one may be given. */
  readonly exposedRoleGroupIds: readonly string[];
  /** Whether it comes from the organization's parent, which manages the organization within it. */
  readonly fromParent?: true;
  /** How many members may have the application; as many as one likes without. */
  readonly seatLimit?: number;
  /** The connection by which members sign in to this application, whatever they use elsewhere. */
  readonly connectionId?: string;
}

/** What decides whether an organization may be given an application at all. */
export interface OnboardingFacts {
  readonly application: Application | undefined;
  readonly present: Onboarding | undefined;
  /** How whoever gives it stands to the organization. */
  readonly reach: Reach;
  /** For an organization that has a parent. */
  readonly parent?:
    | {
        readonly onboarding: Onboarding | undefined;
        /** Whether whoever gives it reaches the parent within the application. */
        readonly reached: boolean;
      }
    | undefined;
}

/**
 * Why an organization cannot be given an application. One that is managed never gets what its parent
 * does not have; a parent learns nothing of what it has from elsewhere.
 */
export function onboardingBlocker(facts: OnboardingFacts): ErrorCode | undefined {
  const { application, present, reach, parent } = facts;
  const fromAbove = reach.kind === 'managed';
  if (fromAbove && !parent?.reached) return 'not_found';
  if (parent && parent.onboarding?.status !== 'active') return 'application_not_onboarded';
  if (!application || !admitsOrganizations(application)) return 'validation_failed';
  if (!present) return undefined;
  return fromAbove && !present.fromParent ? 'not_found' : 'already_exists';
}

/** What is said of an organization's share of an application; what is not said stays. */
export interface ShareChange {
  readonly status?: OnboardingStatus | undefined;
  readonly roleGroupIds?: readonly string[] | undefined;
  readonly roleIds?: readonly string[] | undefined;
  readonly defaultRoleIds?: readonly string[] | undefined;
  readonly allowsRolelessAccess?: boolean | undefined;
  readonly exposedRoleGroupIds?: readonly string[] | undefined;
  /** `null` for as many as one likes. */
  readonly seatLimit?: number | null | undefined;
  /** `null` for whatever the members use elsewhere. */
  readonly connectionId?: string | null | undefined;
}

/** The share with a change made to it. Nothing stays exposed that it no longer has. */
export function changedShare(
  before: Onboarding,
  { seatLimit, connectionId, ...change }: ShareChange,
): Onboarding {
  const { seatLimit: limit, connectionId: connection, ...kept } = before;
  const said = Object.entries(change).filter(([, value]) => value !== undefined);
  const next = { ...kept, ...(Object.fromEntries(said) as Partial<Onboarding>) };
  const seats = seatLimit === undefined ? limit : seatLimit;
  const signIn = connectionId === undefined ? connection : connectionId;
  return {
    ...next,
    exposedRoleGroupIds: change.exposedRoleGroupIds
      ? next.exposedRoleGroupIds
      : next.exposedRoleGroupIds.filter((id) => next.roleGroupIds.includes(id)),
    ...(seats != null && { seatLimit: seats }),
    ...(signIn != null && { connectionId: signIn }),
  };
}

/** What decides whether a share may be changed like this. */
export interface ShareFacts {
  /** The share as it would be. */
  readonly next: Onboarding;
  /** What the organization could hand out then. */
  readonly ceiling: ReadonlySet<string>;
  /** The parent's share, where this one comes from the parent. */
  readonly parent: Onboarding | undefined;
  readonly seatsUsed: number;
}

/** Why an organization's share of an application cannot be changed like this. */
export function shareBlocker(change: ShareChange, facts: ShareFacts): ErrorCode | undefined {
  const { next, ceiling, parent, seatsUsed } = facts;
  const { roleGroupIds, exposedRoleGroupIds, seatLimit } = change;
  if (next.fromParent && roleGroupIds) {
    const blocker = exposureBlocker(parent, roleGroupIds);
    if (blocker) return blocker;
  }
  if (exposedRoleGroupIds) {
    const blocker = exposingBlocker({ ...next, status: 'active' }, exposedRoleGroupIds);
    if (blocker) return blocker;
  }
  const named = [...(change.roleIds ?? []), ...(change.defaultRoleIds ?? [])];
  const outside = ceilingBlocker(ceiling, named);
  if (outside) return outside;
  return seatLimit != null && seatLimit < seatsUsed ? 'seat_limit_reached' : undefined;
}

/**
 * Why members cannot be made to sign in through this connection. It takes one of the organization
 * itself, for all applications or this one; a parent knows of none.
 *
 * @param connection `null` to take the connection away, `undefined` where there is none
 */
export function signInBlocker(
  applicationId: string,
  reach: Reach,
  connection: Connection | null | undefined,
): ErrorCode | undefined {
  if (reach.kind === 'managed' || connection === undefined) return 'validation_failed';
  const bound = connection?.applicationId ?? applicationId;
  return bound === applicationId ? undefined : 'validation_failed';
}

/** Whether an organization, or one below it, can hand out less with a share than with another. */
export function sharesLess(before: Onboarding, after: Onboarding): boolean {
  return (
    narrows(before.roleGroupIds, after.roleGroupIds) ||
    narrows(before.roleIds, after.roleIds) ||
    narrows(before.exposedRoleGroupIds, after.exposedRoleGroupIds)
  );
}

/** The roles that a new member gets by themselves; none while it is suspended, or without a seat. */
export function defaultsFor(
  { status, defaultRoleIds }: Onboarding,
  ceiling: ReadonlySet<string>,
  seats: Seats,
): readonly string[] {
  if (status !== 'active' || isFull(seats)) return [];
  return defaultRoleIds.filter((roleId) => ceiling.has(roleId));
}
