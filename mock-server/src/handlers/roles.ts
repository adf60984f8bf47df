import type { roleRoutes } from '@tesserakit/contract';
import { permits, type ApplicationRole } from '@tesserakit/domain';
import { catalogueOf } from '../directory/access.ts';
import { roleView } from '../directory/catalogue.ts';
import { doConfirmed } from '../directory/impact.ts';
import { holdersOfRole } from '../directory/role-holders.ts';
import { createRole, deleteRole, updateRole } from '../directory/role-changes.ts';
import { versionOf } from '../directory/versions.ts';
import { found } from '../refusal.ts';
import type { World } from '../world.ts';
import { reachTenant } from './caller.ts';
import type { Handlers } from './operations.ts';

/** The role of the application that a path names, and of no other. */
function named(world: World, path: (name: string) => string): ApplicationRole {
  const { roles } = catalogueOf(world, path('applicationId'));
  return found(roles.find(({ roleId }) => roleId === path('roleId')));
}

export const roles: Handlers<keyof typeof roleRoutes> = {
  'roles.list': ({ world, caller, path }) => {
    const looking = reachTenant(caller, 'tenant.read');
    const { applicationId } = found(world.applications.get(path('applicationId')));
    const { roles } = catalogueOf(world, applicationId);
    return {
      items: roles.map((role) => roleView(world, looking, role)),
      actions: { 'role.create': permits(looking.actor, 'role.create', looking.place) },
    };
  },

  'roles.create': ({ world, caller, path, body, write }) => {
    const looking = reachTenant(caller, 'role.create');
    const { applicationId } = found(world.applications.get(path('applicationId')));
    const role = write((deed) => createRole(deed, applicationId, body));
    return roleView(world, looking, role);
  },

  'roles.holders': ({ world, caller, path }) => {
    reachTenant(caller, 'tenant.read');
    return holdersOfRole(world, named(world, path).roleId);
  },

  'roles.update': ({ world, caller, path, body, write, expectVersion }) => {
    const looking = reachTenant(caller, 'role.update');
    const role = named(world, path);
    const next = write((deed) => {
      expectVersion(versionOf(world, 'role', role.roleId));
      return updateRole(deed, role, body);
    });
    return roleView(world, looking, next);
  },

  'roles.previewDelete': ({ world, caller, path, preview }) => {
    reachTenant(caller, 'role.delete');
    const role = named(world, path);
    return preview((deed) => deleteRole(deed, role));
  },

  'roles.delete': ({ world, caller, path, query, write, expectVersion }) => {
    reachTenant(caller, 'role.delete');
    const role = named(world, path);
    write((deed) => {
      expectVersion(versionOf(world, 'role', role.roleId));
      doConfirmed(deed, query.impact, (confirmed) => deleteRole(confirmed, role));
    });
    return {};
  },
};
