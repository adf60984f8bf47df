import { isOwnProof, type Assertion, type Connection } from '@tesserakit/domain';
import { arrive, noteRefusal } from '../directory/federated-sign-in.ts';
import { beginSession, currentSession, sessionCookie, sessionNamed } from '../login/sessions.ts';
import { goOn, settle } from '../login/steps.ts';
import { isOver, loginAddress, openTransaction, type Transaction } from '../login/transaction.ts';
import type { World } from '../world.ts';
import type { Departure, FederatedStage } from './stage.ts';

/** Somebody who is back from an identity provider, before anything was looked at. */
export interface Return {
  readonly transaction: Transaction;
  readonly stage: FederatedStage;
  readonly departure: Departure;
  /** As it is now; `undefined` when it is gone. */
  readonly connection: Connection | undefined;
}

/** The sign-in to which an answer at a connection's address belongs, if one waits for it. */
export function returnOf(
  world: World,
  connectionId: string,
  state: string | null | undefined,
): Return | undefined {
  const transaction = world.authorization.transactions.get((state ?? '').split('.')[0] ?? '');
  if (!transaction || isOver(world, transaction)) return undefined;
  const { stage } = transaction;
  if (stage.at !== 'federated' || !stage.departure || stage.departure.state !== state) {
    return undefined;
  }
  if (stage.passage.connectionId !== connectionId) return undefined;
  const connection = world.connections.get(stage.passage.organizationId)?.get(connectionId);
  return { transaction, stage, departure: stage.departure, connection };
}

/** Uses a departure up, before anything of the answer is looked at: there is no second try with it. */
export function useUp({ transaction, stage }: Return): FederatedStage {
  const { departure, ...rest } = stage;
  transaction.stage = rest;
  return rest;
}

/**
 * The sign-in as it stands on the pages, which lead on. Not straight to the application: the form of
 * the provider may not end there. The browser has the sign-in's cookie already, or is not told it.
 */
export function toPages(world: World, { transactionId }: Transaction): Response {
  const address = new URL('/login/', world.issuer);
  address.searchParams.set('tx', transactionId);
  address.hash = 'later';
  return new Response(null, { status: 303, headers: { Location: address.href } });
}

/** Leaves the person where they set out, since what came back was not believed. */
export function disbelieve(
  world: World,
  { transaction }: Return,
  stage: FederatedStage,
  requestId: string,
): Response {
  const { passage } = stage;
  const applicationId = applicationOf(world, transaction);
  noteRefusal(world, { passage, applicationId, requestId }, 'forbidden');
  if (transaction.stage === stage) transaction.stage = { ...stage, refusal: 'forbidden' };
  return toPages(world, transaction);
}

/**
 * Goes on with the sign-in of whoever the provider has named: in, as whom, and where to. A refusal
 * leaves the person where they set out, with the reason.
 *
 * @param stage as {@link useUp} has left it
 */
export function welcome(
  world: World,
  request: Request,
  { transaction }: Return,
  stage: FederatedStage,
  assertion: Assertion,
  requestId: string,
): Response {
  // Another request moved the sign-in on while the answer was looked at.
  if (transaction.stage !== stage) return toPages(world, transaction);
  const { passage, sid } = stage;
  const there = sid === undefined ? undefined : sessionNamed(world, sid);
  const { user, code } = arrive(world, {
    passage,
    assertion,
    applicationId: applicationOf(world, transaction),
    requestId,
    present: there && isOwnProof(there) ? there.userId : undefined,
  });
  if (!user) {
    transaction.stage = { ...stage, refusal: code };
    return toPages(world, transaction);
  }
  const session = beginSession(world, currentSession(world, request), user.userId, passage);
  if (sid === undefined) settle(world, transaction, session);
  else goOn(world, transaction, session, passage.organizationId);
  const answer = toPages(world, transaction);
  answer.headers.append('Set-Cookie', sessionCookie(world, session));
  return answer;
}

function applicationOf(world: World, { request }: Transaction): string {
  return world.clients.get(request?.clientId ?? '')?.applicationId ?? '';
}

/** An answer that nobody waits for: begun elsewhere, used already, or never asked for. */
export function unexpected(world: World, requestId: string): Response {
  const transaction = openTransaction(world, {
    stage: {
      at: 'error',
      code: 'transaction_expired',
      detail: 'No sign-in waits for this answer.',
      requestId,
    },
  });
  return loginAddress(world, transaction);
}
