import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';

export type SigningAlgorithm = 'ES256' | 'RS256';

/** A key to sign with, and its public half as others find it. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly jwk: JWK;
}

/** The keys of one world: made when first needed, and never the same in two worlds. */
export interface SigningKeys {
  of(algorithm: SigningAlgorithm): Promise<SigningKey>;
  /** Secret with which list cursors are sealed. */
  seal(): Promise<CryptoKey>;
}

export function newSigningKeys(): SigningKeys {
  const made = new Map<SigningAlgorithm, Promise<SigningKey>>();
  let seal: Promise<CryptoKey> | undefined;
  return {
    of(algorithm) {
      const key = made.get(algorithm) ?? makeKey(algorithm);
      made.set(algorithm, key);
      return key;
    },
    seal: () =>
      (seal ??= crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, [
        'sign',
        'verify',
      ])),
  };
}

async function makeKey(algorithm: SigningAlgorithm): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair(algorithm);
  const publicJwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(publicJwk);
  return { kid, privateKey, publicKey, jwk: { ...publicJwk, kid, alg: algorithm, use: 'sig' } };
}
