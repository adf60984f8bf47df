import type { ErrorCode } from '@tesserakit/domain';
import type { FederatedStage } from '../federation/stage.ts';
import type { AuthorizationRequest } from '../oidc/authorization-request.ts';
import type { DeviceRequest } from '../oidc/device.ts';
import { newSecret } from '../random.ts';
import type { World } from '../world.ts';
import { cookie, readCookie } from './cookies.ts';
import type { FactorStage } from './factor-stage.ts';
import type { Mailed, MailboxStage } from './mailbox-stage.ts';

/** How far a sign-in has come. Only the server moves it on. */
export type Stage =
  | { readonly at: 'identifier' }
  | { readonly at: 'password'; readonly refusal?: ErrorCode }
  | FederatedStage
  | MailboxStage
  | FactorStage
  | { readonly at: 'select_organization'; readonly sid: string; readonly refusal?: ErrorCode }
  | { readonly at: 'consent'; readonly sid: string; readonly organizationId?: string }
  | { readonly at: 'no_access'; readonly sid: string }
  | {
      readonly at: 'device';
      readonly refusal?: ErrorCode;
      readonly outcome?: 'approved' | 'denied';
    }
  | { readonly at: 'leave'; readonly redirectTo: string; readonly code?: string }
  | {
      readonly at: 'error';
      readonly code: string;
      readonly detail: string;
      readonly requestId: string;
    }
  | { readonly at: 'signed_out'; readonly clientId?: string; readonly returnTo?: string };

/** One sign-in of one browser; a browser may have several at once. */
export interface Transaction {
  readonly transactionId: string;
  /** What this transaction's cookie holds: without it, nobody sees or moves it. */
  readonly secret: string;
  readonly createdAt: number;
  /** Absent when nothing was asked for that could be answered, or it is not known yet what. */
  request?: AuthorizationRequest | DeviceRequest;
  /** The code of a device, as it came with the address or was typed. */
  userCode?: string;
  /** How many codes were typed that no device shows. */
  wrongCodes?: number;
  /** As it was typed, or hinted at by the application. */
  identifier?: string;
  mailed?: Mailed;
  /** What a passkey has to sign; another one after each answer. */
  challenge: string;
  /** The organization that was chosen, for the one person who had to prove more first. */
  aim?: { readonly userId: string; readonly organizationId: string };
  /** Whether the person has to prove by themselves who they are, wherever their address leads. */
  byOneself?: boolean;
  /** Whether it goes on in another browser than the one that the application sent here. */
  elsewhere?: boolean;
  stage: Stage;
}

/** Milliseconds from the first page to the last. */
export const transactionLife = 30 * 60_000;

/** Begins a sign-in. */
export function openTransaction(
  world: World,
  beginning: Pick<Transaction, 'request' | 'identifier' | 'userCode' | 'elsewhere' | 'stage'>,
): Transaction {
  const transaction: Transaction = {
    transactionId: newSecret(),
    secret: newSecret(),
    createdAt: world.now(),
    challenge: newSecret(),
    ...beginning,
  };
  world.authorization.transactions.set(transaction.transactionId, transaction);
  return transaction;
}

/** The sign-in of that id, if it was begun in the browser that sent the request and is not over. */
export function findTransaction(
  world: World,
  request: Request,
  transactionId: string,
): Transaction | undefined {
  const transaction = world.authorization.transactions.get(transactionId);
  if (!transaction || isOver(world, transaction)) return undefined;
  const secret = readCookie(request, cookieName(transactionId));
  return secret === transaction.secret ? transaction : undefined;
}

/** Whether its time is up. */
export function isOver(world: World, { createdAt }: Transaction): boolean {
  return world.now() - createdAt >= transactionLife;
}

/** Sends the browser to the login pages, with the cookie that binds the transaction to it. */
export function loginAddress(world: World, transaction: Transaction): Response {
  const { transactionId, request } = transaction;
  const address = new URL('/login/', world.issuer);
  address.searchParams.set('tx', transactionId);
  if (request?.uiLocales !== undefined) address.searchParams.set('ui_locales', request.uiLocales);
  // The pages then keep the first form out of sight that stands in them before any script.
  if (transaction.stage.at !== 'identifier') address.hash = 'later';
  return new Response(null, {
    status: 303,
    headers: {
      Location: address.href,
      'Set-Cookie': transactionCookie(world, transaction),
    },
  });
}

/** The cookie that binds a sign-in to the browser. */
export function transactionCookie(world: World, { transactionId, secret }: Transaction): string {
  return cookie(world, cookieName(transactionId), secret, {
    // Sent about this sign-in only, so that many of them never add up to too long a header.
    path: `/login/api/${transactionId}`,
    maxAge: transactionLife / 1000,
  });
}

function cookieName(transactionId: string): string {
  return `tessera_tx_${transactionId}`;
}
