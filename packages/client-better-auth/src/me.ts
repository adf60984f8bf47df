import { TesseraError, type MeDirectory } from '@tesserakit/client';
import { reference, type Roles } from './roles.ts';
import type { BetterAuthServer } from './server.ts';
import { standingOf } from './standing.ts';

export function meOf(server: BetterAuthServer, roles: Roles): Pick<MeDirectory, 'get'> {
  return {
    get: async (scope, options) => {
      const [{ user, role }, all] = await Promise.all([
        standingOf(server, roles, scope, options),
        server.organizations(options),
      ]);
      const organization = all.find(({ id }) => id === scope.organizationId);
      if (!organization) throw new TesseraError('not_found');
      const { id, email, emailVerified, name, image } = user;
      return {
        userId: id,
        email,
        emailVerified,
        name,
        ...(typeof image === 'string' && { picture: image }),
        organization: {
          organizationId: organization.id,
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
