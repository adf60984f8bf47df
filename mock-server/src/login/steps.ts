import type { LoginAction } from '@tesserakit/contract';
import { isOwnProof, proofBlocker, type Connection } from '@tesserakit/domain';
import { actingPlaceOf, connectionTo } from '../directory/acting-place.ts';
import { choicesOf, entriesOf } from '../directory/choices.ts';
import { discoveryOf } from '../directory/discovery.ts';
import type { BrowserSession } from '../authorization-state.ts';
import { answerAddress } from '../oidc/authorization-request.ts';
import { issueCode } from '../oidc/codes.ts';
import { needsConsent, rememberConsent } from '../oidc/consent.ts';
import { decisionFor } from '../oidc/decision.ts';
import {
  canonicalUserCode,
  deviceShowing,
  letDeviceIn,
  turnDeviceAway,
  type DeviceRequest,
} from '../oidc/device.ts';
import { userByEmail, type World } from '../world.ts';
import { leaveElsewhere } from './elsewhere.ts';
import { demandedStage } from './factor-demand.ts';
import { moveByFactor, passkeyOffer } from './factor-steps.ts';
import { verifyCode } from './email-code.ts';
import { askForLink, confirmLink } from './magic-link.ts';
import { mayUsePassword, proveBy } from './methods.ts';
import { verifyPassword } from './password.ts';
import { beginSession, sessionNamed } from './sessions.ts';
import type { Stage, Transaction } from './transaction.ts';
import { countTry, forgetTries, secondsToWait } from './tries.ts';

type ActionOf<Name extends LoginAction['action']> = Extract<LoginAction, { action: Name }>;

/** The stage a sign-in is at now: one whose session ended meanwhile begins again. */
export function stageOf(world: World, { stage }: Transaction): Stage {
  const lost = 'sid' in stage && !sessionNamed(world, stage.sid);
  return lost ? { at: 'identifier' } : stage;
}

/**
 * Moves a sign-in by what the person did. What does not fit the stage changes nothing, so no step
 * can be skipped. Answers the session when the person just proved who they are.
 */
export async function move(
  world: World,
  transaction: Transaction,
  action: LoginAction,
  previous: BrowserSession | undefined,
): Promise<BrowserSession | undefined> {
  const stage = stageOf(world, transaction);
  if (action.action === 'enter_user_code') {
    if (stage.at === 'device' && !stage.outcome) enterCode(world, transaction, action, previous);
    return undefined;
  }
  if (!transaction.request || stage.at === 'leave' || stage.at === 'device') return undefined;
  switch (action.action) {
    case 'identify':
      if (isOpen(stage)) await identify(world, transaction, action);
      return undefined;
    case 'use_method':
      if (isProving(stage)) await proveBy(world, transaction, action.method);
      return undefined;
    case 'verify_code':
      return stage.at === 'code' ? verifyCode(world, transaction, action, previous) : undefined;
    case 'send_again':
      if (stage.at === 'code') await proveBy(world, transaction, 'email-code');
      if (stage.at === 'magic_link_sent') await askForLink(world, transaction);
      return undefined;
    case 'confirm_link':
      return stage.at === 'confirm_link'
        ? confirmLink(world, transaction, stage, previous)
        : undefined;
    case 'use_password':
      if (mayUsePassword(world, transaction, stage)) transaction.stage = { at: 'password' };
      return undefined;
    case 'verify_password':
      return stage.at === 'password' ? prove(world, transaction, action, previous) : undefined;
    case 'choose_organization':
      if (stage.at === 'select_organization') choose(world, transaction, stage.sid, action);
      return undefined;
    case 'verify_passkey':
    case 'register_passkey':
    case 'skip_passkey':
    case 'choose_factor':
    case 'verify_totp':
    case 'verify_recovery_code':
    case 'enroll_totp':
    case 'keep_codes':
      return moveByFactor(world, transaction, stage, action, previous);
    case 'allow':
      if (stage.at === 'consent') allow(world, transaction, stage);
      return undefined;
    case 'change_organization':
      if (stage.at === 'consent' && transaction.request.organizationId === undefined) {
        transaction.stage = { at: 'select_organization', sid: stage.sid };
      }
      return undefined;
    case 'restart':
      delete transaction.identifier;
      delete transaction.aim;
      delete transaction.byOneself;
      transaction.stage = { at: 'identifier' };
      return undefined;
    case 'cancel':
      refuse(world, transaction, 'access_denied', 'The person went back.');
      return undefined;
  }
}

/** Whether somebody has said who they are, and is to prove it by themselves. */
function isProving({ at }: Stage): boolean {
  return ['password', 'code', 'magic_link_sent', 'passkey'].includes(at);
}

/** Whether nobody is known yet, so that somebody may still say who they are. */
export function isOpen(stage: Stage): boolean {
  return (
    stage.at === 'identifier' ||
    isProving(stage) ||
    (stage.at === 'federated' && stage.sid === undefined)
  );
}

/** To the identity provider that the address leads to, or to the first way of proving it. */
async function identify(
  world: World,
  transaction: Transaction,
  { identifier }: ActionOf<'identify'>,
): Promise<void> {
  const applicationId = applicationOf(world, transaction);
  if (transaction.identifier !== identifier) delete transaction.mailed;
  transaction.identifier = identifier;
  const found = discoveryOf(world, identifier, applicationId);
  const connection = found && connectionTo(world, found.organizationId, applicationId);
  if (connection && !transaction.byOneself) transaction.stage = federated(connection);
  else await proveBy(world, transaction);
}

function federated({ organizationId, connectionId }: Connection, sid?: string): Stage {
  return {
    at: 'federated',
    passage: { organizationId, connectionId },
    ...(sid !== undefined && { sid }),
  };
}

/** The identity provider that the organization demands, where the person has not been there yet. */
function demanded(
  world: World,
  session: BrowserSession,
  organizationId: string,
  applicationId: string,
): Connection | undefined {
  const organization = world.organizations.get(organizationId);
  if (!organization) return undefined;
  const place = actingPlaceOf(world, organization, applicationId);
  if (proofBlocker(session, place) !== 'sso_required') return undefined;
  return connectionTo(world, organizationId, applicationId);
}

function applicationOf(world: World, { request }: Transaction): string {
  return world.clients.get(request?.clientId ?? '')?.applicationId ?? '';
}

async function prove(
  world: World,
  transaction: Transaction,
  { password }: ActionOf<'verify_password'>,
  previous: BrowserSession | undefined,
): Promise<BrowserSession | undefined> {
  const { identifier = '', stage } = transaction;
  if (secondsToWait(world, identifier) > 0) {
    transaction.stage = { at: 'password', refusal: 'locked' };
    return undefined;
  }
  countTry(world, identifier);
  const user = userByEmail(world, identifier);
  const userId = user?.status === 'active' ? user.userId : undefined;
  const good = await verifyPassword(world, userId, password);
  // Another request moved the sign-in on while this one was at work.
  if (transaction.stage !== stage) return undefined;
  // The person may have been shut out while it was looked at.
  if (!good || userId === undefined || world.users.get(userId)?.status !== 'active') {
    const locked = secondsToWait(world, identifier) > 0;
    transaction.stage = { at: 'password', refusal: locked ? 'locked' : 'invalid_credentials' };
    return undefined;
  }
  forgetTries(world, identifier);
  // The session may have ended while the password was looked at; then it stays ended.
  const present = previous && sessionNamed(world, previous.sid);
  const session = beginSession(world, present, userId);
  const offer = passkeyOffer(world, transaction, session);
  if (offer) transaction.stage = offer;
  else settle(world, transaction, session);
  return session;
}

function choose(
  world: World,
  transaction: Transaction,
  sid: string,
  { organizationId }: ActionOf<'choose_organization'>,
): void {
  const session = sessionNamed(world, sid);
  const user = world.users.get(session?.userId ?? '');
  const client = world.clients.get(transaction.request?.clientId ?? '');
  if (!session || !user || !client) return;
  const entries = entriesOf(world, user, client.applicationId, session);
  if (entries.some((choice) => choice.organizationId === organizationId)) {
    goOn(world, transaction, session, organizationId);
  } else {
    transaction.stage =
      entries.length > 0
        ? { at: 'select_organization', sid, refusal: 'no_access' }
        : { at: 'no_access', sid };
  }
}

/** Where a person stands who has proved who they are: on their way, to choose, or without access. */
export function settle(world: World, transaction: Transaction, session: BrowserSession): void {
  const { request } = transaction;
  if (!request || leaveElsewhere(world, transaction)) return;
  const { sid } = session;
  if (request.subject !== undefined && request.subject !== session.userId) {
    refuse(world, transaction, 'login_required', 'Somebody else signed in.');
    return;
  }
  const decision = decisionFor(world, session, request);
  const aim = decision.kind === 'ask' ? aimOf(world, transaction, session) : undefined;
  if (aim !== undefined) goOn(world, transaction, session, aim);
  else if (decision.kind === 'ask') transaction.stage = { at: 'select_organization', sid };
  else if (decision.kind === 'refuse') turnAway(world, transaction, session);
  else if (decision.kind === 'personal') goOn(world, transaction, session, undefined);
  else goOn(world, transaction, session, decision.organizationId);
}

/** The organization that this person chose before they had to prove more, if it still lets them in. */
function aimOf(
  world: World,
  transaction: Transaction,
  session: BrowserSession,
): string | undefined {
  const { aim } = transaction;
  const user = world.users.get(session.userId);
  if (!user || aim?.userId !== user.userId) return undefined;
  const entries = entriesOf(world, user, applicationOf(world, transaction), session);
  return entries.find((one) => one.organizationId === aim.organizationId)?.organizationId;
}

/** Without access; or from the beginning, where it takes no more than that the person proves themselves. */
function turnAway(world: World, transaction: Transaction, session: BrowserSession): void {
  const user = world.users.get(session.userId);
  const asked = transaction.request?.organizationId;
  const choices = user ? choicesOf(world, user, applicationOf(world, transaction), session) : [];
  const mayProve = choices.some(
    ({ organizationId, entry }) =>
      entry === 'step_up_required' && (asked ?? organizationId) === organizationId,
  );
  if (user && mayProve && !isOwnProof(session)) {
    transaction.identifier = user.email;
    transaction.byOneself = true;
    transaction.stage = { at: 'identifier' };
  } else {
    transaction.stage = { at: 'no_access', sid: session.sid };
  }
}

/** Goes on for an organization, or for the person themselves: to what it takes, and then back. */
export function goOn(
  world: World,
  transaction: Transaction,
  session: BrowserSession,
  organizationId: string | undefined,
): void {
  const { request } = transaction;
  if (!request) return;
  const { sid, userId } = session;
  const provider =
    organizationId !== undefined &&
    demanded(world, session, organizationId, applicationOf(world, transaction));
  if (provider) {
    transaction.stage = federated(provider, sid);
    return;
  }
  const stage = demandedStage(world, transaction, session, organizationId);
  if (stage) {
    transaction.stage = stage;
    return;
  }
  const asked = { ...request, userId, organizationId };
  // Whoever holds a device may be somebody else than who signs in: never without a question.
  if (request.prompt.has('consent') || isOfDevice(request) || needsConsent(world, asked)) {
    const where = organizationId === undefined ? {} : { organizationId };
    transaction.stage = { at: 'consent', sid, ...where };
  } else {
    grant(world, transaction, session, organizationId);
  }
}

/** The person allows what they were shown, and nothing else. */
function allow(
  world: World,
  transaction: Transaction,
  { sid, organizationId }: Extract<Stage, { at: 'consent' }>,
): void {
  const session = sessionNamed(world, sid);
  const { request } = transaction;
  if (!session || !request) return;
  if (!isOfDevice(request)) {
    rememberConsent(world, { ...request, userId: session.userId, organizationId });
  }
  grant(world, transaction, session, organizationId);
}

/** Gives the application what it asked for; without access by now, nothing. */
function grant(
  world: World,
  transaction: Transaction,
  session: BrowserSession,
  organizationId: string | undefined,
): void {
  const { request } = transaction;
  if (!request) return;
  const { sid } = session;
  if (isOfDevice(request)) {
    const result = letDeviceIn(world, request, session, organizationId, transaction.createdAt);
    if (result === 'approved') transaction.stage = { at: 'device', outcome: result };
    else if (result === 'no access') transaction.stage = { at: 'no_access', sid };
    else transaction.stage = { at: 'device', refusal: 'not_found' };
    return;
  }
  const code = issueCode(world, request, session, organizationId, transaction.createdAt);
  transaction.stage =
    code === undefined
      ? { at: 'no_access', sid }
      : { at: 'leave', redirectTo: answerAddress(world, request, { code }), code };
}

function refuse(world: World, transaction: Transaction, error: string, why: string): void {
  const { request } = transaction;
  if (!request) return;
  if (isOfDevice(request)) {
    turnDeviceAway(world, request);
    transaction.stage = { at: 'device', outcome: 'denied' };
  } else {
    const answer = { error, error_description: why };
    transaction.stage = { at: 'leave', redirectTo: answerAddress(world, request, answer) };
  }
}

/** Codes that may be typed before the person has to begin anew. */
const mostCodes = 5;

function enterCode(
  world: World,
  transaction: Transaction,
  { userCode }: ActionOf<'enter_user_code'>,
  session: BrowserSession | undefined,
): void {
  const { wrongCodes = 0 } = transaction;
  transaction.userCode = userCode;
  const request = wrongCodes < mostCodes ? deviceShowing(world, userCode) : undefined;
  if (!request) {
    transaction.wrongCodes = wrongCodes + 1;
    const refusal = wrongCodes < mostCodes ? 'not_found' : 'rate_limited';
    transaction.stage = { at: 'device', refusal };
    return;
  }
  transaction.request = request;
  transaction.userCode = canonicalUserCode(userCode);
  transaction.stage = { at: 'identifier' };
  if (session) settle(world, transaction, session);
}

function isOfDevice(request: NonNullable<Transaction['request']>): request is DeviceRequest {
  return 'deviceCode' in request;
}
