import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeJwt } from 'jose';
import { seeds } from '../seeds/index.ts';
import { createServer } from '../server.ts';
import { answerIn, redeem, trialBrowser } from '../trial/browser.ts';
import { createWorld } from '../world.ts';
import { readClaims } from './requested-claims.ts';

function setup() {
  const now = Date.now();
  const world = createWorld(seeds.default, { now: () => now });
  const server = createServer(world);
  const browser = trialBrowser(world, server);
  const ask = (claims: unknown, some: Record<string, string> = {}) => {
    const text = typeof claims === 'string' ? claims : JSON.stringify(claims);
    return { scope: 'openid', claims: text, ...some };
  };
  const errorFor = async (claims: unknown, some?: Record<string, string>) =>
    answerIn(await browser.authorize(ask(claims, some))).get('error');
  const personal = (said: object) =>
    Object.keys(said).filter((name) => /^(name|picture|locale|email.*)$/.test(name));
  return { world, server, browser, ask, errorFor, personal };
}

describe('claims that are asked for by name', () => {
  it('come where they were asked for, beside those of the scopes', async () => {
    const { world, server, browser, ask, personal } = setup();
    const asked = ask({ id_token: { email: null }, userinfo: { name: { essential: true } } });
    const done = await browser.prove(await browser.begin(asked), 'agent@acme.example');
    const { body } = await redeem(world, server, answerIn(done).get('code'));
    assert.deepEqual(personal(decodeJwt(body['id_token'] ?? '')), ['email']);
    assert.deepEqual(personal(decodeJwt(body['access_token'] ?? '')), []);
    const headers = { Authorization: `Bearer ${body['access_token']}` };
    const told = await server.fetch(new Request(`${world.issuer}/userinfo`, { headers }));
    assert.deepEqual(personal((await told.json()) as object), ['name']);
  });

  it('are left out where nobody offers them', async () => {
    const { world, server, browser, ask, personal } = setup();
    const asked = ask({
      id_token: { phone_number: { essential: true }, toString: null, ['__proto__']: null },
      other: 7,
    });
    const done = await browser.prove(await browser.begin(asked), 'agent@acme.example');
    const { status, body } = await redeem(world, server, answerIn(done).get('code'));
    assert.equal(status, 200);
    const claims = decodeJwt(body['id_token'] ?? '');
    assert.deepEqual([personal(claims), claims['phone_number']], [[], undefined]);
  });

  it('are refused when they cannot be read', async () => {
    const { errorFor } = setup();
    const broken = ['{', '[]', '7', 'null', '"x"', { id_token: [] }, { userinfo: 'email' }];
    for (const claims of [
      ...broken,
      { id_token: { sub: { value: 7 } } },
      { id_token: { acr: { values: '1' } } },
      { id_token: { acr: 'high' } },
    ]) {
      assert.equal(await errorFor(claims), 'invalid_request', JSON.stringify(claims));
    }
  });

  it('say whom the answer must be about, and nobody else is let in', async () => {
    const { browser, ask, errorFor } = setup();
    const about = { id_token: { sub: { value: 'user_agent_acme' } } };
    const other = await browser.prove(await browser.begin(ask(about)), 'admin@acme.example');
    assert.equal(answerIn(other).get('error'), 'login_required');
    assert.equal(await errorFor(about, { prompt: 'none' }), 'login_required');
    const meant = await browser.prove(await browser.begin(ask(about)), 'agent@acme.example');
    assert.ok(answerIn(meant).get('code'));
    assert.equal(await errorFor(about, { prompt: 'none' }), null);
  });

  it('say which level of authentication cannot be done without', async () => {
    const { browser, ask, errorFor } = setup();
    await browser.prove(await browser.begin(), 'agent@acme.example');
    const level = (acr: object) => ({ id_token: { acr } });
    const unmet = 'unmet_authentication_requirements';
    assert.equal(await errorFor(level({ essential: true, values: ['4', '3'] })), unmet);
    assert.equal(await errorFor(level({ essential: true, value: '3' })), unmet);
    assert.equal(await errorFor(level({ essential: true, values: ['3', '1'] })), null);
    assert.equal(await errorFor(level({ values: ['2'] })), null);
    assert.equal(await errorFor(level({ essential: true })), null);
    const wish = await browser.authorize({ ...ask({}), acr_values: '3 1' });
    assert.ok(answerIn(wish).get('code'));
  });
});

describe('readClaims', () => {
  it('answers nothing for nothing', () => {
    assert.deepEqual(readClaims('{}'), { requested: { idToken: [], userinfo: [] } });
    assert.deepEqual(readClaims('{"id_token":null}'), { requested: { idToken: [], userinfo: [] } });
  });
});
