import type { LoginAction, LoginStep } from '@tesserakit/contract';
import { challengeOf } from '../oidc/pkce.ts';
import type { Server } from '../server.ts';
import type { World } from '../world.ts';

/** A browser with its cookies, for trials of the server without a network. */
export interface TrialBrowser {
  /** Sends a request with the cookies that belong to it; keeps those that come back. */
  send(path: string, init?: RequestInit): Promise<Response>;
  /** Opens the authorization endpoint as an application would, with what differs from usual. */
  authorize(some?: Record<string, string>): Promise<Response>;
  /** Opens the authorization endpoint and answers the id of the sign-in that it begins. */
  begin(some?: Record<string, string>): Promise<string>;
  step(transactionId: string): Promise<LoginStep>;
  act(transactionId: string, action: LoginAction): Promise<LoginStep>;
  /** Address and password, as far as the step after them. */
  prove(transactionId: string, email: string, password?: string): Promise<LoginStep>;
}

export const verifier = 'a-verifier-of-sufficient-length-for-every-trial';
export const password = 'Tessera-demo-1!';
export const redirectUri = 'http://localhost:4300/callback';

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
}

export function trialBrowser(world: World, server: Server): TrialBrowser {
  const cookies = new Map<string, Cookie>();

  const send: TrialBrowser['send'] = async (path, init = {}) => {
    const url = new URL(path, world.issuer);
    const headers = new Headers(init.headers);
    const sent = [...cookies.values()].filter((cookie) => url.pathname.startsWith(cookie.path));
    headers.set('Cookie', sent.map(({ name, value }) => `${name}=${value}`).join('; '));
    const response = await server.fetch(new Request(url, { ...init, headers }));
    for (const line of response.headers.getSetCookie()) keep(cookies, line);
    return response;
  };

  const authorize: TrialBrowser['authorize'] = async (some = {}) => {
    const query = new URLSearchParams(await usualRequest());
    for (const [name, value] of Object.entries(some)) query.set(name, value);
    return send(`/authorize?${query.toString()}`);
  };

  const act: TrialBrowser['act'] = async (transactionId, action) => {
    const response = await send(`/login/api/${transactionId}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: world.issuer },
      body: JSON.stringify(action),
    });
    return (await response.json()) as LoginStep;
  };

  return {
    send,
    authorize,
    act,
    begin: async (some) => {
      const location = (await authorize(some)).headers.get('Location') ?? '';
      return new URL(location).searchParams.get('tx') ?? '';
    },
    step: async (transactionId) =>
      (await (await send(`/login/api/${transactionId}`)).json()) as LoginStep,
    prove: async (transactionId, identifier, given = password) => {
      await act(transactionId, { action: 'identify', identifier });
      return act(transactionId, { action: 'verify_password', password: given });
    },
  };
}

/** What the application `Flights` sends to the authorization endpoint. */
export async function usualRequest(): Promise<Record<string, string>> {
  return {
    client_id: 'client_flights',
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid profile email',
    state: 'a-state',
    nonce: 'a-nonce',
    code_challenge: await challengeOf(verifier),
    code_challenge_method: 'S256',
  };
}

/** The parameters of the answer with which a step or a redirect leaves for the application. */
export function answerIn(from: LoginStep | Response): URLSearchParams {
  const location =
    from instanceof Response
      ? from.headers.get('Location')
      : from.step === 'done'
        ? from.redirectTo
        : undefined;
  if (!location?.startsWith(`${redirectUri}?`)) throw new Error(`Went to ${String(location)}`);
  return new URL(location).searchParams;
}

/** Asks the token endpoint as a public client. */
export async function askForTokens(
  world: World,
  server: Server,
  form: Record<string, string>,
): Promise<{ status: number; body: Record<string, string> }> {
  const response = await server.fetch(
    new Request(`${world.issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: 'client_flights', ...form }),
    }),
  );
  return { status: response.status, body: (await response.json()) as Record<string, string> };
}

/** Redeems a code as the application `Flights` does, with what differs from usual. */
export function redeem(
  world: World,
  server: Server,
  code: string | null,
  some: Record<string, string> = {},
) {
  return askForTokens(world, server, {
    grant_type: 'authorization_code',
    code: code ?? '',
    redirect_uri: redirectUri,
    code_verifier: verifier,
    ...some,
  });
}

function keep(cookies: Map<string, Cookie>, line: string): void {
  const [pair = '', ...attributes] = line.split('; ');
  const [name = '', value = ''] = pair.split('=');
  const path = attributes.find((one) => one.startsWith('Path='))?.slice(5) ?? '/';
  if (attributes.includes('Max-Age=0')) cookies.delete(name);
  else cookies.set(name, { name, value, path });
}
