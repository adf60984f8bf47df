import type { OrganizationRoleDirectory } from '@tesserakit/client';
import { mayHandOut } from '@tesserakit/domain';
import type { BetterAuthRole, Roles } from './roles.ts';
import type { BetterAuthServer } from './server.ts';
import { ownPlace, standingOf } from './standing.ts';

/** The roles that the adapter was told of; the server lists only those it was given at run time. */
export function organizationRolesOf(
  server: BetterAuthServer,
  roles: Roles,
  known: readonly BetterAuthRole[],
): Pick<OrganizationRoleDirectory, 'list'> {
  return {
    list: async (scope, options) => {
      const { actor } = await standingOf(server, roles, scope, options);
      const items = known.map((role) => ({
        roleId: role.roleId,
        name: role.name,
        permissions: [...role.permissions],
        builtIn: true,
        assignable: mayHandOut(actor, role, ownPlace),
        actions: {},
      }));
      return { items };
    },
  };
}
