import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { seeds } from '../seeds/index.ts';
import { createServer } from '../server.ts';
import { answerIn, redeem, trialBrowser, usualRequest } from '../trial/browser.ts';
import { createWorld } from '../world.ts';

function setup() {
  const now = Date.now();
  const world = createWorld(seeds.default, { now: () => now });
  const server = createServer(world);
  const browser = trialBrowser(world, server);
  const push = async (some: Record<string, string> = {}) => {
    const body = new URLSearchParams({ ...(await usualRequest()), ...some });
    const url = `${world.issuer}/par`;
    const answer = await server.fetch(new Request(url, { method: 'POST', body }));
    return {
      status: answer.status,
      cache: answer.headers.get('Cache-Control'),
      body: (await answer.json()) as Record<string, string | number>,
    };
  };
  const reference = async (some?: Record<string, string>) =>
    String((await push(some)).body['request_uri']);
  const open = (request_uri: string, some: Record<string, string> = {}) => {
    const query = new URLSearchParams({ client_id: 'client_flights', request_uri, ...some });
    return browser.send(`/authorize?${query.toString()}`);
  };
  /** The step of the sign-in that an answer leads to. */
  const stepAt = async (answer: Response) => {
    const { pathname, searchParams } = new URL(answer.headers.get('Location') ?? '');
    assert.equal(pathname, '/login/');
    return browser.step(searchParams.get('tx') ?? '');
  };
  const refusedAt = async (answer: Response) => {
    const step = await stepAt(answer);
    return step.step === 'error' ? step.code : step.step;
  };
  return { world, server, browser, push, reference, open, stepAt, refusedAt };
}

describe('a request that is sent ahead', () => {
  it('is answered as if the person had brought it along, and by nothing that they add', async () => {
    const { world, server, browser, push, open } = setup();
    const { status, cache, body } = await push({ login_hint: 'agent@acme.example' });
    assert.deepEqual([status, cache, body['expires_in']], [201, 'no-store', 60]);
    assert.match(String(body['request_uri']), /^urn:ietf:params:oauth:request_uri:[\w-]{43}$/);
    const began = await open(String(body['request_uri']), {
      state: 'forged',
      scope: 'openid offline_access',
      redirect_uri: 'http://evil.example/',
    });
    const transaction = new URL(began.headers.get('Location') ?? '').searchParams.get('tx') ?? '';
    const step = await browser.step(transaction);
    assert.ok(step.step === 'identifier' && step.identifier === 'agent@acme.example');
    const done = answerIn(await browser.prove(transaction, 'agent@acme.example'));
    assert.deepEqual([done.get('state'), done.get('iss')], ['a-state', world.issuer]);
    const tokens = await redeem(world, server, done.get('code'));
    assert.equal(tokens.body['scope'], 'openid profile email');
  });

  it('W36: is good once, for a minute, and for the client that sent it', async () => {
    const { world, browser, reference, open, stepAt, refusedAt } = setup();
    const first = await reference();
    const refused = 'invalid_request_uri';
    assert.equal(await refusedAt(await open(first, { client_id: 'client_ledger' })), refused);
    assert.equal((await stepAt(await open(first))).step, 'identifier');
    assert.equal(await refusedAt(await open(first)), refused);
    for (const [age, outcome] of [
      [59_999, 'identifier'],
      [60_000, refused],
    ] as const) {
      const late = await reference();
      world.moveClock(age);
      assert.equal(await refusedAt(await open(late)), outcome);
    }
    for (const never of ['urn:ietf:params:oauth:request_uri:x', `${first}x`]) {
      assert.equal(await refusedAt(await open(never)), refused);
    }
    const query = new URLSearchParams({ client_id: 'client_flights' });
    for (let count = 0; count < 2; count += 1) query.append('request_uri', await reference());
    const twice = await browser.send(`/authorize?${query.toString()}`);
    assert.equal(await refusedAt(twice), refused);
  });

  it('is refused for what the authorization endpoint refuses, and by whom it is not sent', async () => {
    const { world, push } = setup();
    const refused: [string, Record<string, string>][] = [
      ['invalid_request', { redirect_uri: 'http://evil.example/' }],
      ['invalid_request', { redirect_uri: '' }],
      ['invalid_request', { code_challenge_method: 'plain' }],
      ['invalid_request', { request_uri: 'urn:ietf:params:oauth:request_uri:x' }],
      ['invalid_request', { state: 'x'.repeat(2049) }],
      ['request_not_supported', { request: 'x.y.z' }],
      ['unsupported_response_type', { response_type: 'token' }],
      ['invalid_client', { client_id: 'nobody' }],
      ['invalid_client', { client_secret: 'x' }],
      ['invalid_client', { client_id: 'client_trip_reports' }],
      ['invalid_client', { client_id: 'invitations' }],
    ];
    for (const [error, some] of refused) {
      const { status, body } = await push(some);
      const what = JSON.stringify(some).slice(0, 60);
      assert.deepEqual(
        [body['error'], status],
        [error, error === 'invalid_client' ? 401 : 400],
        what,
      );
      assert.equal(body['request_uri'], undefined);
    }
    assert.equal(world.authorization.pushedRequests.size, 0);
  });

  it('keeps no secret of the client that sent it', async () => {
    const { world, push } = setup();
    const { status } = await push({
      client_id: 'client_trip_reports',
      client_secret: 'Tessera-demo-client-1!',
    });
    assert.equal(status, 201);
    const kept = JSON.stringify([...world.authorization.pushedRequests.values()]);
    assert.ok(kept.includes('client_trip_reports') && !kept.includes('Tessera-demo-client-1!'));
  });
});
