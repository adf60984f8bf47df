import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loginStep, type LoginStep } from '@tesserakit/contract';
import { decodeJwt } from 'jose';
import * as v from 'valibot';
import { seeds } from '../seeds/index.ts';
import { createServer } from '../server.ts';
import { answerIn, askForTokens, redeem, trialBrowser } from '../trial/browser.ts';
import { asPerson } from '../trial/directory.ts';
import { confirmed } from '../trial/tenant.ts';
import { createWorld } from '../world.ts';

const clientId = 'client_trip_reports';
const proof = { client_id: clientId, client_secret: 'Tessera-demo-client-1!' };

function setup() {
  const now = Date.now();
  const world = createWorld(seeds.default, { now: () => now });
  const server = createServer(world);
  const browser = trialBrowser(world, server);
  const begin = (some: Record<string, string> = {}) =>
    browser.begin({ client_id: clientId, ...some });
  const silent = async (some: Record<string, string> = {}) => {
    const answer = await browser.authorize({ client_id: clientId, prompt: 'none', ...some });
    return answerIn(answer).get('error') ?? 'code';
  };
  return { world, server, browser, begin, silent };
}

const consentIn = (step: LoginStep) => {
  assert.ok(step.step === 'consent', step.step);
  assert.deepEqual(v.safeParse(loginStep, step).issues, undefined);
  return step;
};

describe("another company's application", () => {
  it('gets nothing before the person allowed it, and asks once', async () => {
    const { world, server, browser, begin, silent } = setup();
    const transaction = await begin();
    const step = consentIn(await browser.prove(transaction, 'agent@acme.example'));
    assert.deepEqual(step, {
      step: 'consent',
      application: { name: 'Trip Reports' },
      identifier: 'agent@acme.example',
      organization: { organizationId: 'org_acme', name: 'Acme Travel' },
      canChangeOrganization: false,
      scopes: ['openid', 'profile', 'email'],
    });
    assert.equal(world.authorization.codes.size, 0);
    assert.equal(await silent(), 'consent_required');
    const done = answerIn(await browser.act(transaction, { action: 'allow' }));
    const { status, body } = await redeem(world, server, done.get('code'), proof);
    assert.equal(status, 200);
    assert.equal(decodeJwt(body['id_token'] ?? '')['org_id'], 'org_acme');
    assert.equal(await silent(), 'code');
    assert.equal(await silent({ scope: 'openid email' }), 'code');
    assert.ok(answerIn(await browser.authorize({ client_id: clientId })).get('code'));
  });

  it('asks again for more, by a scope or by a claim', async () => {
    const { browser, begin, silent } = setup();
    const transaction = await begin({ scope: 'openid' });
    consentIn(await browser.prove(transaction, 'agent@acme.example'));
    await browser.act(transaction, { action: 'allow' });
    assert.equal(await silent({ scope: 'openid' }), 'code');
    assert.equal(await silent({ scope: 'openid offline_access' }), 'consent_required');
    const claims = JSON.stringify({ userinfo: { email: null } });
    assert.equal(await silent({ scope: 'openid', claims }), 'consent_required');
    const step = consentIn(await browser.step(await begin({ scope: 'openid', claims })));
    assert.deepEqual(step.scopes, ['openid', 'email']);
  });

  it('is allowed for one organization, and asks again for another', async () => {
    const { world, server, browser, begin, silent } = setup();
    const transaction = await begin();
    const choices = await browser.prove(transaction, 'both@acme.example');
    assert.equal(choices.step, 'select_organization');
    const choose = (organizationId: string) =>
      browser.act(transaction, { action: 'choose_organization', organizationId });
    const first = consentIn(await choose('org_acme'));
    assert.deepEqual(
      [first.organization?.name, first.canChangeOrganization],
      ['Acme Travel', true],
    );
    const back = await browser.act(transaction, { action: 'change_organization' });
    assert.equal(back.step, 'select_organization');
    assert.equal(consentIn(await choose('org_borealis')).organization?.name, 'Borealis');
    const done = answerIn(await browser.act(transaction, { action: 'allow' }));
    const { body } = await redeem(world, server, done.get('code'), proof);
    assert.equal(decodeJwt(body['id_token'] ?? '')['org_id'], 'org_borealis');
    assert.equal(await silent({ org_id: 'org_borealis' }), 'code');
    assert.equal(await silent({ org_id: 'org_acme' }), 'consent_required');
    const switched = await askForTokens(world, server, {
      ...proof,
      grant_type: 'refresh_token',
      refresh_token: body['refresh_token'] ?? '',
      org_id: 'org_acme',
    });
    assert.equal(switched.body['error'], 'consent_required');
  });

  it('cannot have the organization changed that it asked for', async () => {
    const { browser, begin } = setup();
    const transaction = await begin({ org_id: 'org_acme' });
    const step = consentIn(await browser.prove(transaction, 'both@acme.example'));
    assert.equal(step.canChangeOrganization, false);
    const same = await browser.act(transaction, { action: 'change_organization' });
    assert.equal(same.step, 'consent');
  });

  it('gets an error when the person says no, and nothing is kept of it', async () => {
    const { world, browser, begin, silent } = setup();
    const transaction = await begin();
    await browser.prove(transaction, 'agent@acme.example');
    const left = answerIn(await browser.act(transaction, { action: 'cancel' }));
    assert.deepEqual([left.get('error'), left.get('code')], ['access_denied', null]);
    assert.equal(world.authorization.consents.size, 0);
    assert.equal(await silent(), 'consent_required');
  });

  it('gets nothing when the person lost access while they were asked', async () => {
    const { world, browser, begin } = setup();
    const transaction = await begin();
    await browser.prove(transaction, 'agent@acme.example');
    world.members.get('org_acme')!.delete('user_agent_acme');
    const step = await browser.act(transaction, { action: 'allow' });
    assert.equal(step.step, 'no_access');
    assert.equal(world.authorization.codes.size, 0);
  });

  it('is allowed nothing any more by somebody who was deleted', async () => {
    const { world, server, browser, begin } = setup();
    for (const email of ['agent@acme.example', 'both@acme.example']) {
      const transaction = await begin({ org_id: 'org_acme', prompt: 'login' });
      await browser.prove(transaction, email);
      await browser.act(transaction, { action: 'allow' });
    }
    const left = () => [...world.authorization.consents.keys()].join();
    assert.ok(left().includes('user_agent_acme') && left().includes('user_both'));
    const platform = asPerson(world, server, 'user_platform', undefined, 'admin-portal');
    const path = '/tenant/users/user_agent_acme';
    const { answer } = await confirmed(platform, `${path}/deletion`, path, 'DELETE');
    assert.equal(answer.status, 200);
    assert.ok(!left().includes('user_agent_acme') && left().includes('user_both'));
  });

  it('gets tokens for UserInfo, and none that opens the directory', async () => {
    const { world, server, browser, begin } = setup();
    const transaction = await begin();
    await browser.prove(transaction, 'admin@acme.example');
    const done = answerIn(await browser.act(transaction, { action: 'allow' }));
    const { body } = await redeem(world, server, done.get('code'), proof);
    const headers = { Authorization: `Bearer ${body['access_token']}` };
    const statusOf = async (path: string) =>
      (await server.fetch(new Request(world.issuer + path, { headers }))).status;
    assert.equal(await statusOf('/userinfo'), 200);
    for (const path of ['/me', '/organizations/org_acme/members']) {
      assert.equal(await statusOf(`/api/v1${path}`), 401);
    }
  });
});

describe('a consent', () => {
  it('is asked for by any application that wants it to be', async () => {
    const { world, browser } = setup();
    const transaction = await browser.begin({ prompt: 'consent' });
    const step = consentIn(await browser.prove(transaction, 'agent@acme.example'));
    assert.equal(step.application.name, 'Flights');
    assert.ok(answerIn(await browser.act(transaction, { action: 'allow' })).get('code'));
    const again = await browser.step(await browser.begin({ prompt: 'consent' }));
    assert.equal(again.step, 'consent');
    assert.equal(world.authorization.codes.size, 1);
  });

  it('counts where it is asked for, and nowhere else', async () => {
    const { world, browser } = setup();
    const transaction = await browser.begin();
    const allow = () => browser.act(transaction, { action: 'allow' });
    assert.equal((await allow()).step, 'identifier');
    await browser.act(transaction, { action: 'identify', identifier: 'both@acme.example' });
    assert.equal((await allow()).step, 'password');
    await browser.prove(transaction, 'both@acme.example');
    assert.equal((await allow()).step, 'select_organization');
    assert.equal(world.authorization.codes.size, 0);
  });
});
