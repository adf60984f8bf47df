import { exportJWK, exportPKCS8, exportSPKI, generateKeyPair, type JWK } from 'jose';
import type { World } from '../world.ts';

/** The key with which a provider signs, in the forms that its protocols ask for. */
export interface ProviderKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
  /** The same, as SAML libraries take it. */
  readonly privatePem: string;
  readonly publicPem: string;
}

const keys = new WeakMap<World, Map<string, Promise<ProviderKey>>>();

/** The key of a provider in a world: made when it is first needed, never kept, never another's. */
export function providerKey(world: World, providerId: string): Promise<ProviderKey> {
  const own = keys.get(world) ?? new Map<string, Promise<ProviderKey>>();
  keys.set(world, own);
  const key = own.get(providerId) ?? makeKey(providerId);
  own.set(providerId, key);
  return key;
}

async function makeKey(kid: string): Promise<ProviderKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  return {
    kid,
    privateKey,
    jwk: { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' },
    privatePem: await exportPKCS8(privateKey),
    publicPem: await exportSPKI(publicKey),
  };
}
