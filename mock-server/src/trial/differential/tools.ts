import { challengeOf } from '../../oidc/pkce.ts';
import { callback, publicClient } from './clients.ts';
import { isOfApplication, locationOf, type Browser, type Sent, type Side } from './side.ts';

/** Parameters that differ from usual: left out, another one, or several. */
export type Changes = Readonly<Record<string, string | readonly string[] | undefined>>;

export const verifier = 'a-verifier-of-sufficient-length-for-every-trial';

/** What an attempt has at hand at one of the servers. */
export interface Tools {
  readonly side: Side;
  readonly browser: Browser;
  /** The usual request for authorization with changes. */
  asked(changes?: Changes): Promise<Pairs>;
  /** Sends a request for authorization; answers in words where it led to. */
  authorize(changes?: Changes, how?: Partial<Sent>, browser?: Browser): Promise<string>;
  /** A code for the person, fresh. */
  code(changes?: Changes, browser?: Browser): Promise<string>;
  /** What a fresh code gives. */
  tokens(changes?: Changes, browser?: Browser): Promise<Record<string, string>>;
  /** Sends a form; answers status and error. */
  post(path: string, changes: Changes, how?: Partial<Sent>): Promise<string>;
  /** Sends a form; answers what it gave. */
  given(path: string, changes: Changes): Promise<Record<string, string>>;
}

export type Pairs = readonly (readonly [string, string])[];

export function toolsFor(side: Side): Tools {
  const browser = side.browser();
  const asked: Tools['asked'] = async (changes = {}) =>
    pairsOf({
      client_id: publicClient,
      redirect_uri: callback,
      response_type: 'code',
      scope: 'openid profile email',
      state: 'a-state',
      nonce: 'a-nonce',
      code_challenge: await challengeOf(verifier),
      code_challenge_method: 'S256',
      ...changes,
    });
  const code: Tools['code'] = async (changes, who = browser) => {
    const query = new URLSearchParams((await asked(changes)).map(([name, value]) => [name, value]));
    const back = await who.signIn(`/authorize?${query.toString()}`);
    const given = back.searchParams.get('code');
    if (given === null) throw new Error(`No code at ${side.issuer}: ${back.href}`);
    return given;
  };
  const post: Tools['post'] = async (path, changes, how) => {
    const sent = { path, method: 'POST', parameters: pairsOf(changes), ...how };
    return inWords(await browser.send(sent));
  };
  const given: Tools['given'] = async (path, changes) => {
    const sent = { path, method: 'POST', parameters: pairsOf(changes) };
    return (await (await browser.send(sent)).json()) as Record<string, string>;
  };
  return {
    side,
    browser,
    asked,
    code,
    post,
    given,
    authorize: async (changes = {}, how = {}, who = side.browser()) => {
      const parameters = await asked(changes);
      const response = await who.send({ path: '/authorize', parameters, ...how });
      return whereTo(response, side, who);
    },
    tokens: async (changes, who) =>
      given('/token', {
        grant_type: 'authorization_code',
        client_id: publicClient,
        redirect_uri: callback,
        code_verifier: verifier,
        code: await code(changes, who),
        ...(changes?.['client_id'] ? { client_id: changes['client_id'] } : {}),
      }),
  };
}

function pairsOf(values: Changes): Pairs {
  return Object.entries(values).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  );
}

/** Where an answer to a request for authorization leads. */
export async function whereTo(response: Response, side: Side, browser: Browser): Promise<string> {
  const at = locationOf(response, side.issuer);
  if (!at) return response.ok ? 'a page' : `${response.status} page`;
  if (at.origin === side.issuer) return (await browser.isError(at)) ? '400 page' : 'asks';
  if (!isOfApplication(at)) return `away to ${at.origin}`;
  const parameters = at.hash === '' ? at.searchParams : new URLSearchParams(at.hash.slice(1));
  const outcome = parameters.get('error') ?? (parameters.has('code') ? 'code' : 'nothing');
  const issuer = parameters.get('iss') === side.issuer ? '' : ', without iss';
  const state = parameters.get('state') === 'a-state' ? '' : ', without state';
  return `back: ${outcome}${at.hash === '' ? '' : ' in the fragment'}${issuer}${state}`;
}

/** What an endpoint for clients answered. */
export async function inWords(response: Response): Promise<string> {
  const text = await response.text();
  try {
    const { error, active } = JSON.parse(text) as { error?: string; active?: boolean };
    const outcome = error ?? (active === undefined ? 'ok' : active ? 'active' : 'inactive');
    return `${response.status} ${outcome}`;
  } catch {
    return `${response.status}${response.ok ? ' ok' : ''}`;
  }
}
