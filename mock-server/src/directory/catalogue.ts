import { permits, type ApplicationRole, type RoleGroup } from '@tesserakit/domain';
import type { World } from '../world.ts';
import type { Looking } from './seen.ts';
import { versionOf } from './versions.ts';

/** A role of an application as the tenant keeps it. */
export function roleView(world: World, { actor, place }: Looking, role: ApplicationRole) {
  return {
    ...role,
    permissions: [...role.permissions],
    version: versionOf(world, 'role', role.roleId),
    actions: {
      'role.update': permits(actor, 'role.update', place),
      'role.delete': permits(actor, 'role.delete', place),
    },
  };
}

/** A role group as the tenant keeps it. */
export function roleGroupView(world: World, { actor, place }: Looking, group: RoleGroup) {
  return {
    ...group,
    roleIds: [...group.roleIds],
    version: versionOf(world, 'roleGroup', group.roleGroupId),
    actions: {
      'roleGroup.update': permits(actor, 'roleGroup.update', place),
      'roleGroup.delete': permits(actor, 'roleGroup.delete', place),
    },
  };
}
