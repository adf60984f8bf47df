import type { SignInDecision } from '@tesserakit/domain';
import type { BrowserSession } from '../authorization-state.ts';
import { lacksFactor } from '../login/factor-demand.ts';
import { currentSession } from '../login/sessions.ts';
import { settle } from '../login/steps.ts';
import { sweep } from '../login/sweep.ts';
import { loginAddress, openTransaction } from '../login/transaction.ts';
import type { World } from '../world.ts';
import {
  answerAddress,
  readRequest,
  returnAddress,
  type AuthorizationRequest,
} from './authorization-request.ts';
import { issueCode } from './codes.ts';
import { needsConsent } from './consent.ts';
import { decisionFor } from './decision.ts';
import { readIdTokenHint } from './id-token.ts';
import { OAuthError } from './oauth-error.ts';
import { lacksProof } from './standing.ts';
import { pushedParameters } from './pushed-requests.ts';
import { formOf, parametersOf, type Parameters } from './parameters.ts';

/**
 * The authorization endpoint (RFC 6749, section 3.1; OpenID Connect Core, section 3.1.2). A request
 * whose client or address is not known ends at the login pages; every other answer goes to the
 * client's registered address.
 */
export async function authorize(
  world: World,
  request: Request,
  requestId: string,
): Promise<Response> {
  if (request.method === 'HEAD') return new Response(null, { status: 405 });
  sweep(world);
  const sent = await parametersFrom(request);
  try {
    const parameters = pushedParameters(world, sent) ?? sent;
    const address = returnAddress(world, parameters);
    try {
      const asked = await withSubject(world, readRequest(address, parameters));
      return await proceed(world, request, asked);
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error;
      const answer = { error: error.code, error_description: error.message };
      return redirect(answerAddress(world, address, answer));
    }
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    const transaction = openTransaction(world, {
      stage: { at: 'error', code: error.code, detail: error.message, requestId },
    });
    return loginAddress(world, transaction);
  }
}

async function proceed(
  world: World,
  request: Request,
  asked: AuthorizationRequest,
): Promise<Response> {
  const session = usableSession(world, request, asked);
  const decision = session && decisionFor(world, session, asked);
  if (asked.prompt.has('none')) return redirect(silentAnswer(world, asked, session, decision));
  const transaction = openTransaction(world, {
    stage: { at: 'identifier' },
    request: asked,
    ...(asked.loginHint !== undefined && { identifier: asked.loginHint }),
  });
  const choosesAccount = asked.prompt.has('select_account') && decision?.kind !== 'ask';
  if (session && !choosesAccount) settle(world, transaction, session);
  return transaction.stage.at === 'leave'
    ? redirect(transaction.stage.redirectTo)
    : loginAddress(world, transaction);
}

/** The session of this browser, unless the request wants the person to prove themselves anew. */
function usableSession(
  world: World,
  request: Request,
  { prompt, maxAge, subject }: AuthorizationRequest,
): BrowserSession | undefined {
  const session = currentSession(world, request);
  if (!session || prompt.has('login')) return undefined;
  const age = world.now() - session.authenticatedAt;
  if (maxAge !== undefined && age >= maxAge * 1000) return undefined;
  return subject === undefined || subject === session.userId ? session : undefined;
}

/** The request with the person whom its hint names. */
async function withSubject(
  world: World,
  asked: AuthorizationRequest,
): Promise<AuthorizationRequest> {
  if (asked.idTokenHint === undefined) return asked;
  const hint = await readIdTokenHint(world, asked.idTokenHint);
  if (!hint) throw new OAuthError('invalid_request', 'id_token_hint cannot be read.');
  if ((asked.subject ?? hint.sub) !== hint.sub) {
    throw new OAuthError('invalid_request', 'id_token_hint and claims name two people.');
  }
  return { ...asked, subject: hint.sub };
}

/** Where a request goes that must not show a page (OpenID Connect Core, section 3.1.2.6). */
function silentAnswer(
  world: World,
  asked: AuthorizationRequest,
  session: BrowserSession | undefined,
  decision: SignInDecision | undefined,
): string {
  if (!session || !decision) throw new OAuthError('login_required', 'Nobody is signed in.');
  if (decision.kind === 'ask') {
    throw new OAuthError('interaction_required', 'The organization has to be chosen.');
  }
  const organizationId = decision.kind === 'organization' ? decision.organizationId : undefined;
  const entry = { ...asked, userId: session.userId, organizationId };
  if (
    decision.kind !== 'refuse' &&
    lacksFactor(world, asked, session, organizationId, world.now())
  ) {
    throw new OAuthError('interaction_required', 'A second factor is demanded.');
  }
  if (decision.kind !== 'refuse' && needsConsent(world, entry)) {
    throw new OAuthError('consent_required', 'The person has to allow it first.');
  }
  const code =
    decision.kind === 'refuse'
      ? undefined
      : issueCode(world, asked, session, organizationId, world.now());
  const chosen = organizationId ?? asked.organizationId;
  if (code === undefined) throw refusalFor(world, asked, session, chosen);
  return answerAddress(world, asked, { code });
}

/** Why there is no code without a page: the organization demands more, or gives no access. */
function refusalFor(
  world: World,
  { clientId, scope }: AuthorizationRequest,
  session: BrowserSession,
  organizationId: string | undefined,
): OAuthError {
  const entry = {
    ...session,
    clientId,
    scope,
    ...(organizationId !== undefined && { organizationId }),
  };
  return lacksProof(world, entry)
    ? new OAuthError('interaction_required', 'This organization demands another sign-in.')
    : new OAuthError('access_denied', 'This account has no access here.');
}

async function parametersFrom(request: Request): Promise<Parameters> {
  const none = parametersOf(new URLSearchParams());
  if (request.method === 'POST') return (await formOf(request)) ?? none;
  return parametersOf(new URL(request.url).searchParams);
}

// 303, so that a browser never sends a form on to the next address (RFC 9700, section 4.12).
function redirect(location: string): Response {
  return new Response(null, { status: 303, headers: { Location: location } });
}
