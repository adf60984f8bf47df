import type { LoginAction } from '@tesserakit/contract';
import {
  canonicalEmail,
  codeOf,
  mailedProofBlocker,
  typedCode,
  waitForMail,
  type ErrorCode,
} from '@tesserakit/domain';
import type { BrowserSession } from '../authorization-state.ts';
import { sendMail } from '../directory/mails.ts';
import { digestOf } from '../secrets.ts';
import { userByEmail, type World } from '../world.ts';
import { countMail } from './mail-rate.ts';
import type { SentCode } from './mailbox-stage.ts';
import { enterByMailbox } from './mailbox-proof.ts';
import type { Transaction } from './transaction.ts';
import { countTry, forgetTries, secondsToWait } from './tries.ts';

/**
 * Mails a code, unless one was mailed a moment ago. An address that is nobody's gets the same answer
 * for as much hashing, and no mail.
 */
export async function askForCode(world: World, transaction: Transaction): Promise<void> {
  const { stage, mailed, identifier = '', transactionId } = transaction;
  const now = world.now();
  if (mailed?.code && waitForMail(mailed.code, now) > 0) {
    transaction.stage = { at: 'code' };
    return;
  }
  const code = codeOf(crypto.getRandomValues(new Uint32Array(1))[0] ?? 0);
  const digest = await digestOf(`${transactionId} ${code}`);
  if (transaction.stage !== stage) return;
  const blocker = countMail(world, identifier);
  if (blocker) {
    transaction.stage = { at: 'code', refusal: blocker };
    return;
  }
  const user = userByEmail(world, identifier);
  const sent: SentCode = {
    digest,
    sentAt: now,
    tries: 0,
    ...(user?.status === 'active' && { userId: user.userId }),
  };
  transaction.mailed = { ...mailed, code: sent };
  transaction.stage = { at: 'code' };
  if (sent.userId !== undefined && user) mailCode(world, user.email, code);
}

function mailCode(world: World, to: string, code: string): void {
  sendMail(world, {
    to,
    subject: `${code} is your code to sign in`,
    text: `Your code to sign in is ${code}. It is good for ten minutes.\n\nNobody will ever ask you for it. If you did not want to sign in, you need not do anything.\n`,
    purpose: 'sign-in-code',
    code,
  });
}

/** Lets in whoever types the code that was mailed. Each try counts before it is looked at. */
export async function verifyCode(
  world: World,
  transaction: Transaction,
  { code }: Extract<LoginAction, { action: 'verify_code' }>,
  previous: BrowserSession | undefined,
): Promise<BrowserSession | undefined> {
  const { identifier = '', stage, transactionId, mailed } = transaction;
  const sent = mailed?.code;
  const stay = (refusal: ErrorCode) => {
    transaction.stage = { at: 'code', refusal };
    return undefined;
  };
  if (secondsToWait(world, identifier) > 0) return stay('locked');
  if (!sent || mailedProofBlocker(sent, world.now())) return stay('link_expired');
  countTry(world, identifier);
  const counted = { ...sent, tries: sent.tries + 1 };
  transaction.mailed = { ...mailed, code: counted };
  const digest = await digestOf(`${transactionId} ${typedCode(code)}`);
  // Another request moved the sign-in on, or tried a code, while this one was at work.
  if (transaction.stage !== stage || transaction.mailed.code !== counted) return undefined;
  const user = world.users.get(sent.userId ?? '');
  const own = user && canonicalEmail(user.email) === canonicalEmail(identifier);
  if (digest !== sent.digest || !own || user.status !== 'active') {
    if (secondsToWait(world, identifier) > 0) return stay('locked');
    return stay(mailedProofBlocker(counted, world.now()) ?? 'invalid_credentials');
  }
  delete transaction.mailed;
  forgetTries(world, identifier);
  return enterByMailbox(world, transaction, user, previous);
}
