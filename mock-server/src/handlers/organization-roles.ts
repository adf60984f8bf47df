import { handingOutBlocker, isBuiltIn, permits } from '@tesserakit/domain';
import { reach } from './caller.ts';
import type { Handlers } from './operations.ts';

export const organizationRoles: Handlers<'organizationRoles.list'> = {
  'organizationRoles.list': ({ world, caller, path }) => {
    const { actor, place } = reach(world, caller, path('organizationId'), 'organizationRoles.list');
    const permitted = permits(actor, 'member.setOrganizationRoles', place);
    const items = [...world.organizationRoles.values()].map((role) => ({
      roleId: role.roleId,
      name: role.name,
      permissions: [...role.permissions],
      builtIn: isBuiltIn(role.roleId),
      assignable:
        permitted === true ? (handingOutBlocker(actor, role) ?? (true as const)) : permitted,
    }));
    return { items };
  },
};
