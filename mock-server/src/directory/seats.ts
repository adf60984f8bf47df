import { isGrantInForce, type AccessGrant } from '@tesserakit/domain';
import type { WatchedMap } from '../watched-map.ts';
import type { World } from '../world.ts';

type Grants = WatchedMap<string, readonly AccessGrant[]>;

/** The grants of one organization, counted. Follows every change by itself. */
interface Count {
  /** How many have each application, of those whose grants have no end. */
  readonly lasting: ReadonlyMap<string, number>;
  /** By user, all grants of those who have one with an end: judged when somebody asks. */
  readonly ending: ReadonlyMap<string, readonly AccessGrant[]>;
}

const counts = new WeakMap<Grants, Count>();

/** How many members have each application, whatever comes of it. */
export function seatsTaken(world: World, organizationId: string): ReadonlyMap<string, number> {
  const grants = world.grants.get(organizationId);
  if (!grants) return new Map();
  const { lasting, ending } = counts.get(grants) ?? count(grants);
  const taken = new Map(lasting);
  for (const some of ending.values()) {
    const now = some.filter((grant) => isGrantInForce(grant, world.now()));
    for (const applicationId of applicationsIn(now)) add(taken, applicationId, 1);
  }
  return taken;
}

/** How many members have one application. */
export function seatsUsed(world: World, organizationId: string, applicationId: string): number {
  return seatsTaken(world, organizationId).get(applicationId) ?? 0;
}

function count(grants: Grants): Count {
  const lasting = new Map<string, number>();
  const ending = new Map<string, readonly AccessGrant[]>();
  const counted = new Map<string, readonly AccessGrant[]>();
  const look = (userId: string) => {
    for (const applicationId of applicationsIn(counted.get(userId)))
      add(lasting, applicationId, -1);
    counted.delete(userId);
    ending.delete(userId);
    const now = grants.get(userId);
    if (!now) return;
    if (now.some(({ expiresAt }) => expiresAt !== undefined)) {
      ending.set(userId, now);
      return;
    }
    counted.set(userId, now);
    for (const applicationId of applicationsIn(now)) add(lasting, applicationId, 1);
  };
  for (const userId of grants.keys()) look(userId);
  grants.watch(look);
  const made = { lasting, ending };
  counts.set(grants, made);
  return made;
}

function applicationsIn(grants: readonly AccessGrant[] = []): ReadonlySet<string> {
  return new Set(grants.map(({ applicationId }) => applicationId));
}

function add(counts: Map<string, number>, applicationId: string, change: number): void {
  counts.set(applicationId, (counts.get(applicationId) ?? 0) + change);
}
