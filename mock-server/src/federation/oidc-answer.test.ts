import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeJwt, generateKeyPair, SignJWT } from 'jose';
import { providerKey } from '../idp/provider-keys.ts';
import { tableOf } from '../world.ts';
import { answerIn, redeem, trialBrowser } from '../trial/browser.ts';
import {
  ada,
  arrivals,
  choose,
  connectionBy,
  federatedServer,
  locationOf,
  pathOf,
  setOut,
  stepAt,
} from '../trial/federation.ts';
import type { Departure } from './stage.ts';
import { readOidcAnswer } from './oidc-answer.ts';

/** To the provider, and back with its answer, which is not sent yet. */
async function fetched(some: Parameters<typeof federatedServer>[1] = {}, people = [ada]) {
  const all = federatedServer('oidc', some, people);
  const { transactionId, away } = await setOut(all.browser);
  const back = locationOf(await choose(all.browser, away, people[0]?.subject ?? ''));
  return { ...all, transactionId, away, back };
}

describe('signing in through an OpenID provider', () => {
  it('goes there and back, makes a member, and gives roles by groups', async () => {
    const { world, server, browser, away, back } = await fetched();
    assert.equal(away.pathname, '/idp/openid/authorize');
    const home = await browser.send(pathOf(back));
    const tokens = await redeem(world, server, answerIn(await stepAt(browser, home)).get('code'));
    assert.equal(tokens.status, 200);
    const claims = decodeJwt(tokens.body['id_token'] ?? '');
    assert.deepEqual([claims['org_id'], claims['amr']], ['org_acme', ['fed']]);
    assert.deepEqual(claims['roles'], ['viewer', 'approver']);
    assert.deepEqual(arrivals(world), ['success']);
  });

  it('shows who can sign in there, as text, on a page without scripts', async () => {
    const hostile = { subject: '"><script>', says: { name: '<b>Ada</b>' } };
    const { browser } = federatedServer('oidc', {}, [hostile]);
    const { away } = await setOut(browser);
    const page = await browser.send(pathOf(away));
    const html = await page.text();
    assert.match(page.headers.get('Content-Security-Policy') ?? '', /default-src 'none'/);
    assert.ok(!html.includes('<script') && !html.includes('<b>'));
    assert.equal((await browser.send('/idp/openid/authorize?client_id=x')).status, 400);
    assert.equal((await browser.send('/idp/nobody/authorize')).status, 404);
  });

  it('sends nobody there whose address leads elsewhere, or who says so', async () => {
    const { browser } = federatedServer('oidc');
    const transactionId = await browser.begin();
    const other = { action: 'identify', identifier: 'admin@borealis.example' } as const;
    assert.equal((await browser.act(transactionId, other)).step, 'password');
    const own = { action: 'identify', identifier: 'agent@acme.example' } as const;
    assert.equal((await browser.act(transactionId, own)).step, 'federated');
    assert.equal((await browser.act(transactionId, { action: 'use_password' })).step, 'password');
    const step = await browser.act(transactionId, {
      action: 'verify_password',
      password: 'Tessera-demo-1!',
    });
    assert.equal(step.step, 'done');
  });

  it('F10: takes an answer once', async () => {
    const { world, browser, back } = await fetched();
    await browser.send(pathOf(back));
    const again = locationOf(await browser.send(pathOf(back)));
    assert.equal((await browser.step(again.searchParams.get('tx') ?? '')).step, 'error');
    assert.deepEqual(arrivals(world), ['success']);
  });

  it('F10: takes no answer of a departure that was given up for another', async () => {
    const { browser, back, transactionId } = await fetched();
    await browser.send(`/login/api/${transactionId}/federation`);
    const to = locationOf(await browser.send(pathOf(back)));
    assert.notEqual(to.searchParams.get('tx'), transactionId);
    assert.equal((await browser.step(transactionId)).step, 'federated');
  });

  it('takes an answer from no other browser than the one that departed', async () => {
    const { world, server, back } = await fetched();
    const other = trialBrowser(world, server);
    const to = locationOf(await other.send(pathOf(back)));
    assert.equal((await other.step(to.searchParams.get('tx') ?? '')).step, 'error');
    assert.equal(world.authorization.sessions.size, 0);
  });

  it('F01: believes no other provider than the one that was asked', async () => {
    const wrong: [string, string][] = [
      ['iss', 'https://other.example'],
      ['code', 'x'],
    ];
    for (const [name, value] of wrong) {
      const { world, browser, back, transactionId } = await fetched();
      back.searchParams.set(name, value);
      await browser.send(pathOf(back));
      const step = await browser.step(transactionId);
      assert.ok(step.step === 'federated' && step.refusal === 'forbidden');
      assert.deepEqual(arrivals(world), ['forbidden']);
    }
  });

  it('F01: takes the answer of one connection nowhere but at its own address', async () => {
    const { world, browser, back, transactionId } = await fetched();
    const other = { ...connectionBy('oidc'), connectionId: 'connection_other' };
    tableOf(world, 'connections', 'org_acme').set('connection_other', other);
    await browser.send(pathOf(back).replace('connection_oidc', 'connection_other'));
    assert.deepEqual(arrivals(world), []);
    assert.equal((await browser.step(transactionId)).step, 'federated');
  });

  it('F06: lets nobody in when the connection ends while they are away', async () => {
    for (const status of ['disabled', undefined] as const) {
      const { world, browser, back, transactionId, connection } = await fetched();
      const all = tableOf(world, 'connections', 'org_acme');
      if (status) all.set('connection_oidc', { ...connection, status });
      else all.delete('connection_oidc');
      await browser.send(pathOf(back));
      assert.equal((await browser.step(transactionId)).step, 'federated');
      assert.equal(world.authorization.sessions.size, 0);
      assert.deepEqual([...world.identities.values()], []);
    }
  });

  it('F11: lets nobody in who was shut out meanwhile, and says why', async () => {
    const agent = { subject: 'agent', says: { email: 'agent@acme.example', email_verified: true } };
    const { world, browser, back, transactionId } = await fetched({}, [agent]);
    const members = tableOf(world, 'members', 'org_acme');
    const member = members.get('user_agent_acme')!;
    members.set('user_agent_acme', { ...member, status: 'suspended' });
    await browser.send(pathOf(back));
    const step = await browser.step(transactionId);
    assert.ok(step.step === 'federated' && step.refusal === 'member_suspended');
  });

  it('goes back without anybody where the person wants to', async () => {
    const { browser } = federatedServer('oidc');
    const { transactionId, away } = await setOut(browser);
    const back = locationOf(await choose(browser, away, ''));
    assert.equal(back.searchParams.get('error'), 'access_denied');
    await browser.send(pathOf(back));
    const step = await browser.step(transactionId);
    assert.equal(step.step, 'federated');
  });

  it('F20: moves on by no other step while somebody is away', async () => {
    const { browser } = federatedServer('oidc');
    const { transactionId } = await setOut(browser);
    const actions = [
      { action: 'verify_password', password: 'Tessera-demo-1!' },
      { action: 'choose_organization', organizationId: 'org_acme' },
      { action: 'allow' },
      { action: 'change_organization' },
    ] as const;
    for (const action of actions) {
      assert.equal((await browser.act(transactionId, action)).step, 'federated');
    }
    const empty = await browser.send('/federation/connection_oidc/callback');
    assert.equal(
      (await browser.step(locationOf(empty).searchParams.get('tx') ?? '')).step,
      'error',
    );
    for (const path of ['/federation/connection_oidc/arrived', '/login/api/x/federation']) {
      assert.ok([303, 404].includes((await browser.send(path)).status));
    }
    assert.equal((await browser.step(transactionId)).step, 'federated');
  });
});

describe('readOidcAnswer', () => {
  const departure: Departure = {
    state: 'tx.1',
    nonce: 'the nonce',
    verifier: 'v'.repeat(43),
    requestId: '_1',
    binding: 'b',
  };

  /** Reads an answer whose token says something else than usual, or is signed by somebody else. */
  async function read(
    claims: Record<string, unknown>,
    { alg = 'RS256', foreign = false }: { alg?: string; foreign?: boolean } = {},
  ) {
    const { world, connection } = federatedServer('oidc');
    const key = await providerKey(world, 'openid');
    const now = Math.floor(world.now() / 1000);
    const all = {
      iss: connection.issuer,
      sub: 'ada',
      aud: 'tessera',
      nonce: departure.nonce,
      iat: now,
      exp: now + 60,
      email: 'ada@acme.example',
      email_verified: true,
      ...claims,
    };
    const strange = await generateKeyPair('RS256');
    const signed = new SignJWT(all).setProtectedHeader({ alg, kid: key.kid });
    const idToken =
      alg === 'HS256'
        ? await signed.sign(new TextEncoder().encode('secret'.repeat(8)))
        : await signed.sign(foreign ? strange.privateKey : key.privateKey);
    const address = new URL('http://localhost:4400/federation/connection_oidc/callback');
    address.search = new URLSearchParams({
      code: 'c',
      state: departure.state,
      iss: connection.issuer,
    }).toString();
    return readOidcAnswer(world, connection, departure, address, async (request) =>
      request.url.endsWith('/jwks')
        ? Response.json({ keys: [key.jwk] })
        : Response.json({ access_token: 'a', token_type: 'Bearer', id_token: idToken }),
    );
  }

  it('reads who it is by issuer and subject', async () => {
    const said = await read({});
    assert.deepEqual([said?.issuer, said?.subject], ['https://openid.acme.example', 'ada']);
    assert.equal(said?.emailVerified, true);
  });

  it('F07: believes no token for another client, nonce, issuer or time', async () => {
    const wrong: Record<string, unknown>[] = [
      { aud: 'another' },
      { aud: ['tessera', 'another'] },
      { iss: 'https://other.example' },
      { nonce: 'another' },
      { nonce: undefined },
      { exp: 1 },
      { exp: undefined },
      { sub: undefined },
      { sub: '' },
    ];
    for (const claims of wrong) {
      const said = await read(claims).catch(() => undefined);
      assert.equal(said, undefined, JSON.stringify(claims));
    }
  });

  it('believes no signature but that of the provider’s own key', async () => {
    await assert.rejects(read({}, { foreign: true }));
    await assert.rejects(read({}, { alg: 'HS256' }));
  });

  it('F03: takes an address for proved by true alone', async () => {
    for (const email_verified of [undefined, false, 'true']) {
      assert.equal((await read({ email_verified }))?.emailVerified, false);
    }
  });
});
