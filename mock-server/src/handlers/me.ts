import { accessOf } from '../directory/access.ts';
import { organizationRolesOf, reference } from '../directory/roles.ts';
import type { World } from '../world.ts';
import { demandStanding, type ActingFor, type Caller } from './caller.ts';
import type { Handlers } from './operations.ts';

export const me: Handlers<'me.get'> = {
  'me.get': ({ world, caller }) => {
    const { userId, email, emailVerified, name, picture, locale } = caller.user;
    if (caller.actingFor) demandStanding(world, caller.actingFor);
    return {
      userId,
      email,
      emailVerified,
      name,
      ...(picture !== undefined && { picture }),
      ...(locale !== undefined && { locale }),
      applicationId: caller.applicationId ?? caller.clientId,
      ...(caller.actingFor && { organization: organizationOf(world, caller, caller.actingFor) }),
    };
  },
};

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
