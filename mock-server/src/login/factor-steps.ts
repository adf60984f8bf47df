import type { LoginAction } from '@tesserakit/contract';
import { enrolmentBlocker, offersPasskey } from '@tesserakit/domain';
import type { BrowserSession } from '../authorization-state.ts';
import type { World } from '../world.ts';
import { hasFactor, passkeysOf, strengthen, waysOf } from './factors.ts';
import { methodsOf } from './methods.ts';
import type { StageAt } from './factor-stage.ts';
import { newUserHandle, relyingParty } from './passkey-options.ts';
import { enterByPasskey, enrolPasskey } from './passkeys.ts';
import { enrolPasskeyAsFactor, enrolTotp, proveByCode, proveByPasskey } from './second-factor.ts';
import { sessionNamed } from './sessions.ts';
import { goOn, isOpen, settle } from './steps.ts';
import type { Stage, Transaction } from './transaction.ts';

export type FactorAction = Extract<
  LoginAction,
  {
    action:
      | 'verify_passkey'
      | 'register_passkey'
      | 'skip_passkey'
      | 'choose_factor'
      | 'verify_totp'
      | 'verify_recovery_code'
      | 'enroll_totp'
      | 'keep_codes';
  }
>;

/**
 * Moves a sign-in by what the person did about a second factor or a passkey. Answers the session when
 * that proved something.
 */
export async function moveByFactor(
  world: World,
  transaction: Transaction,
  stage: Stage,
  action: FactorAction,
  previous: BrowserSession | undefined,
): Promise<BrowserSession | undefined> {
  if (action.action === 'verify_passkey' && isOpen(stage)) {
    if (!methodsOf(world, transaction).includes('passkey')) return undefined;
    const session = await enterByPasskey(world, transaction, action, previous);
    if (session) settle(world, transaction, session);
    return session;
  }
  const session = 'sid' in stage ? sessionNamed(world, stage.sid ?? '') : undefined;
  if (!session) return undefined;
  switch (action.action) {
    case 'verify_passkey':
      return stage.at === 'mfa'
        ? proveByPasskey(world, transaction, stage, session, action)
        : undefined;
    case 'choose_factor':
      if (stage.at === 'mfa' && waysOf(world, session.userId).includes(action.factor)) {
        const { refusal, ...rest } = stage;
        const kept = refusal === 'locked' ? { refusal } : {};
        transaction.stage = { ...rest, ...kept, way: action.factor };
      }
      return undefined;
    case 'verify_totp':
    case 'verify_recovery_code':
      return stage.at === 'mfa'
        ? proveByCode(world, transaction, stage, session, action)
        : undefined;
    case 'enroll_totp':
      return stage.at === 'mfa_enroll'
        ? enrolTotp(world, transaction, stage, session, action)
        : undefined;
    case 'register_passkey':
      if (stage.at === 'mfa_enroll') {
        return enrolPasskeyAsFactor(world, transaction, stage, session, action);
      }
      return stage.at === 'passkey_offer'
        ? takeOffer(world, transaction, stage, session, action)
        : undefined;
    case 'skip_passkey':
      if (stage.at !== 'passkey_offer') return undefined;
      decline(world, session.userId);
      settle(world, transaction, session);
      return undefined;
    case 'keep_codes':
      if (stage.at === 'recovery_codes') {
        goOn(world, transaction, session, stage.organizationId);
      }
      return undefined;
  }
}

/** Where somebody who came by a password is offered a passkey, before the sign-in goes on. */
export function passkeyOffer(
  world: World,
  { request }: Transaction,
  session: BrowserSession,
): Stage | undefined {
  const { sid, userId, factor } = session;
  const { applicationId = '' } = world.clients.get(request?.clientId ?? '') ?? {};
  const { signIn = {} } = world.applications.get(applicationId) ?? {};
  const declinedAt = world.factors.get(userId)?.declinedPasskeyAt;
  const now = world.now();
  const offered = offersPasskey(signIn, {
    hasPasskey: passkeysOf(world, userId).length > 0,
    ...(declinedAt !== undefined && { declinedAt }),
    now,
  });
  if (!offered || relyingParty(world) === undefined) return undefined;
  if (enrolmentBlocker(session, factor, { hasFactor: hasFactor(world, userId), now }))
    return undefined;
  return { at: 'passkey_offer', sid, userHandle: newUserHandle(world, userId) };
}

async function takeOffer(
  world: World,
  transaction: Transaction,
  stage: StageAt<'passkey_offer'>,
  session: BrowserSession,
  made: Extract<LoginAction, { action: 'register_passkey' }>,
): Promise<BrowserSession | undefined> {
  const methods = await enrolPasskey(world, transaction, stage, session, made);
  if (transaction.stage !== stage) return undefined;
  if (typeof methods === 'string') {
    transaction.stage = { ...stage, refusal: methods };
    return undefined;
  }
  strengthen(world, session, methods);
  settle(world, transaction, session);
  return session;
}

function decline(world: World, userId: string): void {
  const declinedPasskeyAt = world.now();
  world.factors.set(userId, { ...world.factors.get(userId), declinedPasskeyAt });
}
