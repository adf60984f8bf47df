import type { meRoutes } from '@tesserakit/contract';
import { accessOf } from '../directory/access.ts';
import { organizationRolesOf, reference } from '../directory/organization-roles.ts';
import { updateProfile } from '../directory/user-changes.ts';
import { versionOf } from '../directory/versions.ts';
import { found } from '../refusal.ts';
import type { World } from '../world.ts';
import { demandStanding, reachOneself, type ActingFor, type Caller } from './caller.ts';
import type { Handlers } from './operations.ts';

export const me: Handlers<keyof typeof meRoutes> = {
  'me.get': ({ world, caller }) => {
    if (caller.actingFor) demandStanding(world, caller.actingFor);
    return meView(world, caller);
  },

  'me.update': ({ world, caller, body, write, expectVersion }) => {
    if (caller.actingFor) demandStanding(world, caller.actingFor);
    reachOneself(caller, 'me.update');
    write((deed) => {
      const user = found(world.users.get(caller.user.userId));
      expectVersion(versionOf(world, 'user', user.userId));
      updateProfile(deed, user, body);
    });
    return meView(world, caller);
  },
};

function meView(world: World, caller: Caller) {
  const user = found(world.users.get(caller.user.userId));
  const { userId, email, emailVerified, name, phone, picture, locale } = user;
  return {
    userId,
    email,
    emailVerified,
    name,
    ...(phone !== undefined && { phone }),
    ...(picture !== undefined && { picture }),
    ...(locale !== undefined && { locale }),
    applicationId: caller.applicationId ?? caller.clientId,
    ...(caller.actingFor && { organization: organizationOf(world, caller, caller.actingFor) }),
    version: versionOf(world, 'user', userId),
  };
}

function organizationOf(world: World, caller: Caller, { organization, member }: ActingFor) {
  const application = world.applications.get(caller.applicationId ?? '');
  const access = application && accessOf(world, caller.user, organization, application);
  return {
    organizationId: organization.organizationId,
    name: organization.name,
    status: organization.status,
    organizationRoles: organizationRolesOf(world, member).map(reference),
    roles: (access?.roles ?? []).map(reference),
    permissions: [...(access?.permissions ?? [])],
  };
}
