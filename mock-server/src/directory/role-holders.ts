import type { Holders } from '@tesserakit/contract';
import type { World } from '../world.ts';

/** Who was given a role of an application, whether it counts now or not. */
export function holdersOfRole({ grants }: World, roleId: string): Holders {
  return counted([...grants.values()], (given) =>
    given.some(({ roles }) => roles.some((role) => role.roleId === roleId)),
  );
}

/** Who has an organization role. */
export function holdersOfOrganizationRole({ members }: World, roleId: string): Holders {
  return counted([...members.values()], ({ organizationRoleIds }) =>
    organizationRoleIds.includes(roleId),
  );
}

function counted<T>(tables: readonly ReadonlyMap<string, T>[], has: (one: T) => boolean): Holders {
  const counts = tables.map((table) => {
    let holders = 0;
    for (const one of table.values()) if (has(one)) holders += 1;
    return holders;
  });
  return {
    members: counts.reduce((sum, count) => sum + count, 0),
    organizations: counts.filter((count) => count > 0).length,
  };
}
