import { isSameOrigin } from '../login/same-origin.ts';
import { currentSession, endSession, sessionCookie } from '../login/sessions.ts';
import { loginAddress, openTransaction } from '../login/transaction.ts';
import { page } from '../page.ts';
import type { World } from '../world.ts';
import { readIdTokenHint } from './id-token.ts';
import { formOf, parametersOf } from './parameters.ts';

/**
 * Signing out on behalf of an application (OpenID Connect RP-Initiated Logout 1.0). With an ID
 * token of the person as a hint they are signed out at once, and sent back to an address that is
 * registered to the letter. Without one they are asked first, and stay here.
 */
export async function logout(world: World, request: Request): Promise<Response> {
  if (request.method === 'HEAD') return new Response(null, { status: 405 });
  const form = request.method === 'POST' ? await formOf(request) : undefined;
  const { values, repeated } = form ?? parametersOf(new URL(request.url).searchParams);
  const session = currentSession(world, request);
  const hint = await readIdTokenHint(world, values.get('id_token_hint') ?? '');
  const client = world.clients.get(hint?.aud ?? '');
  const trusted =
    hint !== undefined &&
    client !== undefined &&
    repeated.size === 0 &&
    (values.get('client_id') ?? client.clientId) === client.clientId &&
    (session?.userId ?? hint.sub) === hint.sub;
  const confirmed = values.get('confirm') === 'yes' && form !== undefined;
  if (!trusted && session && !(confirmed && isSameOrigin(world, request))) return question();
  if (session) endSession(world, session.sid);
  if (trusted && hint.sid !== undefined) endSession(world, hint.sid);
  const target = values.get('post_logout_redirect_uri') ?? '';
  const answer =
    trusted && client.postLogoutRedirectUris.includes(target)
      ? new Response(null, {
          status: 303,
          headers: { Location: withState(target, values.get('state')) },
        })
      : signedOut(world, trusted ? client : undefined);
  // A request from elsewhere comes without the cookie, and must not take it away either.
  if (session) answer.headers.append('Set-Cookie', sessionCookie(world));
  return answer;
}

function signedOut(
  world: World,
  client: { clientId: string; postLogoutRedirectUris: readonly string[] } | undefined,
): Response {
  const returnTo = client?.postLogoutRedirectUris[0];
  const transaction = openTransaction(world, {
    stage: {
      at: 'signed_out',
      ...(client && { clientId: client.clientId }),
      ...(returnTo !== undefined && { returnTo }),
    },
  });
  return loginAddress(world, transaction);
}

function withState(target: string, state: string | undefined): string {
  const address = new URL(target);
  if (state !== undefined) address.searchParams.set('state', state);
  return address.href;
}

function question(): Response {
  return page(
    'Sign out?',
    `<form method="post" action="/logout">
      <p>You are about to sign out of every application in this browser.</p>
      <button name="confirm" value="yes">Sign out</button>
    </form>`,
  );
}
