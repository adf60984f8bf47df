import type { AccessStanding, AccessWindow } from '@tesserakit/contract';
import {
  isGrantInForce,
  isRoleInForce,
  permits,
  touchingBlocker,
  wideningBlocker,
  type AccessGrant,
  type Application,
} from '@tesserakit/domain';
import type { World } from '../world.ts';
import { ceilingOf, grantsOf } from './access.ts';
import { applicationsSeen } from './access-views.ts';
import { memberFactsOf } from './member-facts.ts';
import { timestamp } from './moments.ts';
import { rosterOf, type Person } from './roster.ts';
import { wordsOf } from './search.ts';
import type { Seen } from './seen.ts';
import { versionOf } from './versions.ts';

export interface AccessWindowQuery {
  readonly search?: string | undefined;
  readonly first?: number | undefined;
  readonly limit?: number | undefined;
  readonly applications?: string | undefined;
  readonly role?: string | undefined;
  readonly standing?: AccessStanding | undefined;
  readonly application?: string | undefined;
}

/** The applications of an organization that are seen from a place, with what may be handed out of each. */
type Ceilings = ReadonlyMap<string, ReadonlySet<string>>;

/** How long before its end something is said to expire, in milliseconds. */
const soon = 30 * 86_400_000;

/** Some members of an organization, by name, with what they were given of some of its applications. */
export function accessWindow(world: World, seen: Seen, query: AccessWindowQuery) {
  const { organizationId } = seen.organization;
  const { search, first = 0, limit = 50 } = query;
  const applications = applicationsSeen(world, seen);
  const list = rosterOf(world, organizationId)?.list({
    words: wordsOf(search),
    status: undefined,
    sort: 'name',
    suits: testOf(world, seen, query, ceilingsOf(world, seen, applications)),
  });
  const named = query.applications?.split(',');
  const shown = applications.filter(
    ({ applicationId }) => named === undefined || named.includes(applicationId),
  );
  const ceilings = ceilingsOf(world, seen, shown);
  const people = list?.from(first, limit) ?? [];
  return {
    items: people.map((person) => rowOf(world, seen, person, ceilings)),
    total: list?.total ?? 0,
  };
}

function ceilingsOf(
  world: World,
  { organization }: Seen,
  applications: readonly Application[],
): Ceilings {
  return new Map(
    applications.map(({ applicationId }) => [
      applicationId,
      ceilingOf(world, organization, applicationId) ?? new Set(),
    ]),
  );
}

/** Says of people whether a query is about them; `undefined` where it is about everybody. */
function testOf(world: World, seen: Seen, query: AccessWindowQuery, ceilings: Ceilings) {
  const { role, standing, application } = query;
  if (role === undefined && standing === undefined) return undefined;
  const { organizationId } = seen.organization;
  const now = world.now();
  const holds = (grant: AccessGrant) =>
    grant.roles.some((one) => one.roleId === role && !isPast(one.expiresAt, now));
  const stands = standing === undefined ? undefined : standings[standing];
  return ({ member }: Person): boolean => {
    const grants = grantsOf(world, organizationId, member.userId).filter(
      (grant) => ceilings.has(grant.applicationId) && isGrantInForce(grant, now),
    );
    if (role !== undefined && !grants.some(holds)) return false;
    if (!stands) return true;
    const about = grants.filter(
      ({ applicationId }) => application === undefined || applicationId === application,
    );
    return stands(about, ceilings, now);
  };
}

type Standing = (grants: readonly AccessGrant[], ceilings: Ceilings, now: number) => boolean;

const standings: Record<AccessStanding, Standing> = {
  given: (grants) => grants.length > 0,
  none: (grants) => grants.length === 0,
  outside_ceiling: (grants, ceilings) =>
    grants.some(({ applicationId, roles }) =>
      roles.some(({ roleId }) => !ceilings.get(applicationId)?.has(roleId)),
    ),
  expiring: (grants, _, now) =>
    grants.some((grant) =>
      [grant, ...grant.roles].some(
        ({ expiresAt }) => !isPast(expiresAt, now) && isPast(expiresAt, now + soon),
      ),
    ),
};

function isPast(expiresAt: number | undefined, now: number): boolean {
  return expiresAt !== undefined && now >= expiresAt;
}

function rowOf(world: World, seen: Seen, { member, user }: Person, ceilings: Ceilings) {
  const { actor, place } = seen;
  const { userId, organizationId, status } = member;
  const facts = memberFactsOf(world, member);
  const permitted = permits(actor, 'access.grant', place);
  const take = permitted === true ? (touchingBlocker(actor, facts) ?? (true as const)) : permitted;
  const give = permitted === true ? (wideningBlocker(actor, facts) ?? (true as const)) : permitted;
  const grants = new Map(
    grantsOf(world, organizationId, userId).map((grant) => [grant.applicationId, grant]),
  );
  const cells = [...ceilings].flatMap(([applicationId, allowed]) => {
    const version = versionOf(world, 'grant', organizationId, userId, applicationId);
    const grant = grants.get(applicationId);
    if (!grant && version === 1) return [];
    return [{ applicationId, version, ...(grant ? cellOf(world, grant, allowed) : emptyCell) }];
  });
  return {
    userId,
    name: user.name,
    email: user.email,
    ...(user.picture !== undefined && { picture: user.picture }),
    status,
    give,
    take,
    cells,
  };
}

type Cell = Omit<AccessWindow['items'][number]['cells'][number], 'applicationId' | 'version'>;

const emptyCell: Cell = { granted: false, inForce: false, roles: [] };

function cellOf(world: World, grant: AccessGrant, allowed: ReadonlySet<string>): Cell {
  const { roles, expiresAt } = grant;
  const now = world.now();
  return {
    granted: true,
    inForce: isGrantInForce(grant, now),
    roles: roles.map((role) => ({
      roleId: role.roleId,
      source: role.source,
      ...(role.expiresAt !== undefined && { expiresAt: timestamp(role.expiresAt) }),
      inForce: isRoleInForce(grant, role, allowed, now),
    })),
    ...(expiresAt !== undefined && { expiresAt: timestamp(expiresAt) }),
  };
}
