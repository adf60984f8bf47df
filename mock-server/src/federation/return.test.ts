import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeJwt } from 'jose';
import { directoryOf } from '../snapshot.ts';
import { nodeSaml } from '../saml/node.ts';
import { seeds } from '../seeds/index.ts';
import { createServer } from '../server.ts';
import { answerIn, redeem, trialBrowser, type TrialBrowser } from '../trial/browser.ts';
import { withToken } from '../trial/directory.ts';
import {
  ada,
  arrivals,
  choose,
  federatedServer,
  fieldIn,
  locationOf,
  pathOf,
  setOut,
  stepAt,
} from '../trial/federation.ts';
import { createWorld } from '../world.ts';

const ledger = { client_id: 'client_ledger' };
const password = 'Tessera-demo-1!';
const chiara = 'user@cirrus.example';

function setup() {
  const world = createWorld(seeds.default);
  const server = createServer(world, { saml: nodeSaml });
  const browser = trialBrowser(world, server);
  return { world, server, browser };
}

/** From the step `federated` to Cirrus, and back as one of its people. */
async function visit(browser: TrialBrowser, transactionId: string, subject: string) {
  const away = locationOf(await browser.send(`/login/api/${transactionId}/federation`));
  const html = await (await choose(browser, away, subject)).text();
  const [, action = ''] = /action="([^"]+)"/.exec(html) ?? [];
  const back = await browser.send(pathOf(new URL(action)), {
    method: 'POST',
    body: new URLSearchParams({
      SAMLResponse: fieldIn(html, 'SAMLResponse'),
      RelayState: fieldIn(html, 'RelayState'),
    }),
  });
  return browser.send(pathOf(locationOf(back)));
}

async function identified(browser: TrialBrowser, identifier: string, some = ledger) {
  const transactionId = await browser.begin(some);
  const step = await browser.act(transactionId, { action: 'identify', identifier });
  return { transactionId, step };
}

describe('an organization with a provider for one application', () => {
  it('sends its people there for that one, and asks for a password at the other', async () => {
    const { world, server, browser } = setup();
    const { transactionId, step } = await identified(browser, chiara);
    assert.ok(step.step === 'federated' && step.canUsePassword);
    const home = await visit(browser, transactionId, 'chiara.conti');
    const tokens = await redeem(
      world,
      server,
      answerIn(await stepAt(browser, home)).get('code'),
      ledger,
    );
    const claims = decodeJwt(tokens.body['id_token'] ?? '');
    assert.deepEqual([claims.sub, claims['org_id']], ['user_cirrus', 'org_cirrus']);
    assert.deepEqual(claims['roles'], ['reader', 'accountant']);
    const flights = await browser.begin();
    const again = await browser.step(flights);
    assert.ok(again.step === 'identifier' && again.identifier === chiara);
    assert.equal((await browser.prove(flights, chiara)).step, 'done');
    assert.ok(answerIn(await browser.authorize(ledger)).has('code'));
  });

  it('offers no password that the application takes from nobody', async () => {
    const { world, browser } = setup();
    const application = world.applications.get('app_ledger')!;
    world.applications.set('app_ledger', { ...application, signIn: { methods: ['email-code'] } });
    const { transactionId, step } = await identified(browser, chiara);
    assert.ok(step.step === 'federated' && !step.canUsePassword);
    const skipped = await browser.act(transactionId, { action: 'use_password' });
    assert.equal(skipped.step, 'federated');
  });

  it('asks whoever has to prove themselves for that, and does not send them back to it', async () => {
    const { world, browser } = setup();
    const application = world.applications.get('app_ledger')!;
    const signIn = { methods: ['email-code'], requiresSecondFactor: true } as const;
    world.applications.set('app_ledger', { ...application, signIn });
    const { transactionId } = await identified(browser, chiara);
    await visit(browser, transactionId, 'chiara.conti');
    assert.equal((await browser.step(transactionId)).step, 'identifier');
    const step = await browser.act(transactionId, { action: 'identify', identifier: chiara });
    assert.equal(step.step, 'code');
  });

  it('F21: lets nobody in with a password where it demands its provider', async () => {
    const { browser } = setup();
    const { transactionId } = await identified(browser, chiara);
    await browser.act(transactionId, { action: 'use_password' });
    const demanded = await browser.act(transactionId, { action: 'verify_password', password });
    assert.ok(demanded.step === 'federated' && !demanded.canUsePassword);
    const skipped = await browser.act(transactionId, { action: 'use_password' });
    assert.equal(skipped.step, 'federated');
    assert.ok(
      answerIn(await stepAt(browser, await visit(browser, transactionId, 'chiara.conti'))).has(
        'code',
      ),
    );
  });

  it('F12: asks for the same, whichever way somebody came', async () => {
    const { world, server, browser } = federatedServer('oidc');
    const acme = world.organizations.get('org_acme')!;
    world.organizations.set('org_acme', { ...acme, authentication: { methods: ['password'] } });
    const { away } = await setOut(browser);
    const back = await browser.send(pathOf(locationOf(await choose(browser, away, 'ada'))));
    assert.equal(locationOf(back).pathname, '/login/');
    const silent = await browser.authorize({ prompt: 'none', org_id: 'org_acme' });
    assert.equal(answerIn(silent).get('error'), 'interaction_required');
    const other = trialBrowser(world, server);
    assert.equal((await other.prove(await other.begin(), 'admin@borealis.example')).step, 'done');
  });

  it('F21: says to an application that asks in silence that more is demanded', async () => {
    const { browser } = setup();
    await browser.prove(await browser.begin(), chiara);
    const answer = answerIn(await browser.authorize({ ...ledger, prompt: 'none' }));
    assert.equal(answer.get('error'), 'interaction_required');
  });

  it('F04: takes back nobody but the person who went there', async () => {
    const { world, browser } = setup();
    const { transactionId } = await identified(browser, chiara);
    await browser.act(transactionId, { action: 'use_password' });
    await browser.act(transactionId, { action: 'verify_password', password });
    const before = directoryOf(world);
    await visit(browser, transactionId, 'marek.nowak');
    const step = await browser.step(transactionId);
    assert.ok(step.step === 'federated' && step.refusal === 'forbidden');
    assert.deepEqual(directoryOf(world), before);
  });

  it('F02: lets in nobody whom it does not know and cannot vouch for', async () => {
    const refusals = { 'zoe.keller': 'no_access', 'noor.haddad': 'domain_unverified' };
    for (const [subject, code] of Object.entries(refusals)) {
      const { world, browser } = setup();
      const { transactionId } = await identified(browser, chiara);
      await visit(browser, transactionId, subject);
      const step = await browser.step(transactionId);
      assert.ok(step.step === 'federated' && step.refusal === code, subject);
      assert.deepEqual(arrivals(world), [code]);
      assert.equal(world.authorization.sessions.size, 0);
    }
  });

  it('F22: gives no tokens of another organization for those of its own', async () => {
    const { world, server, browser } = setup();
    const { transactionId } = await identified(browser, chiara);
    const home = await visit(browser, transactionId, 'chiara.conti');
    const { body } = await redeem(
      world,
      server,
      answerIn(await stepAt(browser, home)).get('code'),
      ledger,
    );
    const members = world.members.get('org_cirrus')?.get('user_cirrus');
    world.members.get('org_acme')?.set('user_cirrus', { ...members!, organizationId: 'org_acme' });
    const grants = world.grants.get('org_acme')?.get('user_admin_acme') ?? [];
    world.grants.get('org_acme')?.set(
      'user_cirrus',
      grants.map((grant) => ({ ...grant, userId: 'user_cirrus' })),
    );
    const ask = (form: Record<string, string>) =>
      redeem(world, server, null, { ...ledger, grant_type: 'refresh_token', ...form });
    const refresh_token = body['refresh_token'] ?? '';
    assert.equal((await ask({ refresh_token, org_id: 'org_acme' })).status, 400);
    assert.equal((await ask({ refresh_token })).status, 200);
  });
});

describe('somebody who was vouched for by an organization', () => {
  async function vouchedFor() {
    const agent = { subject: 'agent', says: { email: 'both@acme.example', email_verified: true } };
    const all = federatedServer('oidc', { jit: false }, [ada, agent]);
    const { away } = await setOut(all.browser);
    const back = locationOf(await choose(all.browser, away, 'agent'));
    const home = await all.browser.send(pathOf(back));
    const { browser, world, server } = all;
    const { body } = await redeem(world, server, answerIn(await stepAt(browser, home)).get('code'));
    return { ...all, ask: withToken(all.world, all.server, body['access_token'] ?? '') };
  }

  it('acts for that organization, and learns of no other', async () => {
    const { browser, ask } = await vouchedFor();
    const { body, text } = await ask('/organizations');
    assert.equal(body['total'], 1);
    assert.ok(!text.includes('Borealis'));
    const asked = await browser.begin({ org_id: 'org_borealis' });
    const step = await browser.step(asked);
    assert.equal(step.step, 'no_access');
    assert.ok(!JSON.stringify(step).includes('Borealis'));
  });

  it('does not touch what is theirs beyond it', async () => {
    const { world, ask } = await vouchedFor();
    const before = directoryOf(world);
    const own: [string, string, unknown][] = [
      ['PATCH', '/me', { name: 'Somebody Else' }],
      ['GET', '/me/sessions', undefined],
      ['POST', '/me/sessions/end-others', {}],
      ['GET', '/me/invitations', undefined],
    ];
    for (const [method, path, body] of own) {
      const answer = await ask(path, { method, body });
      assert.equal(answer.body['code'], 'step_up_required', path);
    }
    assert.deepEqual(directoryOf(world), before);
    assert.equal((await ask('/me')).status, 200);
  });
});
