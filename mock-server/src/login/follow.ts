import { digestOf } from '../secrets.ts';
import type { World } from '../world.ts';
import { goodLink } from './magic-link.ts';
import { findTransaction, openTransaction, type Transaction } from './transaction.ts';
import { isOpen } from './steps.ts';

/**
 * Opens the link of a mail. Nothing is used up by that, since programs that look through mail open
 * links too. In the browser in which it was asked for, that very sign-in goes on; in another one, a
 * sign-in of its own.
 */
export async function follow(
  world: World,
  request: Request,
  secret: string,
  transactionId: string,
): Promise<Transaction> {
  const digest = await digestOf(secret);
  const good = goodLink(world, digest);
  if (!good) {
    return openTransaction(world, { stage: { at: 'link_over', refusal: 'link_expired' } });
  }
  const { link } = good;
  const stage = { at: 'confirm_link' as const, digest };
  const own = findTransaction(world, request, transactionId);
  const isWaiting = own?.stage.at === 'confirm_link' || (own && isOpen(own.stage));
  if (own?.transactionId === link.transactionId && isWaiting) {
    Object.assign(own, { stage, identifier: link.identifier });
    return own;
  }
  const { identifier, request: asked } = link;
  return openTransaction(world, { stage, identifier, request: asked, elsewhere: true });
}
