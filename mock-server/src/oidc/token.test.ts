import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MemberStatus } from '@tesserakit/domain';
import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { endSession } from '../login/sessions.ts';
import { seeds } from '../seeds/index.ts';
import { createServer } from '../server.ts';
import {
  answerIn,
  askForTokens,
  redeem,
  redirectUri,
  trialBrowser,
  verifier,
} from '../trial/browser.ts';
import { asPerson } from '../trial/directory.ts';
import { challengeOf } from './pkce.ts';
import { createWorld } from '../world.ts';

function setup() {
  // Stands still, so that the moments are exact.
  const now = Date.now();
  const world = createWorld(seeds.default, { now: () => now });
  const server = createServer(world);
  const browser = trialBrowser(world, server);
  const codeFor = async (email: string, some: Record<string, string> = {}) =>
    answerIn(await browser.prove(await browser.begin(some), email)).get('code');
  const tokensFor = async (email: string, some?: Record<string, string>) =>
    (await redeem(world, server, await codeFor(email, some))).body;
  const refresh = (token: string | undefined, some: Record<string, string> = {}) =>
    askForTokens(world, server, {
      grant_type: 'refresh_token',
      refresh_token: token ?? '',
      ...some,
    });
  const setStatus = (status: MemberStatus) => (userId: string, organizationId: string) => {
    const members = world.members.get(organizationId);
    const member = members?.get(userId);
    assert.ok(members && member);
    members.set(userId, { ...member, status });
  };
  const suspend = setStatus('suspended');
  const reinstate = setStatus('active');
  const bothAtAcme = { org_id: 'org_acme' };
  return { world, server, browser, codeFor, tokensFor, refresh, suspend, reinstate, bothAtAcme };
}

const outcome = ({ status, body }: { status: number; body: Record<string, string> }) =>
  `${status} ${body['error'] ?? 'ok'}`;

describe('an authorization code', () => {
  it('gives tokens that say who, for which organization, with which roles', async () => {
    const { world, server, tokensFor, bothAtAcme } = setup();
    const body = await tokensFor('both@acme.example', bothAtAcme);
    const keys = createLocalJWKSet(
      (await (await server.fetch(new Request(`${world.issuer}/jwks`))).json()) as never,
    );
    const id = await jwtVerify(body['id_token'] ?? '', keys, {
      issuer: world.issuer,
      audience: 'client_flights',
      algorithms: ['RS256'],
    });
    const access = await jwtVerify(body['access_token'] ?? '', keys, {
      issuer: world.issuer,
      audience: `${world.issuer}/api/v1`,
      algorithms: ['ES256'],
      typ: 'at+jwt',
    });
    const organization = {
      org_id: 'org_acme',
      org_name: 'Acme Travel',
      org_roles: ['organizationMember'],
      roles: ['viewer'],
      permissions: ['flights:read', 'bookings:read'],
    };
    for (const { payload } of [id, access]) {
      assert.deepEqual({ ...payload, ...organization }, payload);
      assert.equal(payload.sub, 'user_both');
      assert.equal(payload['tid'], 'tenant_default');
      assert.deepEqual(payload['amr'], ['pwd']);
      assert.equal(payload['acr'], '1');
      assert.ok(payload['sid'] && payload['auth_time']);
    }
    assert.equal(id.payload['nonce'], 'a-nonce');
    assert.equal(id.payload['email'], 'both@acme.example');
    assert.equal((access.payload.exp ?? 0) - (access.payload.iat ?? 0), 300);
    assert.notEqual(
      decodeProtectedHeader(body['id_token'] ?? '').kid,
      decodeProtectedHeader(body['access_token'] ?? '').kid,
    );
  });

  it('gives no organization to a person who acts for themselves', async () => {
    const { world, server, codeFor } = setup();
    const code = await codeFor('shopper@mail.example', { client_id: 'client_shop' });
    const { body } = await redeem(world, server, code, { client_id: 'client_shop' });
    for (const name of ['id_token', 'access_token']) {
      const claims = Object.keys(decodeJwt(body[name] ?? ''));
      assert.deepEqual(
        claims.filter((claim) => /^org_|^roles$|^permissions$/.test(claim)),
        [],
      );
    }
  });

  it('W05, O15: is refused with anything that differs from its request', async () => {
    const { world, server, codeFor } = setup();
    const code = await codeFor('agent@acme.example');
    const wrong: Record<string, string>[] = [
      { code_verifier: 'another-verifier-of-sufficient-length-for-this' },
      { code_verifier: '' },
      { redirect_uri: 'http://127.0.0.1:4300/callback' },
      { client_id: 'client_ledger' },
      { code: 'nothing' },
    ];
    for (const some of wrong) {
      assert.equal(outcome(await redeem(world, server, code, some)), '400 invalid_grant');
    }
    for (const missing of ['redirect_uri', 'code']) {
      const answer = await redeem(world, server, code, { [missing]: '' });
      assert.equal(outcome(answer), '400 invalid_request');
    }
    assert.equal(outcome(await redeem(world, server, code)), '200 ok');
  });

  it('W04: takes a verifier, and one that is long enough to be one', async () => {
    const { world, server, codeFor } = setup();
    for (const weak of ['', 'x', 'a'.repeat(42)]) {
      const code = await codeFor('agent@acme.example', {
        code_challenge: await challengeOf(weak),
        prompt: 'login',
      });
      const answer = await redeem(world, server, code, { code_verifier: weak });
      assert.equal(outcome(answer), '400 invalid_grant');
    }
  });

  it('S13: gives nothing that outlives a sign-out at the same moment', async () => {
    const { world, server, codeFor } = setup();
    const code = await codeFor('agent@acme.example');
    const redeeming = redeem(world, server, code);
    for (const { sid } of world.authorization.sessions.values()) endSession(world, sid);
    await redeeming;
    const living = [...world.authorization.families.values()].filter((family) => !family.revoked);
    assert.deepEqual(living, []);
  });

  it('is good for sixty seconds', async () => {
    const { world, server, codeFor } = setup();
    for (const [age, answer] of [
      [59_999, '200 ok'],
      [60_000, '400 invalid_grant'],
    ] as const) {
      const code = await codeFor('agent@acme.example', { prompt: 'login' });
      world.moveClock(age);
      assert.equal(outcome(await redeem(world, server, code)), answer);
    }
  });

  it('gives nothing to whom the session ended by itself before the code did', async () => {
    const { world, server, browser, codeFor } = setup();
    await codeFor('agent@acme.example');
    world.moveClock(12 * 3_600_000 - 1);
    const [last, late] = [await browser.authorize(), await browser.authorize()].map((answer) =>
      answerIn(answer).get('code'),
    );
    assert.equal(outcome(await redeem(world, server, last ?? null)), '200 ok');
    world.moveClock(1);
    assert.equal(outcome(await redeem(world, server, late ?? null)), '400 invalid_grant');
  });

  it('W05: revokes what it gave when it is used twice', async () => {
    const { world, server, codeFor, refresh } = setup();
    const code = await codeFor('agent@acme.example');
    const first = await redeem(world, server, code);
    assert.equal(outcome(await redeem(world, server, code)), '400 invalid_grant');
    assert.equal(outcome(await refresh(first.body['refresh_token'])), '400 invalid_grant');
  });

  it('W05: gives tokens once when it is used several times at once', async () => {
    const { world, server, codeFor } = setup();
    const code = await codeFor('agent@acme.example');
    const answers = await Promise.all([1, 2, 3, 4].map(() => redeem(world, server, code)));
    assert.equal(answers.filter((answer) => answer.status === 200).length, 1);
  });

  it('O04: is dead when the person lost access in the meantime', async () => {
    const { world, server, codeFor, suspend } = setup();
    const code = await codeFor('agent@acme.example');
    suspend('user_agent_acme', 'org_acme');
    assert.equal(outcome(await redeem(world, server, code)), '400 invalid_grant');
  });
});

describe('a refresh token', () => {
  it('is good once; the next one takes its place', async () => {
    const { tokensFor, refresh } = setup();
    const first = await tokensFor('agent@acme.example');
    const second = await refresh(first['refresh_token']);
    assert.equal(outcome(second), '200 ok');
    assert.notEqual(second.body['refresh_token'], first['refresh_token']);
    const before = decodeJwt(first['id_token'] ?? '');
    const after = decodeJwt(second.body['id_token'] ?? '');
    for (const claim of ['sub', 'aud', 'org_id', 'auth_time', 'sid']) {
      assert.deepEqual(after[claim], before[claim]);
    }
    assert.equal(outcome(await refresh(second.body['refresh_token'])), '200 ok');
  });

  it('W34: ends the whole family when it is used again', async () => {
    const { tokensFor, refresh } = setup();
    const first = await tokensFor('agent@acme.example');
    const second = await refresh(first['refresh_token']);
    assert.equal(outcome(await refresh(first['refresh_token'])), '400 invalid_grant');
    assert.equal(outcome(await refresh(second.body['refresh_token'])), '400 invalid_grant');
  });

  it('O04, O08: gives the roles of now, and nothing to a person who lost access', async () => {
    const { world, tokensFor, refresh, suspend, reinstate } = setup();
    const first = await tokensFor('agent@acme.example');
    world.grants.get('org_acme')?.set('user_agent_acme', [
      {
        userId: 'user_agent_acme',
        organizationId: 'org_acme',
        applicationId: 'app_flights',
        roles: [{ roleId: 'role_flights_viewer', source: 'direct' }],
      },
    ]);
    const second = await refresh(first['refresh_token']);
    assert.deepEqual(decodeJwt(second.body['access_token'] ?? '')['roles'], ['viewer']);
    suspend('user_agent_acme', 'org_acme');
    assert.equal(outcome(await refresh(second.body['refresh_token'])), '400 invalid_grant');
    reinstate('user_agent_acme', 'org_acme');
    assert.equal(outcome(await refresh(second.body['refresh_token'])), '400 invalid_grant');
  });

  it('switches the organization without a new sign-in, and stays good itself', async () => {
    const { tokensFor, refresh, bothAtAcme } = setup();
    const acme = await tokensFor('both@acme.example', bothAtAcme);
    const borealis = await refresh(acme['refresh_token'], { org_id: 'org_borealis' });
    const claims = decodeJwt(borealis.body['access_token'] ?? '');
    assert.deepEqual([claims['org_id'], claims['roles']], ['org_borealis', ['approver']]);
    assert.equal(claims['sid'], decodeJwt(acme['access_token'] ?? '')['sid']);

    const again = await refresh(acme['refresh_token'], bothAtAcme);
    assert.equal(decodeJwt(again.body['access_token'] ?? '')['org_id'], 'org_acme');
    const other = await refresh(borealis.body['refresh_token']);
    assert.equal(decodeJwt(other.body['access_token'] ?? '')['org_id'], 'org_borealis');
  });

  it('notes for which organization the person acted last', async () => {
    const { world, server, tokensFor, refresh, bothAtAcme } = setup();
    const tokens = await tokensFor('both@acme.example', bothAtAcme);
    const lastUsed = async () => {
      const ask = asPerson(world, server, 'user_both', 'org_acme');
      const { items } = (await ask('/organizations')).body as { items: { name: string }[] };
      return items[0]?.name;
    };
    assert.equal(await lastUsed(), 'Acme Travel');
    world.moveClock(1000);
    await refresh(tokens['refresh_token'], { org_id: 'org_borealis' });
    assert.equal(await lastUsed(), 'Borealis');
  });

  it('O07: stays good when the switch is refused', async () => {
    const { tokensFor, refresh, suspend, bothAtAcme } = setup();
    const acme = await tokensFor('both@acme.example', bothAtAcme);
    for (const org_id of ['org_cirrus', 'org_nowhere', 'org_dormant']) {
      assert.equal(outcome(await refresh(acme['refresh_token'], { org_id })), '400 access_denied');
    }
    suspend('user_both', 'org_borealis');
    const suspended = await refresh(acme['refresh_token'], { org_id: 'org_borealis' });
    assert.equal(outcome(suspended), '400 access_denied');
    assert.equal(outcome(await refresh(acme['refresh_token'])), '200 ok');
  });

  it('says so when the other organization demands another way of signing in', async () => {
    const { world, tokensFor, refresh, bothAtAcme } = setup();
    const acme = await tokensFor('both@acme.example', bothAtAcme);
    const borealis = world.organizations.get('org_borealis');
    assert.ok(borealis);
    const authentication = { methods: ['passkey'] };
    world.organizations.set('org_borealis', { ...borealis, authentication });
    const there = { org_id: 'org_borealis' };
    const more = await refresh(acme['refresh_token'], there);
    assert.equal(outcome(more), '400 interaction_required');
    world.members.get('org_borealis')!.delete('user_both');
    const none = await refresh(acme['refresh_token'], there);
    assert.equal(outcome(none), '400 access_denied');
    assert.equal(outcome(await refresh(acme['refresh_token'])), '200 ok');
  });

  it('ends with everything that switches made of it, when it is used again', async () => {
    const { tokensFor, refresh, bothAtAcme } = setup();
    const first = (await tokensFor('both@acme.example', bothAtAcme))['refresh_token'];
    const away = await refresh(first, { org_id: 'org_borealis' });
    const back = await refresh(away.body['refresh_token'], { org_id: 'org_acme' });
    assert.equal(outcome(await refresh(first)), '200 ok');
    assert.equal(outcome(await refresh(first)), '400 invalid_grant');
    for (const { body } of [away, back]) {
      assert.equal(outcome(await refresh(body['refresh_token'])), '400 invalid_grant');
    }
  });

  it('lives no longer for being switched', async () => {
    const { world, tokensFor, refresh, bothAtAcme } = setup();
    const scope = 'openid offline_access';
    const first = await tokensFor('both@acme.example', { ...bothAtAcme, scope });
    world.moveClock(29 * 86_400_000);
    const away = await refresh(first['refresh_token'], { org_id: 'org_borealis' });
    assert.equal(outcome(away), '200 ok');
    world.moveClock(2 * 86_400_000);
    assert.equal(outcome(await refresh(away.body['refresh_token'])), '400 invalid_grant');
  });

  it('ends with the session, unless offline access was asked for', async () => {
    const { world, tokensFor, refresh } = setup();
    const online = await tokensFor('agent@acme.example');
    const anew = { scope: 'openid offline_access', prompt: 'login' };
    const offline = await tokensFor('agent@acme.example', anew);
    world.moveClock(13 * 3_600_000);
    assert.equal(outcome(await refresh(online['refresh_token'])), '400 invalid_grant');
    assert.equal(outcome(await refresh(offline['refresh_token'])), '200 ok');
  });

  it('gives a narrower scope when that is asked for', async () => {
    const { tokensFor, refresh } = setup();
    const { refresh_token: token } = await tokensFor('agent@acme.example');
    const { body } = await refresh(token, { scope: 'openid' });
    assert.equal(body['scope'], 'openid');
    assert.equal(decodeJwt(body['id_token'] ?? '')['email'], undefined);
  });

  it('is bound to its client and its scope', async () => {
    const { tokensFor, refresh } = setup();
    const { refresh_token: token } = await tokensFor('agent@acme.example');
    assert.equal(outcome(await refresh(token, { client_id: 'client_shop' })), '400 invalid_grant');
    assert.equal(outcome(await refresh(token, { scope: 'openid admin' })), '400 invalid_scope');
    assert.equal(outcome(await refresh('nothing')), '400 invalid_grant');
    assert.equal(outcome(await refresh('')), '400 invalid_request');
    assert.equal(outcome(await refresh(token)), '200 ok');
  });

  it('can be revoked by its application', async () => {
    const { world, server, tokensFor, refresh } = setup();
    const { refresh_token: token = '' } = await tokensFor('agent@acme.example');
    const revoke = async (client_id: string) => {
      const body = new URLSearchParams({ client_id, token });
      const url = `${world.issuer}/revoke`;
      return (await server.fetch(new Request(url, { method: 'POST', body }))).status;
    };
    assert.equal(await revoke('client_shop'), 200);
    const second = await refresh(token);
    assert.equal(outcome(second), '200 ok');
    assert.equal(await revoke('client_flights'), 200);
    assert.equal(outcome(await refresh(second.body['refresh_token'])), '400 invalid_grant');
  });
});

describe('the token endpoint', () => {
  it('I25: gives the client for invitations nothing, whoever’s code or token it has', async () => {
    const { world, server, tokensFor } = setup();
    const { refresh_token = '' } = await tokensFor('agent@acme.example');
    const code = [...world.authorization.codes.keys()].at(-1) ?? '';
    const forms: Record<string, string>[] = [
      {
        grant_type: 'authorization_code',
        code,
        code_verifier: verifier,
        redirect_uri: redirectUri,
      },
      { grant_type: 'authorization_code', code, redirect_uri: redirectUri },
      ...[{ grant_type: 'refresh_token', refresh_token }, { grant_type: 'client_credentials' }],
      { grant_type: 'password', username: 'agent@acme.example', password: 'Tessera-demo-1!' },
    ];
    for (const form of forms) {
      for (const secret of [{}, { client_secret: 'x' }]) {
        const asked = { ...form, ...secret, client_id: 'invitations' };
        assert.equal(outcome(await askForTokens(world, server, asked)), '401 invalid_client');
      }
    }
    const { body } = await askForTokens(world, server, {
      grant_type: 'refresh_token',
      refresh_token,
    });
    assert.ok(body['access_token']);
  });

  it('refuses what is no token request of a public client', async () => {
    const { world, server } = setup();
    const ask = async (form: Record<string, string>) =>
      outcome(await askForTokens(world, server, form));
    assert.equal(await ask({}), '400 invalid_request');
    assert.equal(await ask({ grant_type: 'password' }), '400 unsupported_grant_type');
    assert.equal(await ask({ grant_type: 'client_credentials' }), '400 unsupported_grant_type');
    assert.equal(await ask({ client_id: 'nobody' }), '401 invalid_client');
    assert.equal(await ask({ client_id: 'invitations' }), '401 invalid_client');
    assert.equal(await ask({ client_secret: 'x' }), '401 invalid_client');
    for (const body of ['grant_type=a&grant_type=b&client_id=client_flights', '{"a":1}']) {
      const json = body.startsWith('{');
      const type = json ? 'application/json' : 'application/x-www-form-urlencoded';
      const headers = { 'Content-Type': type };
      const answer = await server.fetch(
        new Request(`${world.issuer}/token`, { method: 'POST', headers, body }),
      );
      assert.equal(answer.status, 400);
      assert.equal(((await answer.json()) as { error: string }).error, 'invalid_request');
    }
  });
});

describe('userinfo', () => {
  it('O04, O21: tells what the scopes open, until the person loses access', async () => {
    const { world, server, tokensFor, suspend } = setup();
    const { access_token: token } = await tokensFor('agent@acme.example');
    const ask = async (method: string, authorization = `Bearer ${token}`) => {
      const headers = { Authorization: authorization };
      const answer = await server.fetch(
        new Request(`${world.issuer}/userinfo`, { method, headers }),
      );
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    };
    for (const method of ['GET', 'POST']) {
      const { body } = await ask(method);
      assert.deepEqual(
        [body['sub'], body['email'], body['org_id'], body['roles']],
        ['user_agent_acme', 'agent@acme.example', 'org_acme', ['booking_agent']],
      );
    }
    assert.equal((await ask('GET', 'Bearer x')).status, 401);
    suspend('user_agent_acme', 'org_acme');
    const { status, body } = await ask('GET');
    assert.deepEqual([status, body['error']], [401, 'invalid_token']);
  });
});
