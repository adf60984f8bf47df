import {
  enrolmentBlocker,
  freshFactor,
  secondFactorBlocker,
  sessionAgeBlocker,
  type FactorDemands,
  type FactorProof,
} from '@tesserakit/domain';
import type { BrowserSession } from '../authorization-state.ts';
import { connectionTo } from '../directory/acting-place.ts';
import type { EntryRequest } from '../oidc/authorization-request.ts';
import type { World } from '../world.ts';
import { hasFactor, waysOf } from './factors.ts';
import { methodsOf } from './methods.ts';
import { newUserHandle } from './passkey-options.ts';
import { newTotpSecret } from './totp.ts';
import type { Stage, Transaction } from './transaction.ts';

/** Who demands what of a person at a client, for an organization or for themselves. */
export function demandsOf(
  world: World,
  { clientId, level }: Pick<EntryRequest, 'clientId' | 'level'>,
  organizationId: string | undefined,
): FactorDemands {
  const { applicationId = '' } = world.clients.get(clientId) ?? {};
  return {
    policy: world.organizations.get(organizationId ?? '')?.authentication,
    signIn: world.applications.get(applicationId)?.signIn,
    level,
  };
}

/**
 * Whether a second factor is missing for what is asked. One that is proved after this moment, the
 * beginning of a sign-in, is new enough for every request.
 */
export function lacksFactor(
  world: World,
  request: EntryRequest,
  { factor }: BrowserSession,
  organizationId: string | undefined,
  beganAt: number,
): boolean {
  const demands = demandsOf(world, request, organizationId);
  const times = { now: world.now(), since: sinceOf(world, request, beganAt) };
  return secondFactorBlocker(factor, demands, times) !== undefined;
}

/** The second factor of a session that counts for what is asked; tokens tell of no other one. */
export function countingFactor(
  world: World,
  request: EntryRequest,
  { factor }: BrowserSession,
  beganAt: number,
): FactorProof | undefined {
  return freshFactor(factor, { now: world.now(), since: sinceOf(world, request, beganAt) });
}

/** From when on a proof is new enough. */
function sinceOf(world: World, { prompt, maxAge }: EntryRequest, beganAt: number): number {
  const oldest = maxAge === undefined ? 0 : world.now() - maxAge * 1000;
  return Math.min(prompt.has('login') ? beganAt : oldest, beganAt);
}

/** Where a sign-in has to go before it goes on for an organization; nowhere when all is proved. */
export function demandedStage(
  world: World,
  transaction: Transaction,
  session: BrowserSession,
  organizationId: string | undefined,
): Stage | undefined {
  const { request, createdAt } = transaction;
  if (!request) return undefined;
  const { sid, userId, authenticatedAt, factor } = session;
  const { policy } = demandsOf(world, request, organizationId);
  const now = world.now();
  if (sessionAgeBlocker(authenticatedAt, policy, now)) {
    const provider = providerOf(world, request, session, organizationId);
    return provider ?? ownProof(world, transaction, userId, organizationId);
  }
  if (!lacksFactor(world, request, session, organizationId, createdAt)) return undefined;
  const known = { sid, ...(organizationId !== undefined && { organizationId }) };
  const [way] = waysOf(world, userId);
  if (way) return { at: 'mfa', ...known, way };
  const blocker = enrolmentBlocker(session, factor, { hasFactor: hasFactor(world, userId), now });
  // What they have is good no more: whoever has the password alone puts nothing in its place.
  if (blocker === 'mfa_required') return { at: 'no_access', sid };
  if (blocker) return ownProof(world, transaction, userId, organizationId);
  const userHandle = newUserHandle(world, userId);
  return { at: 'mfa_enroll', ...known, secret: newTotpSecret(), userHandle };
}

/** The identity provider of the organization, where the person came through it before. */
function providerOf(
  world: World,
  { clientId }: EntryRequest,
  { sid, through }: BrowserSession,
  organizationId = '',
): Stage | undefined {
  const { applicationId = '' } = world.clients.get(clientId) ?? {};
  const connectionId = connectionTo(world, organizationId, applicationId)?.connectionId;
  if (connectionId === undefined) return undefined;
  if (!through?.some((passage) => passage.connectionId === connectionId)) return undefined;
  return { at: 'federated', passage: { organizationId, connectionId }, sid };
}

/** The person proves by themselves who they are, and goes on for the same organization. */
function ownProof(
  world: World,
  transaction: Transaction,
  userId: string,
  organizationId: string | undefined,
): Stage {
  transaction.byOneself = true;
  transaction.identifier = world.users.get(userId)?.email ?? '';
  if (organizationId !== undefined) transaction.aim = { userId, organizationId };
  const [first] = methodsOf(world, transaction);
  return { at: first === 'password' ? 'password' : 'identifier' };
}
