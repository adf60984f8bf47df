import type { AccessGrant } from '@tesserakit/domain';
import type { World } from '../world.ts';

type GrantsOfOne = World['grants'] extends ReadonlyMap<string, infer T> ? T : never;

const known = new WeakMap<World, ReadonlyMap<string, ReadonlySet<string>>>();

/**
 * The organizations in which somebody was ever given an application, so that nobody has to look
 * through all grants of all organizations. Read once, then kept up with every change.
 */
export function grantedWhere(world: World, applicationId: string): ReadonlySet<string> {
  let places = known.get(world);
  if (!places) {
    places = follow(world);
    known.set(world, places);
  }
  return places.get(applicationId) ?? new Set();
}

function follow({ grants }: World): ReadonlyMap<string, ReadonlySet<string>> {
  const places = new Map<string, Set<string>>();
  const note = (organizationId: string, given: readonly AccessGrant[] = []) => {
    for (const { applicationId } of given) {
      const there = places.get(applicationId) ?? new Set();
      if (there.size === 0) places.set(applicationId, there);
      there.add(organizationId);
    }
  };
  const read = (organizationId: string, table: GrantsOfOne) => {
    for (const given of table.values()) note(organizationId, given);
    table.watch((userId) => note(organizationId, table.get(userId)));
  };
  for (const [organizationId, table] of grants) read(organizationId, table);
  grants.watch((organizationId) => {
    const table = grants.get(organizationId);
    if (table) read(organizationId, table);
  });
  return places;
}
