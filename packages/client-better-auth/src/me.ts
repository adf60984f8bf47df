import { TesseraError, type MeDirectory } from '@tesserakit/client';
import { reference, type Roles } from './roles.ts';
import type { BetterAuthServer, ServerUser } from './server.ts';
import { standingOf } from './standing.ts';

export function meOf(server: BetterAuthServer, roles: Roles): Pick<MeDirectory, 'get'> {
  return {
    get: async ({ organizationId, ...scope }, options) => {
      if (organizationId === undefined) return profileOf(await server.user(options));
      const [{ user, role }, all] = await Promise.all([
        standingOf(server, roles, { ...scope, organizationId }, options),
        server.organizations(options),
      ]);
      const organization = all.find(({ id }) => id === organizationId);
      if (!organization) throw new TesseraError('not_found');
      return {
        ...profileOf(user),
        organization: {
          organizationId,
          name: organization.name,
          status: 'active',
          organizationRoles: roles.read(role).map(reference),
          roles: [],
          permissions: [],
        },
      };
    },
  };
}

function profileOf({ id, email, emailVerified, name, image }: ServerUser) {
  return {
    userId: id,
    email,
    emailVerified,
    name,
    ...(typeof image === 'string' && { picture: image }),
  };
}
