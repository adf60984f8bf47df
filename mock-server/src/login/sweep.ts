import type { World } from '../world.ts';
import { isOver } from './transaction.ts';

const day = 86_400_000;

/** Forgets what can no longer be used, so that a server that runs for weeks does not fill up. */
export function sweep(world: World): void {
  const { transactions, sessions, codes, families, refreshTokens } = world.authorization;
  const { pushedRequests, devices, failedTries, usedAssertions } = world.authorization;
  const now = world.now();
  drop(transactions, (transaction) => isOver(world, transaction));
  drop(sessions, (session) => now >= session.expiresAt);
  drop(families, (family) => now >= family.expiresAt);
  // A used code is kept for as long as what it gave, to notice that it is used again.
  drop(codes, (code) => now >= code.expiresAt && !families.has(code.familyId ?? ''));
  drop(refreshTokens, (familyId) => !families.has(familyId));
  drop(pushedRequests, (pushed) => now >= pushed.expiresAt);
  drop(devices, (device) => now >= device.expiresAt);
  drop(failedTries, (tries) => now - tries.lastAt >= day);
  drop(usedAssertions, (end) => now >= end);
}

function drop<T>(things: Map<string, T>, isGone: (thing: T) => boolean): void {
  for (const [key, thing] of things) if (isGone(thing)) things.delete(key);
}
