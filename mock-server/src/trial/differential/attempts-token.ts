import {
  callback,
  deviceClient,
  otherCallback,
  partner,
  publicClient,
  strangerClient,
} from './clients.ts';
import type { Attempts } from './attempts-authorization.ts';
import { verifier, type Changes, type Tools } from './tools.ts';

const redemption = {
  grant_type: 'authorization_code',
  client_id: publicClient,
  redirect_uri: callback,
  code_verifier: verifier,
};

/** With a good code. */
const redemptions: Readonly<Record<string, Changes>> = {
  'as usual': {},
  'without a verifier': { code_verifier: undefined },
  'with an empty verifier': { code_verifier: '' },
  'with another verifier': { code_verifier: 'another-verifier-of-sufficient-length-for-it' },
  'with a short verifier': { code_verifier: 'short' },
  'with a long verifier': { code_verifier: 'x'.repeat(129) },
  'with a verifier of other letters': { code_verifier: '+'.repeat(50) },
  'with the challenge as verifier': {
    code_verifier: '0oZlGmb5Vn2WqVJ1YwWq1gmq5zX4yCkRTIRDF7SvG-s',
  },
  'with another address': { redirect_uri: otherCallback },
  'without an address': { redirect_uri: undefined },
  'with an evil address': { redirect_uri: 'http://evil.example/callback' },
  'by another client': { client_id: strangerClient },
  'by a confidential client without proof': { client_id: partner.clientId },
  'by a confidential client with proof': {
    client_id: undefined,
  },
  'by nobody': { client_id: 'client_nobody' },
  'without a client': { client_id: undefined },
  'with a secret of a public client': { client_secret: 'x' },
  'with the code twice': { code: ['x', 'y'] },
  'with the grant twice': { grant_type: ['authorization_code', 'refresh_token'] },
  'without a grant': { grant_type: undefined },
  'with an empty grant': { grant_type: '' },
  'as a refresh': { grant_type: 'refresh_token' },
  'as a password': { grant_type: 'password', username: 'a', password: 'b' },
  'as client credentials': { grant_type: 'client_credentials' },
  'as an implicit grant': { grant_type: 'implicit' },
  'as a device': { grant_type: 'urn:ietf:params:oauth:grant-type:device_code' },
  'as an exchange': { grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange' },
  'as AUTHORIZATION_CODE': { grant_type: 'AUTHORIZATION_CODE' },
  'with something unknown': { bogus: '1' },
  'with something unknown twice': { bogus: ['1', '2'] },
};

const header = (name: string, word: string) => ({
  Authorization: `Basic ${btoa(`${name}:${word}`)}`,
});
const form = 'application/x-www-form-urlencoded';
const partnerCode = { client_id: partner.clientId };

const others: Attempts = {
  'a code that does not exist': ({ post }) => post('/token', { ...redemption, code: 'x' }),
  'no code': ({ post }) => post('/token', redemption),
  'an empty code': ({ post }) => post('/token', { ...redemption, code: '' }),
  'a code with NUL': ({ post }) => post('/token', { ...redemption, code: 'a\0b' }),
  'a long code': ({ post }) => post('/token', { ...redemption, code: 'x'.repeat(20_000) }),
  'a code, the second time': async ({ post, code }) => {
    const asked = { ...redemption, code: await code() };
    await post('/token', asked);
    return post('/token', asked);
  },
  'a refresh token of a code that was used twice': async ({ post, given, code }) => {
    const asked = { ...redemption, code: await code() };
    const { refresh_token } = await given('/token', asked);
    await post('/token', asked);
    return post('/token', { ...renewal, refresh_token });
  },
  'a code, after it was tried with another verifier': async ({ post, code }) => {
    const asked = { ...redemption, code: await code() };
    await post('/token', {
      ...asked,
      code_verifier: 'another-verifier-of-sufficient-length-for-it',
    });
    return post('/token', asked);
  },
  'a code, several times at once': async ({ post, code }) => {
    const asked = { ...redemption, code: await code() };
    const answers = await Promise.all([1, 2, 3].map(() => post('/token', asked)));
    return answers.sort().join(', ');
  },
  'a code as JSON': async ({ post, code }) =>
    post(
      '/token',
      {},
      {
        parameters: undefined,
        body: JSON.stringify({ ...redemption, code: await code() }),
        headers: { 'Content-Type': 'application/json' },
      },
    ),
  'a code in the query': async ({ browser, code }) => {
    const query = new URLSearchParams({ ...redemption, code: await code() });
    const path = `/token?${query.toString()}`;
    const headers = { 'Content-Type': form };
    const { status } = await browser.send({ path, method: 'POST', body: '', headers });
    return String(status);
  },
  'a code by GET': async ({ browser, code }) => {
    const query = new URLSearchParams({ ...redemption, code: await code() });
    const { status } = await browser.send({ path: `/token?${query.toString()}` });
    return String(status);
  },
  'an access token in place of a code': async ({ post, tokens }) =>
    post('/token', { ...redemption, code: (await tokens())['access_token'] }),
  'a refresh token in place of a code': async ({ post, tokens }) =>
    post('/token', { ...redemption, code: (await tokens())['refresh_token'] }),
};

const renewal = { grant_type: 'refresh_token', client_id: publicClient };

/** With a good refresh token. */
const renewals: Readonly<Record<string, Changes>> = {
  'as usual': {},
  'by another client': { client_id: strangerClient },
  'by nobody': { client_id: 'client_nobody' },
  'by a confidential client without proof': { client_id: partner.clientId },
  'with a secret of a public client': { client_secret: 'x' },
  'for less': { scope: 'openid' },
  'for more': { scope: 'openid offline_access' },
  'for something unknown': { scope: 'openid bogus' },
  'without openid': { scope: 'profile' },
  'with an empty scope': { scope: '' },
  'with the scope twice': { scope: ['openid', 'openid'] },
};

const moreRenewals: Attempts = {
  'a refresh token that does not exist': ({ post }) =>
    post('/token', { ...renewal, refresh_token: 'x' }),
  'no refresh token': ({ post }) => post('/token', renewal),
  'a refresh token, the second time': async ({ post, tokens }) => {
    const asked = { ...renewal, refresh_token: (await tokens())['refresh_token'] };
    await post('/token', asked);
    return post('/token', asked);
  },
  'the next refresh token after one was used twice': async ({ post, given, tokens }) => {
    const asked = { ...renewal, refresh_token: (await tokens())['refresh_token'] };
    const { refresh_token } = await given('/token', asked);
    await post('/token', asked);
    return post('/token', { ...renewal, refresh_token });
  },
  'an access token in place of a refresh token': async ({ post, tokens }) =>
    post('/token', { ...renewal, refresh_token: (await tokens())['access_token'] }),
  'an ID token in place of a refresh token': async ({ post, tokens }) =>
    post('/token', { ...renewal, refresh_token: (await tokens())['id_token'] }),
  'a code in place of a refresh token': async ({ post, code }) =>
    post('/token', { ...renewal, refresh_token: await code() }),
  'a refresh token that was revoked': async ({ post, tokens }) => {
    const { refresh_token } = await tokens();
    await post('/revoke', { client_id: publicClient, token: refresh_token });
    return post('/token', { ...renewal, refresh_token });
  },
};

const own = (code: string): Changes => ({ ...redemption, client_id: undefined, code });

const proofs: Attempts = {
  'in a header': async ({ post, code }) =>
    post('/token', own(await code(partnerCode)), {
      headers: { 'Content-Type': form, ...header(partner.clientId, partner.secret) },
    }),
  'in the form': async ({ post, code }) =>
    post('/token', {
      ...own(await code(partnerCode)),
      client_id: partner.clientId,
      client_secret: partner.secret,
    }),
  'in both': async ({ post, code }) =>
    post(
      '/token',
      { ...own(await code(partnerCode)), client_secret: partner.secret },
      { headers: { 'Content-Type': form, ...header(partner.clientId, partner.secret) } },
    ),
  'in a header, wrong': async ({ post, code }) =>
    post('/token', own(await code(partnerCode)), {
      headers: { 'Content-Type': form, ...header(partner.clientId, 'wrong') },
    }),
  'in a header that cannot be read': async ({ post, code }) =>
    post('/token', own(await code(partnerCode)), {
      headers: { 'Content-Type': form, Authorization: 'Basic !' },
    }),
  'in a header of another kind': async ({ post, code }) =>
    post('/token', own(await code(partnerCode)), {
      headers: { 'Content-Type': form, Authorization: `Bearer ${partner.secret}` },
    }),
  'for another name in the form': async ({ post, code }) =>
    post(
      '/token',
      { ...own(await code(partnerCode)), client_id: publicClient },
      { headers: { 'Content-Type': form, ...header(partner.clientId, partner.secret) } },
    ),
  nowhere: async ({ post, code }) =>
    post('/token', { ...own(await code(partnerCode)), client_id: partner.clientId }),
};

const device = 'urn:ietf:params:oauth:grant-type:device_code';
const polling = { grant_type: device, client_id: deviceClient };
const begin = ({ given }: Tools) =>
  given('/device_authorization', { client_id: deviceClient, scope: 'openid' });

const devices: Attempts = {
  'is begun by another client': ({ post }) =>
    post('/device_authorization', { client_id: publicClient, scope: 'openid' }),
  'is begun by nobody': ({ post }) =>
    post('/device_authorization', { client_id: 'client_nobody', scope: 'openid' }),
  'is begun with the scope twice': ({ post }) =>
    post('/device_authorization', { client_id: deviceClient, scope: ['openid', 'openid'] }),
  'is begun by GET': async ({ browser }) =>
    String((await browser.send({ path: '/device_authorization' })).status),
  'asks before the person decided': async (tools) => {
    const { device_code } = await begin(tools);
    return tools.post('/token', { ...polling, device_code });
  },
  'asks with a code that does not exist': ({ post }) =>
    post('/token', { ...polling, device_code: 'x' }),
  'asks without a code': ({ post }) => post('/token', polling),
  'asks as another client': async (tools) => {
    const { device_code } = await begin(tools);
    return tools.post('/token', { ...polling, client_id: publicClient, device_code });
  },
  'asks with the code for the person': async (tools) => {
    const { user_code } = await begin(tools);
    return tools.post('/token', { ...polling, device_code: user_code });
  },
  'asks after the person let it in': async (tools) => {
    const { device_code, user_code = '' } = await begin(tools);
    await tools.side.browser().answerDevice(user_code, 'allow');
    return tools.post('/token', { ...polling, device_code });
  },
  'asks again after it was let in': async (tools) => {
    const { device_code, user_code = '' } = await begin(tools);
    await tools.side.browser().answerDevice(user_code, 'allow');
    await tools.post('/token', { ...polling, device_code });
    return tools.post('/token', { ...polling, device_code });
  },
  'asks after the person turned it away': async (tools) => {
    const { device_code, user_code = '' } = await begin(tools);
    await tools.side.browser().answerDevice(user_code, 'cancel');
    return tools.post('/token', { ...polling, device_code });
  },
};

const named = (prefix: string, attempts: Attempts): Attempts =>
  Object.fromEntries(
    Object.entries(attempts).map(([name, attempt]) => [`${prefix} ${name}`, attempt]),
  );

export const token: Attempts = {
  ...named(
    'a code',
    Object.fromEntries(
      Object.entries(redemptions).map(([name, changed]) => [
        name,
        async ({ post, code }: Tools) =>
          post('/token', { ...redemption, code: await code(), ...changed }),
      ]),
    ),
  ),
  ...named('token:', { ...others, ...moreRenewals }),
  ...named(
    'a refresh',
    Object.fromEntries(
      Object.entries(renewals).map(([name, changed]) => [
        name,
        async ({ post, tokens }: Tools) => {
          const { refresh_token } = await tokens();
          return post('/token', { ...renewal, refresh_token, ...changed });
        },
      ]),
    ),
  ),
  ...named('the secret of a client', proofs),
  ...named('a device', devices),
};
