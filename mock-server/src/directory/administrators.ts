import { isAdministratorRole, type Member } from '@tesserakit/domain';
import type { WatchedMap } from '../watched-map.ts';
import type { World } from '../world.ts';

const known = new WeakMap<ReadonlyMap<string, Member>, Set<string>>();

/**
 * User ids of an organization's administrators, whatever their standing: few of many members.
 * Follows every change by itself.
 */
export function administratorsOf(world: World, organizationId: string): ReadonlySet<string> {
  const members = world.members.get(organizationId);
  if (!members) return new Set();
  const administrators = known.get(members) ?? follow(members);
  known.set(members, administrators);
  return administrators;
}

function follow(members: WatchedMap<string, Member>): Set<string> {
  const administrators = new Set<string>();
  const look = (userId: string) => {
    if (members.get(userId)?.organizationRoleIds.some(isAdministratorRole)) {
      administrators.add(userId);
    } else administrators.delete(userId);
  };
  for (const userId of members.keys()) look(userId);
  members.watch(look);
  return administrators;
}
