import type { userRoutes } from '@tesserakit/contract';
import { decide, type ActionAbout, type User } from '@tesserakit/domain';
import { doConfirmed } from '../directory/impact.ts';
import { listMemberships } from '../directory/memberships.ts';
import type { Looking } from '../directory/seen.ts';
import {
  createUser,
  deleteUser,
  disableUser,
  enableUser,
  resetPassword,
  updateUser,
} from '../directory/user-changes.ts';
import { listUsers, userDetailsView, userFactsOf, userView } from '../directory/users.ts';
import { versionOf } from '../directory/versions.ts';
import { demand, found } from '../refusal.ts';
import { freshSecret } from '../secrets.ts';
import type { World } from '../world.ts';
import { reachTenant } from './caller.ts';
import type { Handlers } from './operations.ts';

/** A person whom the caller may do this to. */
function allowed(
  world: World,
  { actor, place }: Looking,
  action: ActionAbout<'user'>,
  userId: string,
): User {
  const user = found(world.users.get(userId));
  demand(decide(actor, action, place, userFactsOf(world, user)));
  return user;
}

function view(world: World, looking: Looking, userId: string) {
  return userView(world, looking, found(world.users.get(userId)));
}

export const users: Handlers<keyof typeof userRoutes> = {
  'users.list': ({ world, caller, query }) => {
    const looking = reachTenant(caller, 'tenant.read');
    return listUsers(world, looking, query);
  },

  'users.get': ({ world, caller, path }) => {
    const looking = reachTenant(caller, 'tenant.read');
    const user = found(world.users.get(path('userId')));
    return userDetailsView(world, looking, user);
  },

  'users.listOrganizations': ({ world, caller, path, query }) => {
    reachTenant(caller, 'tenant.read');
    const { userId } = found(world.users.get(path('userId')));
    return listMemberships(world, userId, query, caller.actor.userId);
  },

  'users.create': ({ world, caller, body, write }) => {
    const looking = reachTenant(caller, 'user.create');
    const { userId } = write((deed) => createUser(deed, body));
    return view(world, looking, userId);
  },

  'users.update': ({ world, caller, path, body, write, expectVersion }) => {
    const looking = reachTenant(caller, 'user.update');
    const userId = path('userId');
    write((deed) => {
      const user = found(world.users.get(userId));
      expectVersion(versionOf(world, 'user', userId));
      updateUser(deed, user, body);
    });
    return view(world, looking, userId);
  },

  'users.disable': ({ world, caller, path, write, expectVersion }) => {
    const looking = reachTenant(caller, 'user.disable');
    const userId = path('userId');
    write((deed) => {
      const user = allowed(world, looking, 'user.disable', userId);
      expectVersion(versionOf(world, 'user', userId));
      disableUser(deed, user);
    });
    return view(world, looking, userId);
  },

  'users.enable': ({ world, caller, path, write, expectVersion }) => {
    const looking = reachTenant(caller, 'user.enable');
    const userId = path('userId');
    write((deed) => {
      const user = allowed(world, looking, 'user.enable', userId);
      expectVersion(versionOf(world, 'user', userId));
      enableUser(deed, user);
    });
    return view(world, looking, userId);
  },

  'users.previewDelete': ({ world, caller, path, preview }) => {
    const looking = reachTenant(caller, 'user.delete');
    const user = allowed(world, looking, 'user.delete', path('userId'));
    return preview((deed) => {
      deleteUser(deed, user);
    });
  },

  'users.delete': ({ world, caller, path, query, write, expectVersion }) => {
    const looking = reachTenant(caller, 'user.delete');
    const userId = path('userId');
    write((deed) => {
      const user = allowed(world, looking, 'user.delete', userId);
      expectVersion(versionOf(world, 'user', userId));
      doConfirmed(deed, query.impact, (confirmed) => {
        deleteUser(confirmed, user);
      });
    });
    return {};
  },

  'users.resetPassword': async ({ world, callerNow, path, write, expectVersion }) => {
    const secret = await freshSecret('tsr');
    const caller = await callerNow();
    const looking = reachTenant(caller, 'user.resetPassword');
    const userId = path('userId');
    write((deed) => {
      const user = found(world.users.get(userId));
      expectVersion(versionOf(world, 'user', userId));
      resetPassword(deed, user, secret);
    });
    return view(world, looking, userId);
  },
};
