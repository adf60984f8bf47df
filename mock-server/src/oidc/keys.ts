import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';

export type SigningAlgorithm = 'ES256' | 'RS256';

/** A key to sign with, and its public half as others find it. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly jwk: JWK;
}

/** A key that signs no more, for what it signed before. */
interface RetiredKey {
  readonly algorithm: SigningAlgorithm;
  /** Its public half. */
  readonly jwk: JWK;
  /** When nothing that it signed counts any more, in milliseconds. */
  readonly until: number;
}

/** Every key of a world, as JWKs: those in use with their private half. */
export interface KeptKeys extends Readonly<Record<SigningAlgorithm | 'seal', JWK>> {
  readonly retired?: readonly RetiredKey[];
}

/** Milliseconds for which a retired key is still known: as an ID token may serve as a hint. */
const afterlife = 12 * 3_600_000;

/** The keys of one world: made when first needed, and never the same in two worlds. */
export interface SigningKeys {
  of(algorithm: SigningAlgorithm): Promise<SigningKey>;
  /** The key of that name, in use or retired; `undefined` when it counts no more. */
  named(algorithm: SigningAlgorithm, kid: string, now: number): Promise<CryptoKey | undefined>;
  /** The public halves of all that count. */
  published(now: number): Promise<JWK[]>;
  /** Signs with new keys from now on; the former ones count until what they signed has ended. */
  rotate(now: number): Promise<void>;
  /** Secret with which list cursors are sealed. */
  seal(): Promise<CryptoKey>;
  /** All of them, for another life of the same world. */
  keep(): Promise<KeptKeys>;
  /** Replaces all of them by those of a former life. */
  restore(kept: KeptKeys): void;
}

export function newSigningKeys(): SigningKeys {
  const made = new Map<SigningAlgorithm, Promise<SigningKey>>();
  let retired: readonly RetiredKey[] = [];
  let sealing: Promise<CryptoKey> | undefined;
  const of = (algorithm: SigningAlgorithm) => {
    const key = made.get(algorithm) ?? makeKey(algorithm);
    made.set(algorithm, key);
    return key;
  };
  const seal = () => (sealing ??= makeSeal());
  const current = () => Promise.all(algorithms.map(of));
  const counting = (now: number) => retired.filter(({ until }) => now < until);
  return {
    of,
    named: async (algorithm, kid, now) => {
      const key = await of(algorithm);
      if (key.kid === kid) return key.publicKey;
      const former = counting(now).find((one) => one.jwk.kid === kid);
      if (former?.algorithm !== algorithm) return undefined;
      return (await importJWK(former.jwk, algorithm)) as CryptoKey;
    },
    published: async (now) => {
      const keys = await current();
      return [...keys, ...counting(now)].map(({ jwk }) => jwk);
    },
    rotate: async (now) => {
      const next = await Promise.all(algorithms.map(makeKey));
      const former = (await current()).map(({ jwk }, index) => ({
        algorithm: algorithms[index]!,
        jwk,
        until: now + afterlife,
      }));
      for (const [index, key] of next.entries()) made.set(algorithms[index]!, Promise.resolve(key));
      retired = [...counting(now), ...former];
    },
    seal,
    keep: async () => ({
      ES256: await exportJWK((await of('ES256')).privateKey),
      RS256: await exportJWK((await of('RS256')).privateKey),
      seal: await exportJWK(await seal()),
      retired,
    }),
    restore: (kept) => {
      for (const algorithm of algorithms) {
        made.set(algorithm, keyOf(algorithm, kept[algorithm]));
      }
      retired = kept.retired ?? [];
      sealing = crypto.subtle.importKey('jwk', kept.seal, sha256, true, ['sign', 'verify']);
    },
  };
}

const algorithms = ['ES256', 'RS256'] as const;

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
