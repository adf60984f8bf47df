import type { ErrorCode, Permission } from '@tesserakit/domain';
import type { MatrixCaller } from './callers.ts';
import { above, type PlaceName } from './seed.ts';

/** What the matrix expects of one cell: done, or refused with this code. */
export type Verdict = 'ok' | ErrorCode;

/** What a person may do, written down here a second time, as the domain's description lists it. */
const creator: readonly Permission[] = [
  'organization:read',
  'members:read',
  'managed-organizations:read',
  'managed-organizations:create',
  'managed-organizations:manage',
];
const permissions: Readonly<
  Record<NonNullable<MatrixCaller['role']>, readonly Permission[] | 'all'>
> = {
  administrator: 'all',
  creator,
  member: ['organization:read'],
};

function holds({ role }: MatrixCaller, needed: readonly Permission[]): boolean {
  const held = role === undefined ? [] : permissions[role];
  return held === 'all' || needed.every((one) => held.includes(one));
}

/** What an operation in an organization takes. */
export interface Needs {
  /** All of these in one's own organization; `nobody` for what is done from above alone. */
  readonly own: readonly Permission[] | 'nobody';
  /** All of these from above; `never` for what nobody reaches from there. */
  readonly above: readonly Permission[] | 'never';
  /** Whether it goes on while the organization is suspended. */
  readonly whileSuspended?: true;
  /** Whether nobody but a person may do it: no program. */
  readonly personal?: true;
  /** Whether it is about the caller's own membership, which the platform has none of. */
  readonly ofMember?: true;
}

export type Relation = 'platform' | 'own' | 'above' | 'outside';

/** How a caller stands to an organization. */
export function relationOf(caller: MatrixCaller, place: PlaceName): Relation {
  if (caller.as === 'platform') return 'platform';
  if (caller.as !== 'organization' || !caller.place) return 'outside';
  if (caller.place === place) return 'own';
  const isAbove = above[place]?.includes(caller.place) ?? false;
  return isAbove && holds(caller, ['managed-organizations:read']) ? 'above' : 'outside';
}

export interface Cell {
  readonly caller: MatrixCaller;
  readonly place: PlaceName;
  /** Whether it is about an application for which nobody above manages the organization. */
  readonly unlinked: boolean;
  /** The organization that is suspended. */
  readonly suspended?: PlaceName | undefined;
}

/** The verdict on an operation in an organization. */
export function verdictOf(needs: Needs, { caller, place, unlinked, suspended }: Cell): Verdict {
  if (caller.as === 'nobody') return 'unauthenticated';
  const relation = relationOf(caller, place);
  if (relation === 'outside') return 'not_found';
  if (caller.suspended) return 'member_suspended';
  if (caller.place !== undefined && caller.place === suspended) return 'organization_suspended';
  if (relation === 'own') {
    if (needs.own === 'nobody' || !holds(caller, needs.own)) return 'forbidden';
  }
  if (relation === 'above') {
    if (needs.above === 'never' || unlinked) return 'not_found';
    if (!holds(caller, needs.above)) return 'forbidden';
  }
  if (place === suspended && !needs.whileSuspended) return 'organization_suspended';
  if (relation === 'platform' && needs.ofMember) return 'forbidden';
  if (caller.program && needs.personal) return 'forbidden';
  return 'ok';
}

/** The verdict on what belongs to the tenant. */
export function tenantVerdictOf(caller: MatrixCaller): Verdict {
  if (caller.as === 'nobody') return 'unauthenticated';
  return caller.as === 'platform' ? 'ok' : 'forbidden';
}

/** What an operation that people do for themselves takes. */
export interface PersonalNeeds {
  readonly personal?: true;
  /** Whether it takes a member who may act for their organization now. */
  readonly standing?: true;
  /** What it takes of whoever is no platform administrator; anybody has it without. */
  readonly permission?: Permission;
}

/** The verdict on what people do for themselves. */
export function personalVerdictOf(needs: PersonalNeeds, caller: MatrixCaller): Verdict {
  if (caller.as === 'nobody') return 'unauthenticated';
  if (needs.standing && caller.suspended) return 'member_suspended';
  if (needs.personal && caller.program) return 'forbidden';
  if (needs.permission === undefined || caller.as === 'platform') return 'ok';
  return holds(caller, [needs.permission]) ? 'ok' : 'forbidden';
}
