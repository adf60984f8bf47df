import { canonicalEmail, waitAfterFailures } from '@tesserakit/domain';
import type { World } from '../world.ts';

/** Seconds until a password for this address is looked at again; 0 when it is now. */
export function secondsToWait(world: World, identifier: string): number {
  const tries = world.authorization.failedTries.get(canonicalEmail(identifier));
  return Math.max(0, Math.ceil(((tries?.waitUntil ?? 0) - world.now()) / 1000));
}

/**
 * Counts a try as failed before its password is looked at, so that many at once do not slip past
 * the limit.
 */
export function countTry(world: World, identifier: string): void {
  const { failedTries } = world.authorization;
  const key = canonicalEmail(identifier);
  const count = (failedTries.get(key)?.count ?? 0) + 1;
  const now = world.now();
  failedTries.set(key, { count, waitUntil: now + waitAfterFailures(count), lastAt: now });
}

/** The password was right: nothing is held against the address any more. */
export function forgetTries(world: World, identifier: string): void {
  world.authorization.failedTries.delete(canonicalEmail(identifier));
}
