import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loginStep, type LoginStep } from '@tesserakit/contract';
import { decodeJwt } from 'jose';
import * as v from 'valibot';
import { seeds } from '../seeds/index.ts';
import { createServer } from '../server.ts';
import { askForTokens, trialBrowser } from '../trial/browser.ts';
import { createWorld } from '../world.ts';
import { endSession } from '../login/sessions.ts';
import { deviceGrant } from './device.ts';

const clientId = 'client_kiosk';

function setup() {
  const now = Date.now();
  const world = createWorld(seeds.default, { now: () => now });
  const server = createServer(world);
  const browser = trialBrowser(world, server);
  const post = async (path: string, form: Record<string, string>) => {
    const init = { method: 'POST', body: new URLSearchParams(form) };
    const answer = await server.fetch(new Request(world.issuer + path, init));
    return {
      status: answer.status,
      body: (await answer.json()) as Record<string, string | number>,
    };
  };
  const ask = async (some: Record<string, string> = {}) => {
    const form = { client_id: clientId, scope: 'openid profile', ...some };
    const { status, body } = await post('/device_authorization', form);
    assert.equal(status, 200);
    return {
      body,
      deviceCode: String(body['device_code']),
      userCode: String(body['user_code']),
    };
  };
  const poll = async (device_code: string, some: Record<string, string> = {}) => {
    const form = { grant_type: deviceGrant, client_id: clientId, device_code, ...some };
    const { status, body } = await askForTokens(world, server, form);
    return { status, body, error: body['error'] };
  };
  /** Opens the page for the code; answers the sign-in that it begins. */
  const open = async (path = '/device', who = browser) => {
    const location = (await who.send(path)).headers.get('Location') ?? '';
    return new URL(location).searchParams.get('tx') ?? '';
  };
  const enter = (transaction: string, userCode: string, who = browser) =>
    who.act(transaction, { action: 'enter_user_code', userCode });
  return { world, server, browser, post, ask, poll, open, enter };
}

const checked = (step: LoginStep) => {
  assert.deepEqual(v.safeParse(loginStep, step).issues, undefined);
  return step;
};

describe('a device', () => {
  it('is let in by a person with another screen, for the organization that they choose', async () => {
    const { ask, poll, browser, open, enter } = setup();
    const { body, deviceCode, userCode } = await ask();
    assert.match(userCode, /^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/);
    assert.deepEqual(
      [body['verification_uri'], body['expires_in'], body['interval']],
      ['http://localhost:4400/device', 600, 5],
    );
    assert.equal((await poll(deviceCode)).error, 'authorization_pending');
    const transaction = await open();
    assert.deepEqual(checked(await browser.step(transaction)), { step: 'device' });
    const found = await enter(transaction, userCode.toLowerCase().replace('-', ' '));
    assert.equal(found.step, 'identifier');
    const choices = await browser.prove(transaction, 'both@acme.example');
    assert.equal(choices.step, 'select_organization');
    const action = { action: 'choose_organization', organizationId: 'org_borealis' } as const;
    const step = checked(await browser.act(transaction, action));
    assert.deepEqual(step, {
      step: 'consent',
      application: { name: 'Flights' },
      identifier: 'both@acme.example',
      organization: { organizationId: 'org_borealis', name: 'Borealis' },
      canChangeOrganization: true,
      scopes: ['openid', 'profile'],
      userCode,
    });
    assert.ok(
      ['authorization_pending', 'slow_down'].includes((await poll(deviceCode)).error ?? ''),
    );
    const done = checked(await browser.act(transaction, { action: 'allow' }));
    assert.ok(done.step === 'device' && done.outcome === 'approved');
    const given = await poll(deviceCode);
    assert.equal(given.status, 200);
    const claims = decodeJwt(given.body['access_token'] ?? '');
    assert.deepEqual([claims['org_id'], claims['client_id']], ['org_borealis', clientId]);
    const renewed = await poll('', {
      grant_type: 'refresh_token',
      refresh_token: given.body['refresh_token'] ?? '',
    });
    assert.equal(renewed.status, 200);
    assert.equal((await poll(deviceCode)).error, 'invalid_grant');
  });

  it('gives its tokens once, however often it asks at the same time', async () => {
    const { ask, poll, browser, open, enter } = setup();
    const { deviceCode, userCode } = await ask();
    const transaction = await open();
    await enter(transaction, userCode);
    await browser.prove(transaction, 'agent@acme.example');
    await browser.act(transaction, { action: 'allow' });
    const answers = await Promise.all([1, 2, 3].map(() => poll(deviceCode)));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 400, 400]);
  });

  it('is asked about even where the person is signed in and the code came with the address', async () => {
    const { ask, poll, browser, open, enter } = setup();
    await browser.prove(await browser.begin(), 'agent@acme.example');
    const { body, deviceCode, userCode } = await ask();
    const { pathname, search } = new URL(String(body['verification_uri_complete']));
    const transaction = await open(pathname + search);
    assert.deepEqual(await browser.step(transaction), { step: 'device', userCode });
    assert.equal((await poll(deviceCode)).error, 'authorization_pending');
    assert.equal((await enter(transaction, userCode)).step, 'consent');
    const denied = await browser.act(transaction, { action: 'cancel' });
    assert.ok(denied.step === 'device' && denied.outcome === 'denied');
    assert.equal((await enter(transaction, userCode)).step, 'device');
    assert.equal((await poll(deviceCode)).error, 'access_denied');
    assert.equal((await poll(deviceCode)).error, 'invalid_grant');
  });

  it('is told to slow down when it asks too often, and more so each time', async () => {
    const { world, ask, poll } = setup();
    const { deviceCode } = await ask();
    const errors = [];
    for (const seconds of [0, 4.999, 9.999, 15, 14, 20]) {
      world.moveClock(seconds * 1000);
      errors.push((await poll(deviceCode)).error);
    }
    const [pending, slow] = ['authorization_pending', 'slow_down'];
    assert.deepEqual(errors, [pending, slow, slow, pending, slow, pending]);
  });

  it('waits for ten minutes', async () => {
    const { world, ask, poll, browser, open, enter } = setup();
    const { deviceCode, userCode } = await ask();
    const transaction = await open();
    await enter(transaction, userCode);
    await browser.prove(transaction, 'agent@acme.example');
    world.moveClock(600_000);
    const late = await browser.act(transaction, { action: 'allow' });
    assert.ok(late.step === 'device' && late.refusal === 'not_found' && !late.outcome);
    assert.equal((await poll(deviceCode)).error, 'expired_token');
  });

  it('gets nothing for somebody who lost access or signed out meanwhile', async () => {
    for (const shut of ['removed', 'signed out', 'no access when asked'] as const) {
      const { world, ask, poll, browser, open, enter } = setup();
      const { deviceCode, userCode } = await ask();
      const transaction = await open();
      await enter(transaction, userCode);
      await browser.prove(transaction, 'agent@acme.example');
      const remove = () => world.members.get('org_acme')!.delete('user_agent_acme');
      if (shut === 'no access when asked') {
        remove();
        const step = await browser.act(transaction, { action: 'allow' });
        assert.equal(step.step, 'no_access');
        assert.equal((await poll(deviceCode)).error, 'authorization_pending');
        continue;
      }
      await browser.act(transaction, { action: 'allow' });
      if (shut === 'removed') remove();
      else for (const sid of world.authorization.sessions.keys()) endSession(world, sid);
      assert.equal((await poll(deviceCode)).error, 'invalid_grant', shut);
      assert.equal(world.authorization.families.size, 0);
    }
  });

  it('is bound to its client, and only a device can be one', async () => {
    const { world, post, ask, poll } = setup();
    const { deviceCode } = await ask();
    assert.equal((await poll(deviceCode, { client_id: 'client_flights' })).error, 'invalid_grant');
    assert.equal((await poll('nothing')).error, 'invalid_grant');
    const wrong: [Record<string, string>, string][] = [
      [{ client_id: 'client_flights' }, 'unauthorized_client'],
      [{ client_id: 'nobody' }, 'invalid_client'],
      [{ client_id: clientId, client_secret: 'x' }, 'invalid_client'],
      [{ client_id: clientId, scope: 'profile' }, 'invalid_request'],
      [{ client_id: clientId, org_id: 'a', organization: 'b' }, 'invalid_request'],
    ];
    for (const [form, error] of wrong) {
      const { body } = await post('/device_authorization', { scope: 'openid', ...form });
      assert.equal(body['error'], error);
    }
    assert.equal(world.authorization.devices.size, 1);
  });

  it('is let in nowhere by its client at the authorization endpoint', async () => {
    const { browser } = setup();
    const step = await browser.step(await browser.begin({ client_id: clientId }));
    assert.equal(step.step, 'error');
  });
});

describe('a code that a person types', () => {
  it('E05: opens nothing when no device shows it, and only a few are looked at', async () => {
    const { browser, ask, open, enter } = setup();
    const { userCode } = await ask();
    const transaction = await open();
    for (const wrong of ['BBBB-BBBB', '1', '…', `${userCode}B`, '<b>']) {
      const step = checked(await enter(transaction, wrong));
      assert.ok(step.step === 'device' && step.refusal === 'not_found', wrong);
      assert.equal(step.application, undefined);
    }
    const locked = await enter(transaction, userCode);
    assert.ok(locked.step === 'device' && locked.refusal === 'rate_limited');
    const anew = await open();
    assert.equal((await enter(anew, userCode)).step, 'identifier');
    assert.equal((await browser.act(anew, { action: 'allow' })).step, 'identifier');
  });

  it('is looked at in the browser that opened the page, and at no other step', async () => {
    const { world, server, browser, ask, open, enter } = setup();
    const { userCode } = await ask();
    const transaction = await open();
    const stranger = trialBrowser(world, server);
    assert.equal((await enter(transaction, userCode, stranger)).step, 'expired');
    const other = await browser.begin();
    assert.equal((await enter(other, userCode)).step, 'identifier');
    const [request] = [...world.authorization.transactions.values()].slice(-1);
    assert.equal(request?.userCode, undefined);
  });
});
