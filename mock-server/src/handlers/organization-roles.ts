import type { organizationRoleRoutes } from '@tesserakit/contract';
import {
  allPermissions,
  decide,
  permits,
  roleMakingBlocker,
  type ActionAbout,
  type OrganizationRole,
} from '@tesserakit/domain';
import { doConfirmed } from '../directory/impact.ts';
import {
  createOrganizationRole,
  deleteOrganizationRole,
  updateOrganizationRole,
} from '../directory/organization-role-changes.ts';
import { organizationRoleView, tenantOf } from '../directory/organization-roles.ts';
import { holdersOfOrganizationRole } from '../directory/role-holders.ts';
import type { Looking } from '../directory/seen.ts';
import { versionOf } from '../directory/versions.ts';
import { demand, found } from '../refusal.ts';
import type { World } from '../world.ts';
import { reach, reachTenant } from './caller.ts';
import type { Handlers } from './operations.ts';

/** A role that the caller may change like this. */
function allowed(
  world: World,
  { actor, place }: Looking,
  action: ActionAbout<'organizationRole'>,
  roleId: string,
): OrganizationRole {
  const role = found(world.organizationRoles.get(roleId));
  demand(decide(actor, action, place, { role }));
  return role;
}

function listed(world: World, looking: Looking) {
  const { actor } = looking;
  const roles = [...world.organizationRoles.values()];
  const making = permits(actor, 'organizationRole.create', tenantOf(actor));
  return {
    items: roles.map((role) => organizationRoleView(world, looking, role)),
    actions: { 'organizationRole.create': making },
    permissions: [...allPermissions].map((permission) => ({
      permission,
      mayGive:
        making === true
          ? (roleMakingBlocker(actor, [permission], false) ?? (true as const))
          : making,
    })),
  };
}

export const organizationRoles: Handlers<keyof typeof organizationRoleRoutes> = {
  'organizationRoles.list': ({ world, caller, path }) =>
    listed(world, reach(world, caller, path('organizationId'), 'organizationRoles.list')),

  'organizationRoles.listAll': ({ world, caller }) =>
    listed(world, reachTenant(caller, 'tenant.read')),

  'organizationRoles.create': ({ world, caller, body, write }) => {
    const looking = reachTenant(caller, 'organizationRole.create');
    const role = write((deed) => createOrganizationRole(deed, body));
    return organizationRoleView(world, looking, role);
  },

  'organizationRoles.holders': ({ world, caller, path }) => {
    reachTenant(caller, 'tenant.read');
    const { roleId } = found(world.organizationRoles.get(path('roleId')));
    return holdersOfOrganizationRole(world, roleId);
  },

  'organizationRoles.update': ({ world, caller, path, body, write, expectVersion }) => {
    const looking = reachTenant(caller, 'organizationRole.update');
    const role = allowed(world, looking, 'organizationRole.update', path('roleId'));
    const next = write((deed) => {
      expectVersion(versionOf(world, 'organizationRole', role.roleId));
      return updateOrganizationRole(deed, role, body);
    });
    return organizationRoleView(world, looking, next);
  },

  'organizationRoles.previewDelete': ({ world, caller, path, preview }) => {
    const looking = reachTenant(caller, 'organizationRole.delete');
    const role = allowed(world, looking, 'organizationRole.delete', path('roleId'));
    return preview((deed) => deleteOrganizationRole(deed, role));
  },

  'organizationRoles.delete': ({ world, caller, path, query, write, expectVersion }) => {
    const looking = reachTenant(caller, 'organizationRole.delete');
    const role = allowed(world, looking, 'organizationRole.delete', path('roleId'));
    write((deed) => {
      expectVersion(versionOf(world, 'organizationRole', role.roleId));
      doConfirmed(deed, query.impact, (confirmed) => deleteOrganizationRole(confirmed, role));
    });
    return {};
  },
};
