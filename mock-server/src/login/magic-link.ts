import { canonicalEmail, mailedProofLife, waitForMail, type User } from '@tesserakit/domain';
import type { BrowserSession } from '../authorization-state.ts';
import { sendMail } from '../directory/mails.ts';
import { freshSecret } from '../secrets.ts';
import { userByEmail, type World } from '../world.ts';
import { countMail } from './mail-rate.ts';
import type { LinkPurpose, MailboxStage, MailedLink } from './mailbox-stage.ts';
import { enterByMailbox } from './mailbox-proof.ts';
import type { Transaction } from './transaction.ts';

/** Prefixes by which scanners of leaked secrets know them. */
const prefixes: Readonly<Record<LinkPurpose, string>> = { 'sign-in': 'tsl', 'new-password': 'tsr' };

/**
 * Mails a link, unless one was mailed a moment ago; the former ones are worthless then. An address
 * that is nobody's gets the same answer with the same work, and no mail.
 */
export async function askForLink(
  world: World,
  transaction: Transaction,
  purpose: LinkPurpose,
): Promise<void> {
  const { stage, mailed, identifier = '', request, transactionId } = transaction;
  const now = world.now();
  if (mailed?.link?.purpose === purpose && waitForMail(mailed.link, now) > 0) {
    transaction.stage = { at: 'magic_link_sent', purpose };
    return;
  }
  const { secret, digest } = await freshSecret(prefixes[purpose]);
  if (transaction.stage !== stage || !request) return;
  const blocker = countMail(world, identifier);
  if (blocker) {
    transaction.stage = { at: 'magic_link_sent', purpose, refusal: blocker };
    return;
  }
  transaction.mailed = { ...mailed, link: { purpose, sentAt: now } };
  transaction.stage = { at: 'magic_link_sent', purpose };
  const user = userByEmail(world, identifier);
  if (user?.status !== 'active') return;
  const { userId } = user;
  dropLinks(world, (one) => one.userId === userId && one.purpose === purpose);
  const expiresAt = now + mailedProofLife;
  const link: MailedLink = { purpose, userId, identifier, transactionId, request, expiresAt };
  world.authorization.links.set(digest, link);
  mailLink(world, user, link, secret);
}

function mailLink(world: World, { email }: User, link: MailedLink, secret: string): void {
  const { purpose, transactionId } = link;
  const forSignIn = purpose === 'sign-in';
  // The secret in the fragment, which browsers send to nobody.
  const address = new URL(forSignIn ? '/login/link' : '/login/password', world.issuer);
  address.searchParams.set('tx', transactionId);
  address.hash = secret;
  const what = forSignIn ? 'sign in' : 'set a new password';
  sendMail(world, {
    to: email,
    subject: forSignIn ? 'Your link to sign in' : 'Set a new password',
    text: `Open this link within ten minutes to ${what}:\n${address.href}\n\nIf you did not ask for it, you need not do anything.\n`,
    purpose: forSignIn ? 'sign-in-link' : 'password-reset',
    link: address.href,
  });
}

/** Forgets links that were mailed. */
export function dropLinks(world: World, isGone: (link: MailedLink) => boolean): void {
  const { links } = world.authorization;
  for (const [digest, link] of links) if (isGone(link)) links.delete(digest);
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
  if (good?.link.purpose !== 'sign-in') {
    transaction.stage = { at: 'link_over', refusal: 'link_expired' };
    return undefined;
  }
  world.authorization.links.delete(digest);
  return enterByMailbox(world, transaction, good.user, previous);
}
