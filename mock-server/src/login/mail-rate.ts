import { canonicalEmail, mailRateBlocker, mailsAnHour } from '@tesserakit/domain';
import type { World } from '../world.ts';

const hour = 3_600_000;

/**
 * Counts a mail to an address, whether there is anybody behind it or not. Answers the code of the
 * refusal where there were too many.
 */
export function countMail(world: World, identifier: string) {
  const { mailedAt } = world.authorization;
  const key = canonicalEmail(identifier);
  const recent = (mailedAt.get(key) ?? []).filter((at) => world.now() - at < hour);
  const used = { sent: 0, received: recent.length };
  const blocker = mailRateBlocker(used, { sent: 1, received: mailsAnHour });
  if (!blocker) mailedAt.set(key, [...recent, world.now()]);
  return blocker;
}
