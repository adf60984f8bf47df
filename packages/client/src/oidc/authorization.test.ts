import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, decodeJwt } from 'jose';
import { TesseraError } from '../errors.ts';
import { SignInError, type Refusal } from './sign-in-error.ts';
import { clientId, issuer, redirectUri, type Tampering } from './trial/provider.ts';
import { openTab } from './trial/tab.ts';

function refusedFor(refusal: Refusal) {
  return (error: unknown) => {
    assert.ok(error instanceof SignInError, String(error));
    assert.equal(error.error, 'refused');
    assert.equal(error.refusal, refusal);
    return true;
  };
}

const acme = { organizationId: 'org_acme' };
const day = 86_400;

describe('the request', () => {
  it('asks for a code with PKCE, nonce and the organization', async (t) => {
    const { sessions, visited, storage } = openTab(t);
    const who = { loginHint: 'ada@acme.example', uiLocales: 'ar en' };
    await sessions.signIn({ ...acme, ...who, prompt: 'login', maxAge: 60 });
    const asked = Object.fromEntries(new URL(visited[0] ?? '').searchParams);
    const { state, nonce, code_challenge, ...others } = asked;
    assert.ok(state && nonce && code_challenge);
    assert.deepEqual(others, {
      client_id: clientId,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: 'openid profile email',
      code_challenge_method: 'S256',
      prompt: 'login',
      login_hint: 'ada@acme.example',
      max_age: '60',
      ui_locales: 'ar en',
      org_id: 'org_acme',
    });
    assert.equal(storage.length, 1);
  });

  const documents: Record<string, [Refusal, Tampering['discovery']]> = {
    'of another issuer': ['discovery_issuer', (all) => (all['issuer'] = 'https://evil.example')],
    'of the issuer with a slash': ['discovery_issuer', (all) => (all['issuer'] = `${issuer}/`)],
    'of no issuer': ['discovery_issuer', (all) => delete all['issuer']],
    'without a token endpoint': ['discovery_endpoint', (all) => delete all['token_endpoint']],
    'without keys': ['discovery_endpoint', (all) => delete all['jwks_uri']],
    'with a script for an endpoint': [
      'discovery_endpoint',
      (all) => (all['authorization_endpoint'] = 'javascript:alert(1)'),
    ],
    'with a path for an endpoint': [
      'discovery_endpoint',
      (all) => (all['token_endpoint'] = '/token'),
    ],
    'with an endpoint less safe than the issuer': [
      'discovery_endpoint',
      (all) => (all['token_endpoint'] = 'http://login.example/token'),
    ],
    'with a script for signing out': [
      'discovery_endpoint',
      (all) => (all['end_session_endpoint'] = 'data:text/html,x'),
    ],
  };
  for (const [what, [refusal, discovery]] of Object.entries(documents)) {
    it(`W33: is not made to a server with a description ${what}`, async (t) => {
      const { sessions, provider, visited } = openTab(t);
      provider.tampering = { ...(discovery && { discovery }) };
      await assert.rejects(sessions.signIn(), refusedFor(refusal));
      assert.deepEqual(visited, []);
    });
  }

  it('can be made once the server is back', async (t) => {
    const tab = openTab(t);
    tab.provider.tampering = { discovery: (all) => (all['issuer'] = 'https://evil.example') };
    await assert.rejects(tab.sessions.signIn());
    tab.provider.tampering = {};
    await tab.signIn(acme);
    assert.equal(tab.sessions.claims('org_acme')?.sub, 'user_1');
  });
});

describe('an answer at the callback', () => {
  const twice = (name: string) => (all: URLSearchParams) => all.append(name, all.get(name) ?? 'x');
  const tampers: Record<string, [Refusal, Tampering['callback']]> = {
    'without a state': ['callback_state', (all) => all.delete('state')],
    'with an empty state': ['callback_state', (all) => all.set('state', '')],
    'with an unknown state': ['callback_state', (all) => all.set('state', 'state_of_an_attacker')],
    'with more in its state': [
      'callback_state',
      (all) => all.set('state', `${all.get('state')};x`),
    ],
    'with a state that cannot be decoded': ['callback_state', (all) => all.set('state', '%')],
    'with the state twice': ['callback_repeated_parameter', twice('state')],
    'with the code twice': ['callback_repeated_parameter', twice('code')],
    'with the issuer twice': ['callback_repeated_parameter', twice('iss')],
    'with an unknown parameter twice': [
      'callback_repeated_parameter',
      (all) => (all.append('x', '1'), all.append('x', '2')),
    ],
    'with the wrong issuer': ['callback_issuer', (all) => all.set('iss', 'https://evil.example')],
    'with a part of the issuer': ['callback_issuer', (all) => all.set('iss', 'https://login')],
    'with an empty issuer': ['callback_issuer', (all) => all.set('iss', '')],
    'without the issuer though one is promised': ['callback_issuer', (all) => all.delete('iss')],
    'with an error of the wrong issuer': [
      'callback_issuer',
      (all) => (all.delete('code'), all.set('error', 'x'), all.set('iss', 'https://evil.example')),
    ],
    'with a code and an error': [
      'callback_code_and_error',
      (all) => all.set('error', 'access_denied'),
    ],
    'with neither code nor error': ['callback_no_code', (all) => all.delete('code')],
    'with an empty code': ['callback_no_code', (all) => all.set('code', '')],
    'with an access token': [
      'callback_unexpected_parameter',
      (all) => all.set('access_token', 'x'),
    ],
    'with an ID token': ['callback_unexpected_parameter', (all) => all.set('id_token', 'x')],
    'with a signed response': ['callback_unexpected_parameter', (all) => all.set('response', 'x')],
  };
  for (const [what, [refusal, callback]] of Object.entries(tampers)) {
    it(`W07, W08: is refused ${what}, before the code is sent anywhere`, async (t) => {
      const tab = openTab(t);
      tab.provider.tampering = { ...(callback && { callback }) };
      await assert.rejects(tab.signIn(acme), refusedFor(refusal));
      assert.equal(tab.provider.tokenCalls.length, 0);
      assert.equal(tab.sessions.claims('org_acme'), undefined);
    });
  }

  it('is refused at another address', async (t) => {
    const { sessions, provider, visited } = openTab(t);
    await sessions.signIn(acme);
    const address = provider.authorize(visited[0] ?? '');
    for (const other of ['https://app.example/callback2', 'http://app.example/callback']) {
      const moved = address.replace(redirectUri, other);
      await assert.rejects(sessions.completeSignIn(moved), refusedFor('callback_address'));
    }
    assert.equal(provider.tokenCalls.length, 0);
  });

  it('is refused when its parts stand behind the hash', async (t) => {
    const { sessions, provider, visited } = openTab(t);
    await sessions.signIn(acme);
    const address = provider.authorize(visited[0] ?? '').replace('?', '#');
    await assert.rejects(sessions.completeSignIn(address), refusedFor('callback_state'));
  });

  it('is refused the second time', async (t) => {
    const { sessions, provider, visited } = openTab(t);
    await sessions.signIn(acme);
    const address = provider.authorize(visited[0] ?? '');
    await sessions.completeSignIn(address);
    await assert.rejects(sessions.completeSignIn(address), refusedFor('callback_state'));
    assert.equal(provider.tokenCalls.length, 1);
  });

  it('is refused in a tab that did not ask', async (t) => {
    const asking = openTab(t);
    const other = openTab(t, asking.provider);
    await asking.sessions.signIn(acme);
    const address = asking.provider.authorize(asking.visited[0] ?? '');
    await assert.rejects(other.sessions.completeSignIn(address), refusedFor('callback_state'));
    assert.equal(asking.provider.tokenCalls.length, 0);
  });

  it('that was meant for another application of the origin is refused', async (t) => {
    const { sessions, provider, visited, storage } = openTab(t);
    await sessions.signIn(acme);
    const key = storage.key(0) ?? '';
    storage.setItem(key, (storage.getItem(key) ?? '').replace(clientId, 'client_ledger'));
    const address = provider.authorize(visited[0] ?? '');
    await assert.rejects(sessions.completeSignIn(address), refusedFor('callback_state'));
    assert.equal(provider.tokenCalls.length, 0);
  });

  it('may leave the issuer out where the server does not promise it', async (t) => {
    const tab = openTab(t);
    tab.provider.tampering = {
      discovery: (all) => delete all['authorization_response_iss_parameter_supported'],
      callback: (all) => all.delete('iss'),
    };
    assert.equal((await tab.signIn(acme)).organizationId, 'org_acme');
  });

  it('may carry parameters that are none of ours', async (t) => {
    const tab = openTab(t);
    tab.provider.tampering = { callback: (all) => all.set('session_state', 'x') };
    assert.equal((await tab.signIn(acme)).organizationId, 'org_acme');
  });

  it('with an error ends with its name', async (t) => {
    const tab = openTab(t);
    tab.provider.tampering = {
      callback: (all) => (all.delete('code'), all.set('error', 'login_required')),
    };
    await assert.rejects(
      tab.signIn({ prompt: 'none' }),
      (error) => error instanceof SignInError && error.error === 'login_required',
    );
    assert.equal(tab.provider.tokenCalls.length, 0);
    assert.equal(tab.storage.length, 0);
  });
});

const foreignKey = generateKeyPair('RS256', { extractable: true });

async function resigned(token: string, header: Record<string, unknown>): Promise<string> {
  const { privateKey } = await foreignKey;
  const all = { alg: 'RS256', typ: 'JWT', kid: 'key_1', ...header };
  return new SignJWT(decodeJwt(token)).setProtectedHeader(all).sign(privateKey);
}

async function foreignJwk() {
  return exportJWK((await foreignKey).publicKey);
}

/** A symmetric signature, with a secret that everybody knows: the published key. */
async function symmetric(token: string): Promise<string> {
  const secret = new TextEncoder().encode(JSON.stringify(await foreignJwk()));
  return new SignJWT(decodeJwt(token))
    .setProtectedHeader({ alg: 'HS256', kid: 'key_1' })
    .sign(secret);
}

function withoutSignature(token: string): string {
  return token.replace(/[^.]*$/, '');
}

function withPayload(token: string, payload: string): string {
  const [header, , signature] = token.split('.');
  return [header, Buffer.from(payload).toString('base64url'), signature].join('.');
}

const set = (name: string, value: unknown) => ({
  claims: (all: Record<string, unknown>) => {
    all[name] = value;
  },
});
const unset = (name: string) => set(name, undefined);
const answer = (name: string, value: unknown): Tampering => ({
  answer: (all) => {
    all[name] = value;
  },
});
const later = (name: string, seconds: number): Tampering => ({
  claims: (all) => {
    all[name] = Number(all['iat']) + seconds;
  },
});

describe('tokens for a code', () => {
  const tampers: Record<string, [Refusal, Tampering]> = {
    'without an access token': ['access_token', answer('access_token', undefined)],
    'with a number for an access token': ['access_token', answer('access_token', 7)],
    'with an empty access token': ['access_token', answer('access_token', '')],
    'of no type': ['token_type', answer('token_type', undefined)],
    'of another type': ['token_type', answer('token_type', 'mac')],
    'that ended already': ['expires_in', answer('expires_in', -1)],
    'that last for a word': ['expires_in', answer('expires_in', 'long')],
    'with an object for a refresh token': ['refresh_token', answer('refresh_token', {})],
    'without an ID token': ['id_token_missing', answer('id_token', undefined)],
    'with a text for an ID token': ['id_token_malformed', answer('id_token', 'hello')],
    'with claims that are no JSON': [
      'id_token_signature',
      { idToken: (token) => withPayload(token, 'hello') },
    ],
    'with an unsigned ID token': [
      'id_token_algorithm',
      { idToken: (token) => new UnsecuredJWT(decodeJwt(token)).encode() },
    ],
    'with a stripped signature': ['id_token_signature', { idToken: withoutSignature }],
    'with a symmetric signature': ['id_token_algorithm', { idToken: symmetric }],
    'with a signature by a foreign key': [
      'id_token_signature',
      { idToken: (token) => resigned(token, {}) },
    ],
    'with changed claims under the old signature': [
      'id_token_signature',
      {
        idToken: (token) =>
          withPayload(token, JSON.stringify({ ...decodeJwt(token), sub: 'user_2' })),
      },
    ],
    'with a key that the token brings along': [
      'id_token_signature',
      { idToken: async (token) => resigned(token, { jwk: await foreignJwk() }) },
    ],
    'with an address for its key': [
      'id_token_signature',
      { idToken: (token) => resigned(token, { jku: 'https://evil.example/jwks' }) },
    ],
    'with an address for its certificate': [
      'id_token_signature',
      { idToken: (token) => resigned(token, { x5u: 'https://evil.example/cert' }) },
    ],
    'with an unknown key': [
      'id_token_key',
      { idToken: (token) => resigned(token, { kid: 'key_9' }) },
    ],
    'with an access token for an ID token': [
      'id_token_type',
      { header: (all) => (all['typ'] = 'at+jwt') },
    ],
    'with a logout token for an ID token': [
      'id_token_type',
      { header: (all) => (all['typ'] = 'logout+jwt') },
    ],
    'of another issuer': ['id_token_issuer', set('iss', 'https://evil.example')],
    'of the issuer with a slash': ['id_token_issuer', set('iss', `${issuer}/`)],
    'of no issuer': ['id_token_issuer', unset('iss')],
    'for another application': ['id_token_audience', set('aud', 'client_ledger')],
    'for a list without this application': ['id_token_audience', set('aud', ['client_ledger'])],
    'for nobody': ['id_token_audience', unset('aud')],
    'for an empty list': ['id_token_audience', set('aud', [])],
    'for a list with a number': ['id_token_audience', set('aud', [clientId, 7])],
    'for several without saying who asked': [
      'id_token_authorized_party',
      set('aud', [clientId, 'client_ledger']),
    ],
    'that another application asked for': [
      'id_token_authorized_party',
      set('azp', 'client_ledger'),
    ],
    'that ended ten minutes ago': ['id_token_exp', later('exp', -600)],
    'that ended a minute ago': ['id_token_exp', later('exp', -60)],
    'without an end': ['id_token_exp', unset('exp')],
    'with a text for an end': ['id_token_exp', set('exp', '9999999999')],
    'without a beginning': ['id_token_iat', unset('iat')],
    'from the future': ['id_token_iat', later('iat', 61)],
    'with null for a beginning': ['id_token_iat', set('iat', null)],
    'not valid before an hour from now': ['id_token_nbf', later('nbf', 3600)],
    'not valid before 61 seconds from now': ['id_token_nbf', later('nbf', 61)],
    'with a text for not before': ['id_token_nbf', set('nbf', 'now')],
    'about nobody': ['id_token_subject', unset('sub')],
    'about an empty name': ['id_token_subject', set('sub', '')],
    'about a number': ['id_token_subject', set('sub', 1)],
    'with another nonce': ['id_token_nonce', set('nonce', 'nonce_of_an_attacker')],
    'without a nonce': ['id_token_nonce', unset('nonce')],
    'with a number for the session': ['id_token_session', set('sid', 7)],
    'for another organization': ['id_token_organization', set('org_id', 'org_borealis')],
    'for no organization': ['id_token_organization', unset('org_id')],
    'for a list of organizations': ['id_token_organization', set('org_id', ['org_acme'])],
    'with a text for the time of authentication': ['id_token_auth_time', set('auth_time', '1')],
    'with the hash of another access token': ['id_token_at_hash', set('at_hash', 'AAAA')],
    'with a number for the hash': ['id_token_at_hash', set('at_hash', 7)],
  };
  for (const [what, [refusal, tampering]] of Object.entries(tampers)) {
    it(`W14, W15, O16: are refused ${what}`, async (t) => {
      const tab = openTab(t);
      tab.provider.tampering = tampering;
      await assert.rejects(tab.signIn(acme), refusedFor(refusal));
      assert.equal(tab.sessions.claims('org_acme'), undefined);
      const asked = new Set(tab.provider.asked.map(({ path }) => path));
      for (const path of ['/.well-known/openid-configuration', '/token', '/jwks']) {
        asked.delete(path);
      }
      assert.deepEqual(asked, new Set());
    });
  }

  const accepted: Record<string, Tampering> = {
    'as they are': {},
    'of a type in small letters': answer('token_type', 'bearer'),
    'without a refresh token': answer('refresh_token', undefined),
    'that do not say how long they last': answer('expires_in', undefined),
    'for a list of this application alone': set('aud', [clientId]),
    'for several, when this one asked': {
      claims: (all) => Object.assign(all, { aud: [clientId, 'api'], azp: clientId }),
    },
    'that name who asked': set('azp', clientId),
    'within the difference of clocks': {
      claims: (all) => {
        const now = Number(all['iat']);
        Object.assign(all, { iat: now + 8, nbf: now + 8, exp: now - 30 });
      },
    },
    'without a session': unset('sid'),
    'without the hash of the access token': unset('at_hash'),
    'without a type': { header: (all) => delete all['typ'] },
    'that a single key has signed, without its name': { header: (all) => delete all['kid'] },
    'with claims that are none of ours': set('favourite_colour', 'blue'),
  };
  for (const [what, tampering] of Object.entries(accepted)) {
    it(`S09: are accepted ${what}`, async (t) => {
      const tab = openTab(t);
      tab.provider.tampering = tampering;
      const { organizationId, claims } = await tab.signIn(acme);
      assert.equal(organizationId, 'org_acme');
      assert.equal(claims.sub, 'user_1');
      assert.match(await tab.sessions.getToken(acme), /org_acme$/);
    });
  }

  it('are accepted for whichever organization the person chose', async (t) => {
    const tab = openTab(t);
    assert.equal((await tab.signIn({}, 'org_borealis')).organizationId, 'org_borealis');
  });

  it('are refused for something that is no organization, though none was asked for', async (t) => {
    const tab = openTab(t);
    for (const organizationId of [['org_acme'], '', 7, null]) {
      tab.provider.tampering = set('org_id', organizationId);
      await assert.rejects(tab.signIn(), refusedFor('id_token_organization'));
    }
  });

  it('are accepted for the person themselves', async (t) => {
    const tab = openTab(t);
    assert.equal((await tab.signIn()).organizationId, undefined);
    assert.equal(tab.sessions.claims()?.sub, 'user_1');
    assert.match(await tab.sessions.getToken({}), /self$/);
  });

  it('are refused when the person proved who they are too long ago, or does not say when', async (t) => {
    const tab = openTab(t);
    assert.ok(await tab.signIn({ ...acme, maxAge: 20 }));
    for (const tampering of [later('auth_time', -day), unset('auth_time')]) {
      tab.provider.tampering = tampering;
      await assert.rejects(tab.signIn({ ...acme, maxAge: 20 }), refusedFor('id_token_auth_time'));
    }
  });

  it('end with the OAuth error of the server', async (t) => {
    const tab = openTab(t);
    tab.provider.intercept = async () => Response.json({ error: 'invalid_grant' }, { status: 400 });
    await assert.rejects(
      tab.signIn(acme),
      (error) => error instanceof SignInError && error.error === 'invalid_grant',
    );
  });

  const failures: Record<string, [string, () => Promise<Response>]> = {
    'is away': ['network', () => Promise.reject(new TypeError('Failed to fetch'))],
    'has failed': ['server_error', async () => new Response('<h1>Oh</h1>', { status: 502 })],
    'is too busy': [
      'rate_limited',
      async () => Response.json({ error: 'slow_down' }, { status: 429 }),
    ],
    'answers with a page': ['invalid_response', async () => new Response('<!doctype html>')],
    'answers with a list': ['invalid_response', async () => Response.json([])],
    'answers with nothing': ['invalid_response', async () => new Response(null)],
  };
  for (const [what, [code, intercept]] of Object.entries(failures)) {
    it(`end with ${code} when the server ${what}`, async (t) => {
      const tab = openTab(t);
      tab.provider.intercept = intercept;
      await assert.rejects(
        tab.signIn(acme),
        (error) => error instanceof TesseraError && error.code === code,
      );
    });
  }
});

describe('keys', () => {
  /** A tab in which time passes for the key set, too. */
  function atTime(t: TestContext) {
    const tab = openTab(t);
    t.mock.timers.enable({ apis: ['Date'], now: tab.provider.now });
    const keyCalls = () => tab.provider.asked.filter(({ path }) => path === '/jwks').length;
    return { tab, keyCalls };
  }

  it('that were changed are found again', async (t) => {
    const { tab, keyCalls } = atTime(t);
    await tab.signIn(acme);
    tab.provider.rotate('key_2');
    t.mock.timers.setTime(tab.provider.now + 60_000);
    assert.ok(await tab.signIn(acme));
    assert.equal(keyCalls(), 2);
  });

  it('W32: that do not exist are looked for once, then not again for a while', async (t) => {
    const { tab, keyCalls } = atTime(t);
    await tab.signIn(acme);
    tab.provider.tampering = { idToken: (token) => resigned(token, { kid: 'key_9' }) };
    t.mock.timers.setTime(tab.provider.now + 60_000);
    for (let tries = 0; tries < 3; tries++) {
      await assert.rejects(tab.signIn(acme), refusedFor('id_token_key'));
    }
    assert.equal(keyCalls(), 2);
  });

  it('that cannot be had are a matter of the server', async (t) => {
    const tab = openTab(t);
    tab.provider.tampering = { discovery: (all) => (all['jwks_uri'] = `${issuer}/gone`) };
    tab.provider.intercept = async (form, pass) =>
      form.has('code') ? pass() : new Response(null, { status: 500 });
    await assert.rejects(
      tab.signIn(acme),
      (error) => error instanceof TesseraError && error.code === 'server_error',
    );
  });
});
