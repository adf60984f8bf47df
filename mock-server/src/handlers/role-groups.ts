import type { roleGroupRoutes } from '@tesserakit/contract';
import { permits, type RoleGroup } from '@tesserakit/domain';
import { catalogueOf } from '../directory/access.ts';
import { roleGroupView } from '../directory/catalogue.ts';
import { doConfirmed } from '../directory/impact.ts';
import {
  createRoleGroup,
  deleteRoleGroup,
  updateRoleGroup,
} from '../directory/role-group-changes.ts';
import { versionOf } from '../directory/versions.ts';
import { found } from '../refusal.ts';
import type { World } from '../world.ts';
import { reachTenant } from './caller.ts';
import type { Handlers } from './operations.ts';

/** The role group of the application that a path names, and of no other. */
function named(world: World, path: (name: string) => string): RoleGroup {
  const { roleGroups } = catalogueOf(world, path('applicationId'));
  return found(roleGroups.find(({ roleGroupId }) => roleGroupId === path('roleGroupId')));
}

export const roleGroups: Handlers<keyof typeof roleGroupRoutes> = {
  'roleGroups.list': ({ world, caller, path }) => {
    const looking = reachTenant(caller, 'tenant.read');
    const { applicationId } = found(world.applications.get(path('applicationId')));
    const groups = catalogueOf(world, applicationId).roleGroups;
    return {
      items: groups.map((group) => roleGroupView(world, looking, group)),
      actions: { 'roleGroup.create': permits(looking.actor, 'roleGroup.create', looking.place) },
    };
  },

  'roleGroups.create': ({ world, caller, path, body, write }) => {
    const looking = reachTenant(caller, 'roleGroup.create');
    const { applicationId } = found(world.applications.get(path('applicationId')));
    const group = write((deed) => createRoleGroup(deed, applicationId, body));
    return roleGroupView(world, looking, group);
  },

  'roleGroups.previewUpdate': ({ world, caller, path, body, preview }) => {
    reachTenant(caller, 'roleGroup.update');
    const group = named(world, path);
    return preview((deed) => {
      updateRoleGroup(deed, group, body);
    });
  },

  'roleGroups.update': ({ world, caller, path, query, body, write, expectVersion }) => {
    const looking = reachTenant(caller, 'roleGroup.update');
    const group = named(world, path);
    const next = write((deed) => {
      expectVersion(versionOf(world, 'roleGroup', group.roleGroupId));
      return doConfirmed(deed, query.impact, (confirmed) =>
        updateRoleGroup(confirmed, group, body),
      );
    });
    return roleGroupView(world, looking, next);
  },

  'roleGroups.previewDelete': ({ world, caller, path, preview }) => {
    reachTenant(caller, 'roleGroup.delete');
    const group = named(world, path);
    return preview((deed) => deleteRoleGroup(deed, group));
  },

  'roleGroups.delete': ({ world, caller, path, query, write, expectVersion }) => {
    reachTenant(caller, 'roleGroup.delete');
    const group = named(world, path);
    write((deed) => {
      expectVersion(versionOf(world, 'roleGroup', group.roleGroupId));
      doConfirmed(deed, query.impact, (confirmed) => deleteRoleGroup(confirmed, group));
    });
    return {};
  },
};
