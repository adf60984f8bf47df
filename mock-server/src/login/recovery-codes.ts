import { recoveryCodeCount, recoveryCodeOf } from '@tesserakit/domain';
import { digestOf } from '../secrets.ts';
import type { World } from '../world.ts';

/** Codes to be shown once, and the digests that are kept of them. */
export interface FreshCodes {
  readonly codes: readonly string[];
  readonly digests: readonly string[];
}

export async function freshCodes(): Promise<FreshCodes> {
  const codes = Array.from({ length: recoveryCodeCount }, () =>
    recoveryCodeOf(crypto.getRandomValues(new Uint8Array(16))),
  );
  return { codes, digests: await Promise.all(codes.map(digestOf)) };
}

/** Gives a person new codes; the former ones are worthless. */
export function giveCodes(world: World, userId: string, { digests }: FreshCodes): void {
  world.factors.set(userId, { ...world.factors.get(userId), recoveryCodes: digests });
}

/** Uses up a code of a person; whether it was one. */
export function useCode(world: World, userId: string, digest: string): boolean {
  const factors = world.factors.get(userId);
  const { recoveryCodes = [] } = factors ?? {};
  if (!recoveryCodes.includes(digest)) return false;
  const left = recoveryCodes.filter((one) => one !== digest);
  world.factors.set(userId, { ...factors, recoveryCodes: left });
  return true;
}
