import type { World } from '../world.ts';

/**
 * Where a listed provider is really met. Its own addresses are names that stand for these, so that a
 * connection to it looks like any other.
 */
export function providerAddress(world: World, providerId: string, page: string): string {
  return new URL(`/idp/${encodeURIComponent(providerId)}/${page}`, world.issuer).href;
}

/** Where connections of this server take answers of identity providers. */
export function isReturnAddress(world: World, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { origin, pathname, search, hash } = new URL(address);
  const own = origin === new URL(world.issuer).origin && `${search}${hash}` === '';
  return own && /^\/federation\/[\w-]+\/(?:callback|acs)$/.test(pathname);
}
