import { canonicalEmail, waitAfterFailures } from '@tesserakit/domain';
import type { FailedTries } from '../authorization-state.ts';
import type { World } from '../world.ts';

/** Where tries are counted, and whose they are. */
export interface TriesOf {
  readonly tries: Map<string, FailedTries>;
  readonly key: string;
}

/** Tries of an address, whether there is an account behind it or not. */
export function triesOfAddress(world: World, identifier: string): TriesOf {
  return { tries: world.authorization.failedTries, key: canonicalEmail(identifier) };
}

/** Tries of a second factor: only who has proved the first one can make them. */
export function triesOfFactor(world: World, userId: string): TriesOf {
  return { tries: world.authorization.failedFactors, key: userId };
}

/** Seconds until another try is looked at; 0 when it is now. */
export function secondsLeft(world: World, { tries, key }: TriesOf): number {
  const { waitUntil = 0 } = tries.get(key) ?? {};
  return Math.max(0, Math.ceil((waitUntil - world.now()) / 1000));
}

/** Counts a try as failed before it is looked at, so that many at once do not slip past the limit. */
export function count(world: World, { tries, key }: TriesOf): void {
  const number = (tries.get(key)?.count ?? 0) + 1;
  const now = world.now();
  tries.set(key, { count: number, waitUntil: now + waitAfterFailures(number), lastAt: now });
}

/** It was right: nothing is held against them any more. */
export function forget({ tries, key }: TriesOf): void {
  tries.delete(key);
}

/** {@link secondsLeft} of an address. */
export function secondsToWait(world: World, identifier: string): number {
  return secondsLeft(world, triesOfAddress(world, identifier));
}

/** {@link count} for an address. */
export function countTry(world: World, identifier: string): void {
  count(world, triesOfAddress(world, identifier));
}

/** {@link forget} of an address. */
export function forgetTries(world: World, identifier: string): void {
  forget(triesOfAddress(world, identifier));
}
