import type { World } from '../world.ts';
import { isOver } from './transaction.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** Forgets what can no longer be used, so that a server that runs for weeks does not fill up. */
export function sweep(world: World): void {
  const { transactions, sessions, codes, families, refreshTokens } = world.authorization;
  const { pushedRequests, devices, failedTries, usedAssertions } = world.authorization;
  const { failedFactors, mailedAt, links } = world.authorization;
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
  drop(failedFactors, (tries) => now - tries.lastAt >= day);
  drop(mailedAt, (moments) => moments.every((at) => now - at >= hour));
  drop(links, (link) => now >= link.expiresAt);
  drop(usedAssertions, (end) => now >= end);
}

function drop<T>(things: Map<string, T>, isGone: (thing: T) => boolean): void {
  for (const [key, thing] of things) if (isGone(thing)) things.delete(key);
}
