import { canonicalEmail, mailedProofLife, waitForMail, type User } from '@tesserakit/domain';
import type { BrowserSession } from '../authorization-state.ts';
import { sendMail } from '../directory/mails.ts';
import { freshSecret } from '../secrets.ts';
import { userByEmail, type World } from '../world.ts';
import { countMail } from './mail-rate.ts';
import type { MailboxStage, MailedLink } from './mailbox-stage.ts';
import { enterByMailbox } from './mailbox-proof.ts';
import type { Transaction } from './transaction.ts';

/** By which scanners of leaked secrets know them. */
const prefix = 'tsl';

/**
 * Mails a link, unless one was mailed a moment ago; the former ones are worthless then. An address
 * that is nobody's gets the same answer for as much hashing, and no mail.
 */
export async function askForLink(world: World, transaction: Transaction): Promise<void> {
  const { stage, mailed, identifier = '', request, transactionId } = transaction;
  const now = world.now();
  if (mailed?.link && waitForMail(mailed.link, now) > 0) {
    transaction.stage = { at: 'magic_link_sent' };
    return;
  }
  const { secret, digest } = await freshSecret(prefix);
  if (transaction.stage !== stage || !request) return;
  const blocker = countMail(world, identifier);
  if (blocker) {
    transaction.stage = { at: 'magic_link_sent', refusal: blocker };
    return;
  }
  transaction.mailed = { ...mailed, link: { sentAt: now } };
  transaction.stage = { at: 'magic_link_sent' };
  const user = userByEmail(world, identifier);
  if (user?.status !== 'active') return;
  const { userId } = user;
  const { links } = world.authorization;
  for (const [digest, one] of links) if (one.userId === userId) links.delete(digest);
  const expiresAt = now + mailedProofLife;
  const link: MailedLink = { userId, identifier, transactionId, request, expiresAt };
  links.set(digest, link);
  mailLink(world, user, transactionId, secret);
}

function mailLink(world: World, { email }: User, transactionId: string, secret: string): void {
  const address = new URL('/login/link', world.issuer);
  address.searchParams.set('tx', transactionId);
  // The secret in the fragment, which browsers send to nobody.
  address.hash = secret;
  sendMail(world, {
    to: email,
    subject: 'Your link to sign in',
    text: `Open this link within ten minutes to sign in:\n${address.href}\n\nIf you did not ask for it, you need not do anything.\n`,
    purpose: 'sign-in-link',
    link: address.href,
  });
}

/** A link that is still good, and whose it is. */
export function goodLink(
  world: World,
  digest: string,
): { readonly link: MailedLink; readonly user: User } | undefined {
  const link = world.authorization.links.get(digest);
  const user = world.users.get(link?.userId ?? '');
  if (!link || user?.status !== 'active' || world.now() >= link.expiresAt) return undefined;
  const own = canonicalEmail(user.email) === canonicalEmail(link.identifier);
  return own ? { link, user } : undefined;
}

/** Uses up the link that was opened, and lets its person in. */
export function confirmLink(
  world: World,
  transaction: Transaction,
  { digest }: Extract<MailboxStage, { at: 'confirm_link' }>,
  previous: BrowserSession | undefined,
): BrowserSession | undefined {
  const good = goodLink(world, digest);
  if (!good) {
    transaction.stage = { at: 'link_over', refusal: 'link_expired' };
    return undefined;
  }
  world.authorization.links.delete(digest);
  return enterByMailbox(world, transaction, good.user, previous);
}
