import type { Attempts } from './attempts-authorization.ts';
import { home, partner, publicClient, strangerClient } from './clients.ts';
import { locationOf, type Sent } from './side.ts';
import type { Changes, Tools } from './tools.ts';

const secret = { client_id: partner.clientId, client_secret: partner.secret };
const basic = {
  'Content-Type': 'application/x-www-form-urlencoded',
  Authorization: `Basic ${btoa(`${partner.clientId}:${partner.secret}`)}`,
};

/** Signs out somebody who is signed in; answers in words what became of it. */
async function signOut(
  { side, tokens }: Tools,
  changes: (idToken: string) => Changes,
  how: Partial<Sent> = {},
): Promise<string> {
  const browser = side.browser();
  const { id_token = '' } = await tokens({}, browser);
  const parameters = Object.entries(changes(id_token)).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  );
  const response = await browser.send({ path: '/logout', parameters, ...how });
  const at = locationOf(response, side.issuer);
  if (at && at.origin !== side.issuer) return `back to ${at.href}`;
  if (at) return 'signed out here';
  if (!response.ok) return `${response.status} page`;
  return 'asks';
}

const bothWays = (changes: Changes) => (idToken: string) => ({
  id_token_hint: idToken,
  post_logout_redirect_uri: home,
  ...changes,
});

const unsigned = (idToken: string) =>
  `${btoa('{"alg":"none"}').replaceAll('=', '')}.${idToken.split('.')[1]}.`;

const signOuts: Readonly<Record<string, (idToken: string) => Changes>> = {
  'with hint, address and state': bothWays({ state: 'bye' }),
  'with hint and address': bothWays({}),
  'without anything': () => ({}),
  'with a hint alone': (idToken) => ({ id_token_hint: idToken }),
  'with an address alone': () => ({ post_logout_redirect_uri: home }),
  'with an address and the client': () => ({
    post_logout_redirect_uri: home,
    client_id: publicClient,
  }),
  'with a state alone': () => ({ state: 'bye' }),
  'to an address that is not registered': bothWays({ post_logout_redirect_uri: `${home}x` }),
  'to an address with a query': bothWays({ post_logout_redirect_uri: `${home}?a=1` }),
  'to evil': bothWays({ post_logout_redirect_uri: 'http://evil.example/' }),
  'to a script': bothWays({ post_logout_redirect_uri: 'javascript:alert(1)' }),
  'to a path': bothWays({ post_logout_redirect_uri: '/' }),
  'to two addresses': bothWays({ post_logout_redirect_uri: [home, home] }),
  'with two hints': (idToken) => ({ id_token_hint: [idToken, idToken] }),
  'with a hint that is no token': bothWays({ id_token_hint: 'x.y.z' }),
  'with a hint without signature': (idToken) => ({
    ...bothWays({})(idToken),
    id_token_hint: unsigned(idToken),
  }),
  'with a hint that was changed': (idToken) => ({
    ...bothWays({})(idToken),
    id_token_hint: idToken.replace(/\.[\w-]{4}/, '.AAAA'),
  }),
  'as another client': bothWays({ client_id: strangerClient }),
  'as nobody': bothWays({ client_id: 'client_nobody' }),
};

const logouts: Attempts = {
  ...Object.fromEntries(
    Object.entries(signOuts).map(([name, changes]) => [
      `signing out ${name}`,
      (tools: Tools) => signOut(tools, changes),
    ]),
  ),
  'signing out by a form': (tools) => signOut(tools, bothWays({}), { method: 'POST' }),
  'signing out by a form of another site': (tools) =>
    signOut(tools, () => ({}), { method: 'POST', headers: { Origin: 'http://evil.example' } }),
  'signing out by PUT': (tools) => signOut(tools, bothWays({}), { method: 'PUT' }),
};

async function sentAhead({ given, asked }: Tools, changes: Changes = {}) {
  const pairs = Object.fromEntries(await asked(changes));
  return (await given('/par', pairs))['request_uri'];
}

const ahead: Attempts = {
  'a request that was sent ahead': async (tools) =>
    tools.authorize({ ...nothing, request_uri: await sentAhead(tools) }),
  'a request that was sent ahead, the second time': async (tools) => {
    const changes = { ...nothing, request_uri: await sentAhead(tools) };
    await tools.authorize(changes, {}, tools.browser);
    return tools.authorize(changes);
  },
  'a request that was sent ahead, by another client': async (tools) =>
    tools.authorize({
      ...nothing,
      client_id: strangerClient,
      request_uri: await sentAhead(tools),
    }),
  'a request that was sent ahead, with another address beside it': async (tools) =>
    tools.authorize({
      ...nothing,
      redirect_uri: 'http://evil.example/',
      request_uri: await sentAhead(tools),
    }),
  ...Object.fromEntries(
    Object.entries<Changes>({
      'as usual': {},
      'by nobody': { client_id: 'client_nobody' },
      'by a confidential client without proof': { client_id: partner.clientId },
      'with a secret of a public client': { client_secret: 'x' },
      'with an address that is not registered': { redirect_uri: 'http://evil.example/' },
      'without an address': { redirect_uri: undefined },
      'without PKCE': { code_challenge: undefined },
      'for a token': { response_type: 'token' },
      'with a reference': { request_uri: 'urn:ietf:params:oauth:request_uri:x' },
      'with a request object': { request: 'x.y.z' },
      'with two states': { state: ['a', 'b'] },
      'with an unknown prompt': { prompt: 'bogus' },
    }).map(([name, changes]) => [
      `sending ahead ${name}`,
      async ({ browser, asked }: Tools) => {
        const parameters = await asked(changes);
        const { status } = await browser.send({ path: '/par', method: 'POST', parameters });
        return String(status);
      },
    ]),
  ),
};

/** A reference stands alone beside the client. */
const nothing: Changes = Object.fromEntries(
  ['redirect_uri', 'response_type', 'scope', 'state', 'nonce', 'code_challenge']
    .concat('code_challenge_method')
    .map((name) => [name, undefined]),
);

const endings: Attempts = {
  'revoking a token of another client': async ({ post, tokens }) => {
    const { refresh_token: token } = await tokens();
    await post('/revoke', { client_id: strangerClient, token });
    return post('/token', {
      grant_type: 'refresh_token',
      client_id: publicClient,
      refresh_token: token,
    });
  },
  'revoking a token that does not exist': ({ post }) =>
    post('/revoke', { client_id: publicClient, token: 'x' }),
  'revoking nothing': ({ post }) => post('/revoke', { client_id: publicClient }),
  'revoking as nobody': ({ post }) => post('/revoke', { client_id: 'client_nobody', token: 'x' }),
  'revoking by GET': async ({ browser }) =>
    String((await browser.send({ path: '/revoke' })).status),
  'asking about a token without proof': ({ post }) =>
    post('/introspect', { client_id: partner.clientId, token: 'x' }),
  'asking about a token with a wrong secret': ({ post }) =>
    post('/introspect', { ...secret, client_secret: 'wrong', token: 'x' }),
  'asking about a token as a public client': ({ post }) =>
    post('/introspect', { client_id: publicClient, token: 'x' }),
  'asking about a token that does not exist': ({ post }) =>
    post('/introspect', { token: 'x' }, { headers: basic }),
  'asking about nothing': ({ post }) => post('/introspect', {}, { headers: basic }),
  'asking about a refresh token of another client': async ({ post, tokens }) =>
    post('/introspect', { token: (await tokens())['refresh_token'] }, { headers: basic }),
  'UserInfo without a token': async ({ browser }) =>
    String((await browser.send({ path: '/userinfo' })).status),
  'UserInfo with a token that does not exist': async ({ browser }) =>
    String(
      (await browser.send({ path: '/userinfo', headers: { Authorization: 'Bearer x' } })).status,
    ),
  'UserInfo with a refresh token': async ({ browser, tokens }) => {
    const headers = { Authorization: `Bearer ${(await tokens())['refresh_token']}` };
    return String((await browser.send({ path: '/userinfo', headers })).status);
  },
  'UserInfo with an ID token': async ({ browser, tokens }) => {
    const headers = { Authorization: `Bearer ${(await tokens())['id_token']}` };
    return String((await browser.send({ path: '/userinfo', headers })).status);
  },
  'UserInfo with a token in the query': async ({ browser, tokens }) => {
    const path = `/userinfo?access_token=${(await tokens())['access_token']}`;
    return String((await browser.send({ path })).status);
  },
  'UserInfo with a good token': async ({ browser, tokens }) => {
    const headers = { Authorization: `Bearer ${(await tokens())['access_token']}` };
    return String((await browser.send({ path: '/userinfo', headers })).status);
  },
};

export const other: Attempts = { ...logouts, ...ahead, ...endings };
