import type { LoginAction } from '@tesserakit/contract';
import {
  enrolmentBlocker,
  typedCode,
  typedRecoveryCode,
  usedCodeBlocker,
  type ErrorCode,
} from '@tesserakit/domain';
import type { BrowserSession } from '../authorization-state.ts';
import { record } from '../directory/deed.ts';
import { digestOf } from '../secrets.ts';
import type { World } from '../world.ts';
import { hasFactor, strengthen } from './factors.ts';
import type { StageAt } from './factor-stage.ts';
import { ownDeed } from './mailbox-proof.ts';
import { changeOf, enrolPasskey, proveFactorByPasskey } from './passkeys.ts';
import { freshCodes, giveCodes, useCode } from './recovery-codes.ts';
import { goOn } from './steps.ts';
import { stepOfCode } from './totp.ts';
import type { Transaction } from './transaction.ts';
import { stands } from './sessions.ts';
import { count, forget, secondsLeft, triesOfFactor } from './tries.ts';

type ActionOf<Name extends LoginAction['action']> = Extract<LoginAction, { action: Name }>;
type Typed = ActionOf<'verify_totp' | 'verify_recovery_code'>;
type Factor = StageAt<'mfa'>;
type Enrolment = StageAt<'mfa_enroll'>;

/**
 * Goes on with whoever types a one-time password or a recovery code of theirs. Each try counts before
 * it is looked at, per person and not per sign-in, and is no try of their password.
 */
export async function proveByCode(
  world: World,
  transaction: Transaction,
  stage: Factor,
  session: BrowserSession,
  typed: Typed,
): Promise<BrowserSession | undefined> {
  const { userId } = session;
  const counter = triesOfFactor(world, userId);
  if (secondsLeft(world, counter) > 0) return stay(transaction, stage, 'locked');
  count(world, counter);
  const use = await (typed.action === 'verify_totp' ? oneTime : recovery)(
    world,
    userId,
    typed.code,
  );
  const spare = await freshCodes();
  const user = world.users.get(userId);
  if (transaction.stage !== stage || !stands(world, session)) return undefined;
  if (user?.status !== 'active') return undefined;
  const methods = use();
  if (!methods) {
    const locked = secondsLeft(world, counter) > 0;
    return stay(transaction, stage, locked ? 'locked' : 'invalid_credentials');
  }
  forget(counter);
  strengthen(world, session, methods);
  const usedUp = typed.action === 'verify_recovery_code';
  if (usedUp) record(ownDeed(world, user), changeOf(userId, 'recoveryCodes'));
  const { recoveryCodes } = world.factors.get(userId) ?? {};
  if (usedUp && recoveryCodes?.length === 0) {
    giveCodes(world, userId, spare);
    showCodes(transaction, stage, spare.codes);
  } else {
    goOn(world, transaction, session, stage.organizationId);
  }
  return session;
}

/** What was typed is looked at first, and used up at one moment with what follows from it. */
type Use = () => readonly string[] | undefined;

async function oneTime(world: World, userId: string, code: string): Promise<Use> {
  const secret = world.factors.get(userId)?.totp?.secret;
  const step = secret && (await stepOfCode(world, secret, typedCode(code)));
  return () => {
    const factors = world.factors.get(userId);
    const { totp } = factors ?? {};
    if (!step || totp?.secret !== secret || usedCodeBlocker(step, totp?.lastStep ?? 0)) return;
    world.factors.set(userId, { ...factors, totp: { ...totp, secret, lastStep: step } });
    return ['otp'];
  };
}

async function recovery(world: World, userId: string, code: string): Promise<Use> {
  const digest = await digestOf(typedRecoveryCode(code));
  return () => (useCode(world, userId, digest) ? ['otp'] : undefined);
}

/** Goes on with whoever shows a passkey of theirs. */
export async function proveByPasskey(
  world: World,
  transaction: Transaction,
  stage: Factor,
  session: BrowserSession,
  presented: ActionOf<'verify_passkey'>,
): Promise<BrowserSession | undefined> {
  const methods = await proveFactorByPasskey(world, transaction, presented, session);
  if (transaction.stage !== stage || !stands(world, session)) return undefined;
  if (!methods) return stay(transaction, { ...stage, way: 'passkey' }, 'invalid_credentials');
  strengthen(world, session, methods);
  goOn(world, transaction, session, stage.organizationId);
  return session;
}

/** Keeps the application of a person who shows that it makes the right one-time passwords. */
export async function enrolTotp(
  world: World,
  transaction: Transaction,
  stage: Enrolment,
  session: BrowserSession,
  { code }: ActionOf<'enroll_totp'>,
): Promise<BrowserSession | undefined> {
  const { userId } = session;
  const step = await stepOfCode(world, stage.secret, typedCode(code));
  const fresh = await freshCodes();
  if (transaction.stage !== stage || !stands(world, session)) return undefined;
  const had = { hasFactor: hasFactor(world, userId), now: world.now() };
  const blocker = enrolmentBlocker(session, session.factor, had);
  const user = world.users.get(userId);
  if (blocker) return stay(transaction, stage, blocker);
  if (step === undefined || user?.status !== 'active') {
    return stay(transaction, stage, 'invalid_credentials');
  }
  world.journal.atomically(() => {
    const totp = { secret: stage.secret, lastStep: step };
    world.factors.set(userId, { ...world.factors.get(userId), totp });
    giveCodes(world, userId, fresh);
    record(ownDeed(world, user), changeOf(userId, 'secondFactor'));
  });
  strengthen(world, session, ['otp']);
  showCodes(transaction, stage, fresh.codes);
  return session;
}

/** Keeps a passkey as the second factor, with codes for the day on which the device is lost. */
export async function enrolPasskeyAsFactor(
  world: World,
  transaction: Transaction,
  stage: Enrolment,
  session: BrowserSession,
  made: ActionOf<'register_passkey'>,
): Promise<BrowserSession | undefined> {
  const fresh = await freshCodes();
  const methods = await enrolPasskey(world, transaction, stage, session, made, fresh);
  if (transaction.stage !== stage) return undefined;
  if (typeof methods === 'string') return stay(transaction, stage, methods);
  strengthen(world, session, methods);
  showCodes(transaction, stage, fresh.codes);
  return session;
}

function showCodes(
  transaction: Transaction,
  { sid, organizationId }: Factor | Enrolment,
  codes: readonly string[],
): void {
  const where = organizationId === undefined ? {} : { organizationId };
  transaction.stage = { at: 'recovery_codes', sid, ...where, codes };
}

function stay(transaction: Transaction, stage: Factor | Enrolment, refusal: ErrorCode): undefined {
  transaction.stage = { ...stage, refusal };
}
