import {
  decide,
  handingOutBlocker,
  isBuiltIn,
  permits,
  type Actor,
  type ApplicationRole,
  type OrganizationRole,
  type Place,
  type RoleGroup,
} from '@tesserakit/domain';
import type { World } from '../world.ts';
import { versionOf } from './versions.ts';

/** Who looks at the tenant's things. */
export interface Looking {
  readonly actor: Actor;
  readonly place: Place;
}

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

/** An organization role, with whether whoever looks may hand it out where they look. */
export function organizationRoleView(
  world: World,
  { actor, place }: Looking,
  role: OrganizationRole,
) {
  const permitted = permits(actor, 'member.setOrganizationRoles', place);
  const tenant: Place = {
    reach: { kind: actor.platform ? 'platform' : 'tenant' },
    organization: undefined,
  };
  return {
    roleId: role.roleId,
    name: role.name,
    permissions: [...role.permissions],
    builtIn: isBuiltIn(role.roleId),
    assignable:
      permitted === true ? (handingOutBlocker(actor, role) ?? (true as const)) : permitted,
    version: versionOf(world, 'organizationRole', role.roleId),
    actions: {
      'organizationRole.update': decide(actor, 'organizationRole.update', tenant, { role }),
      'organizationRole.delete': decide(actor, 'organizationRole.delete', tenant, { role }),
    },
  };
}
