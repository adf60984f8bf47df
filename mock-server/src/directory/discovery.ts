import { discover, discoveryDomain, isOwned, type Discovery } from '@tesserakit/domain';
import type { World } from '../world.ts';
import { connectionsOf } from './connections.ts';

/**
 * Where an address leads a person who is about to sign in to an application; `undefined` for the
 * usual way. Nobody is looked up for it.
 */
export function discoveryOf(
  world: World,
  email: string,
  applicationId?: string,
): Discovery | undefined {
  const name = discoveryDomain(email);
  if (name === undefined) return undefined;
  for (const [organizationId, domains] of world.domains) {
    const domain = [...domains.values()].find((one) => one.name === name && isOwned(one));
    const organization = domain && world.organizations.get(organizationId);
    if (!organization) continue;
    const connections = connectionsOf(world, organizationId);
    return discover(name, { domain, organization, connections }, applicationId);
  }
  return undefined;
}
