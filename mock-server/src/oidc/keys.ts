import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';

export type SigningAlgorithm = 'ES256' | 'RS256';

/** A key to sign with, and its public half as others find it. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly jwk: JWK;
}

/** Every key of a world with its private half, as JWKs. */
export type KeptKeys = Readonly<Record<SigningAlgorithm | 'seal', JWK>>;

/** The keys of one world: made when first needed, and never the same in two worlds. */
export interface SigningKeys {
  of(algorithm: SigningAlgorithm): Promise<SigningKey>;
  /** Secret with which list cursors are sealed. */
  seal(): Promise<CryptoKey>;
  /** All of them, for another life of the same world. */
  keep(): Promise<KeptKeys>;
  /** Replaces all of them by those of a former life. */
  restore(kept: KeptKeys): void;
}

export function newSigningKeys(): SigningKeys {
  const made = new Map<SigningAlgorithm, Promise<SigningKey>>();
  let sealing: Promise<CryptoKey> | undefined;
  const of = (algorithm: SigningAlgorithm) => {
    const key = made.get(algorithm) ?? makeKey(algorithm);
    made.set(algorithm, key);
    return key;
  };
  const seal = () => (sealing ??= makeSeal());
  return {
    of,
    seal,
    keep: async () => ({
      ES256: await exportJWK((await of('ES256')).privateKey),
      RS256: await exportJWK((await of('RS256')).privateKey),
      seal: await exportJWK(await seal()),
    }),
    restore: (kept) => {
      for (const algorithm of ['ES256', 'RS256'] as const) {
        made.set(algorithm, keyOf(algorithm, kept[algorithm]));
      }
      sealing = crypto.subtle.importKey('jwk', kept.seal, sha256, true, ['sign', 'verify']);
    },
  };
}

/** What a public key consists of, on a curve or of RSA. */
const publicNames = ['kty', 'crv', 'x', 'y', 'n', 'e'];
const sha256 = { name: 'HMAC', hash: 'SHA-256' };

async function makeSeal(): Promise<CryptoKey> {
  return (await crypto.subtle.generateKey(sha256, true, ['sign', 'verify'])) as CryptoKey;
}

async function makeKey(algorithm: SigningAlgorithm): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  return keyOf(algorithm, await exportJWK(privateKey));
}

/** The key whose private half this is. */
async function keyOf(algorithm: SigningAlgorithm, kept: JWK): Promise<SigningKey> {
  const publicJwk = Object.fromEntries(
    Object.entries(kept).filter(([name]) => publicNames.includes(name)),
  ) as JWK;
  const kid = await calculateJwkThumbprint(publicJwk);
  return {
    kid,
    privateKey: (await importJWK(kept, algorithm, { extractable: true })) as CryptoKey,
    publicKey: (await importJWK(publicJwk, algorithm)) as CryptoKey,
    jwk: { ...publicJwk, kid, alg: algorithm, use: 'sig' },
  };
}
