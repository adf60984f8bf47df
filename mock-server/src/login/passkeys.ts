import type { LoginAction } from '@tesserakit/contract';
import { counterBlocker, enrolmentBlocker, mostPasskeys, type ErrorCode } from '@tesserakit/domain';
import { base64url } from 'jose';
import type { BrowserSession } from '../authorization-state.ts';
import { record, recordRefusal } from '../directory/deed.ts';
import { bytesOf, newSecret } from '../random.ts';
import type { World } from '../world.ts';
import { hasFactor, passkeysOf, strengthen, type Passkey } from './factors.ts';
import type { StageAt } from './factor-stage.ts';
import { ownDeed } from './mailbox-proof.ts';
import { relyingParty } from './passkey-options.ts';
import { giveCodes, type FreshCodes } from './recovery-codes.ts';
import { beginSession, sessionNamed, stands } from './sessions.ts';
import type { Transaction } from './transaction.ts';

type Presented = Extract<LoginAction, { action: 'verify_passkey' }>;
type Made = Extract<LoginAction, { action: 'register_passkey' }>;

/** How tokens name a passkey (RFC 8176): bound to its device, or one that wanders between devices. */
function methodOf({ bound }: Pick<Passkey, 'bound'>): string {
  return bound ? 'hwk' : 'swk';
}

/** Lets in the person to whom a passkey belongs, by a session that counts as two factors. */
export async function enterByPasskey(
  world: World,
  transaction: Transaction,
  presented: Presented,
  previous: BrowserSession | undefined,
): Promise<BrowserSession | undefined> {
  const { stage } = transaction;
  const passkey = await proved(world, transaction, presented);
  if (transaction.stage !== stage) return undefined;
  if (!passkey) {
    transaction.stage = { at: 'passkey', refusal: 'invalid_credentials' };
    return undefined;
  }
  const present = previous && sessionNamed(world, previous.sid);
  const session = beginSession(world, present, passkey.userId, methodOf(passkey));
  strengthen(world, session, []);
  return session;
}

/** Whether the person of the session has proved by one of their passkeys that they hold it. */
export async function proveFactorByPasskey(
  world: World,
  transaction: Transaction,
  presented: Presented,
  { userId }: BrowserSession,
): Promise<readonly string[] | undefined> {
  const passkey = await proved(world, transaction, presented);
  return passkey?.userId === userId ? [methodOf(passkey)] : undefined;
}

/** The passkey that signed the challenge of this sign-in. The challenge is used up by any answer. */
async function proved(
  world: World,
  transaction: Transaction,
  { credentialId, userHandle, clientDataJSON, authenticatorData, signature }: Presented,
): Promise<Passkey | undefined> {
  const expectedChallenge = useChallenge(transaction);
  const expectedRPID = relyingParty(world);
  const passkey = world.passkeys.get(credentialId);
  if (!passkey || passkey.cloned || expectedRPID === undefined) return undefined;
  if (userHandle !== undefined && userHandle !== passkey.userHandle) return undefined;
  try {
    const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        id: credentialId,
        rawId: credentialId,
        type: 'public-key',
        response: { clientDataJSON, authenticatorData, signature },
        clientExtensionResults: {},
      },
      expectedChallenge,
      expectedOrigin: new URL(world.issuer).origin,
      expectedRPID,
      // The count is judged below, where a clone can be told from a mistake.
      credential: { id: credentialId, publicKey: bytesOf(passkey.publicKey), counter: 0 },
      requireUserVerification: true,
    });
    return verified ? counted(world, credentialId, authenticationInfo.newCounter) : undefined;
  } catch {
    return undefined;
  }
}

/** The passkey with its new count, if it still stands and the count has grown. */
function counted(world: World, credentialId: string, counter: number): Passkey | undefined {
  const passkey = world.passkeys.get(credentialId);
  const user = world.users.get(passkey?.userId ?? '');
  if (!passkey || passkey.cloned || user?.status !== 'active') return undefined;
  const blocker = counterBlocker(passkey.counter, counter);
  world.passkeys.set(
    credentialId,
    blocker ? { ...passkey, cloned: true } : { ...passkey, counter },
  );
  if (!blocker) return passkey;
  recordRefusal(ownDeed(world, user), changeOf(user.userId, 'passkeys'), blocker);
  return undefined;
}

/** Keeps a new passkey of the person who stands there, with codes; the reason where it is not kept. */
export async function enrolPasskey(
  world: World,
  transaction: Transaction,
  stage: StageAt<'mfa_enroll' | 'passkey_offer'>,
  session: BrowserSession,
  { credentialId, clientDataJSON, attestationObject, transports }: Made,
  codes?: FreshCodes,
): Promise<readonly string[] | ErrorCode> {
  const expectedChallenge = useChallenge(transaction);
  const expectedRPID = relyingParty(world);
  if (expectedRPID === undefined) return 'unsupported';
  const made = await checked(async () => {
    const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
    return verifyRegistrationResponse({
      response: {
        id: credentialId,
        rawId: credentialId,
        type: 'public-key',
        response: { clientDataJSON, attestationObject },
        clientExtensionResults: {},
      },
      expectedChallenge,
      expectedOrigin: new URL(world.issuer).origin,
      expectedRPID,
      requireUserVerification: true,
    });
  });
  const { userId, factor } = session;
  // Whoever ended the session meanwhile, or moved the sign-in on, wants no passkey of it.
  if (transaction.stage !== stage || !stands(world, session)) return 'step_up_required';
  const user = world.users.get(userId);
  const now = world.now();
  const blocker = enrolmentBlocker(session, factor, { hasFactor: hasFactor(world, userId), now });
  if (blocker) return blocker;
  const tooMany = passkeysOf(world, userId).length >= mostPasskeys;
  if (!made?.verified || user?.status !== 'active' || world.passkeys.has(credentialId) || tooMany) {
    return 'validation_failed';
  }
  const { credential, credentialDeviceType } = made.registrationInfo;
  const bound = credentialDeviceType === 'singleDevice';
  world.journal.atomically(() => {
    world.passkeys.set(credential.id, {
      credentialId: credential.id,
      userId,
      userHandle: stage.userHandle,
      publicKey: base64url.encode(credential.publicKey),
      counter: credential.counter,
      transports,
      bound,
    });
    if (codes) giveCodes(world, userId, codes);
    record(ownDeed(world, user), changeOf(userId, 'passkeys'));
  });
  return [methodOf({ bound })];
}

/** A change that a person makes to what proves them. */
export function changeOf(userId: string, what: 'passkeys' | 'secondFactor' | 'recoveryCodes') {
  return {
    action: 'user.update',
    target: { type: 'user', id: userId },
    details: { changed: [what] },
  };
}

/** What a device has to sign in this sign-in, once: the next answer needs another one. */
function useChallenge(transaction: Transaction): string {
  const { challenge } = transaction;
  transaction.challenge = newSecret();
  return challenge;
}

/** What is made of an answer; nothing of one that cannot be read or is not what was asked for. */
async function checked<T>(check: () => Promise<T>): Promise<T | undefined> {
  try {
    return await check();
  } catch {
    return undefined;
  }
}
