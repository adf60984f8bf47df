import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { seeds } from '../seeds/index.ts';
import { createServer } from '../server.ts';
import { answerIn, redeem, redirectUri, trialBrowser, usualRequest } from '../trial/browser.ts';
import { createWorld } from '../world.ts';

function setup() {
  // Stands still, so that the moments are exact.
  const now = Date.now();
  const world = createWorld(seeds.default, { now: () => now });
  const server = createServer(world);
  const browser = trialBrowser(world, server);
  const signIn = async (email: string, some: Record<string, string> = {}) =>
    browser.prove(await browser.begin(some), email);
  return { world, server, browser, signIn };
}

/** The usual request with differences; `undefined` leaves a parameter out. */
async function request(differences: Record<string, string | undefined>): Promise<string> {
  const query = new URLSearchParams(await usualRequest());
  for (const [name, value] of Object.entries(differences)) {
    if (value === undefined) query.delete(name);
    else query.set(name, value);
  }
  return query.toString();
}

describe('a request that must not be answered at its address', () => {
  const hostile: Record<string, string | undefined>[] = [
    { client_id: undefined },
    { client_id: 'client_nobody' },
    { client_id: '__proto__' },
    { client_id: 'client_flights\0' },
    { client_id: '<script>alert(1)</script>' },
    { client_id: 'invitations' },
    { redirect_uri: undefined },
    ...[
      'http://localhost:4300/callback/',
      'http://localhost:4300/callback?x=1',
      'http://localhost:4300/callback#f',
      'http://localhost:4300/Callback',
      'http://localhost:4300/other',
      'http://localhost:4300/callback/../other',
      'http://localhost:4300/%63allback',
      'http://localhost:4301/callback',
      'http://localhost/callback',
      'https://localhost:4300/callback',
      'HTTP://localhost:4300/callback',
      'http://LOCALHOST:4300/callback',
      'http://localhost.:4300/callback',
      'http://evil.example/callback',
      'http://localhost:4300@evil.example/callback',
      'http://evil.example/http://localhost:4300/callback',
      'http://[::1]:4300/callback',
      'http://127.1:4300/callback',
      '//localhost:4300/callback',
      '/callback',
      'javascript:alert(1)',
      'data:text/html,x',
      'http://localhost:4300/callback\0',
      ' http://localhost:4300/callback',
      'x'.repeat(10_000),
    ].map((uri) => ({ redirect_uri: uri })),
  ];
  for (const differences of hostile) {
    it(`W01, S16: ends at the login pages: ${JSON.stringify(differences).slice(0, 80)}`, async () => {
      const { world, browser } = setup();
      const answer = await browser.send(`/authorize?${await request(differences)}`);
      const location = new URL(answer.headers.get('Location') ?? '');
      assert.equal(answer.status, 303);
      assert.equal(location.origin + location.pathname, `${world.issuer}/login/`);
      const step = await browser.step(location.searchParams.get('tx') ?? '');
      assert.ok(step.step === 'error' && step.code === 'invalid_request');
      assert.equal(step.requestId, answer.headers.get('X-Request-Id'));
      assert.doesNotMatch(JSON.stringify(step), /evil|script|\.ts|stack/);
    });
  }

  it('ends there too when client or address are given twice', async () => {
    const { world, browser } = setup();
    for (const name of ['client_id', 'redirect_uri']) {
      const query = new URLSearchParams(await usualRequest());
      query.append(name, query.get(name) ?? '');
      const answer = await browser.send(`/authorize?${query.toString()}`);
      assert.ok(answer.headers.get('Location')?.startsWith(`${world.issuer}/login/`));
    }
  });
});

describe('a request that is refused at its address', () => {
  const long = 'x'.repeat(2049);
  const refused: [string, Record<string, string | undefined>][] = [
    ['invalid_request', { response_type: undefined }],
    ['unsupported_response_type', { response_type: 'token' }],
    ['unsupported_response_type', { response_type: 'id_token' }],
    ['unsupported_response_type', { response_type: 'code id_token' }],
    ['unsupported_response_mode', { response_mode: 'fragment' }],
    ['unsupported_response_mode', { response_mode: 'form_post' }],
    ['unsupported_response_mode', { response_mode: 'bogus' }],
    ['registration_not_supported', { registration: '{}' }],
    ['request_not_supported', { request: 'x.y.z' }],
    ['request_uri_not_supported', { request_uri: 'http://evil.example/r' }],
    ['invalid_request', { code_challenge: undefined }],
    ['invalid_request', { code_challenge: 'short' }],
    ['invalid_request', { code_challenge_method: undefined }],
    ['invalid_request', { code_challenge_method: 'plain' }],
    ['invalid_request', { scope: undefined }],
    ['invalid_request', { scope: 'profile' }],
    ['invalid_request', { prompt: 'none login' }],
    ['invalid_request', { prompt: 'bogus' }],
    ['invalid_request', { max_age: '-1' }],
    ['invalid_request', { max_age: 'NaN' }],
    ['invalid_request', { state: long }],
    ['invalid_request', { state: 'a\0b' }],
    ['invalid_request', { nonce: long }],
    ['invalid_request', { login_hint: 'a\0b' }],
    ['invalid_request', { org_id: 'org_acme', organization: 'org_borealis' }],
    ['login_required', { prompt: 'none' }],
  ];
  for (const [error, differences] of refused) {
    it(`W09, W11: gets ${error} for ${JSON.stringify(differences).slice(0, 60)}`, async () => {
      const { world, browser } = setup();
      const answer = await browser.send(`/authorize?${await request(differences)}`);
      const parameters = answerIn(answer);
      assert.equal(parameters.get('error'), error);
      assert.equal(parameters.get('iss'), world.issuer);
      assert.equal(parameters.get('state'), 'state' in differences ? null : 'a-state');
      assert.equal(parameters.get('code'), null);
      assert.equal(world.authorization.transactions.size, 0);
    });
  }

  it('W11, O02: gets invalid_request for any parameter that is given twice', async () => {
    const { browser } = setup();
    for (const name of ['state', 'scope', 'nonce', 'code_challenge', 'org_id', 'unknown']) {
      const query = `${await request({})}&${name}=a&${name}=a`;
      const parameters = answerIn(await browser.send(`/authorize?${query}`));
      assert.equal(parameters.get('error'), 'invalid_request', name);
    }
  });
});

describe('any request', () => {
  it('W10: makes the server fetch nothing that it names', async (test) => {
    const { browser } = setup();
    const fetched = test.mock.method(globalThis, 'fetch', () => Promise.reject(new TypeError()));
    const named: Record<string, string>[] = [
      ...['http://evil.example/r', 'https://localhost:4300/r', 'file:///etc/passwd'].map(
        (request_uri) => ({ request_uri }),
      ),
      { request: 'x.y.z' },
      { registration: '{"jwks_uri":"http://evil.example/keys"}' },
      { claims: '{"id_token":{"logo_uri":{"value":"http://evil.example/"}}}' },
    ];
    for (const some of named) assert.equal((await browser.authorize(some)).status, 303);
    assert.equal(fetched.mock.callCount(), 0);
  });

  it('W29: is answered by a redirect with which no form goes on', async () => {
    const { world, browser, signIn } = setup();
    await signIn('agent@acme.example');
    const origin = { Origin: world.issuer };
    const forms: [string, Record<string, string>][] = [
      ['/authorize', await usualRequest()],
      ['/authorize', { ...(await usualRequest()), prompt: 'login' }],
      ['/authorize', { ...(await usualRequest()), response_type: 'token' }],
      ['/authorize', {}],
      [`/login/?tx=${await browser.begin({ prompt: 'login' })}`, { identifier: 'x' }],
      ['/logout', { confirm: 'yes' }],
    ];
    for (const [path, form] of forms) {
      const init = { method: 'POST', headers: origin, body: new URLSearchParams(form) };
      const { status, headers } = await browser.send(path, init);
      assert.deepEqual([status, headers.has('Location')], [303, true], path);
    }
  });

  it('W12: is answered at once where a frame brings no cookies along', async () => {
    const { world, server, signIn } = setup();
    await signIn('agent@acme.example');
    const query = new URLSearchParams({ ...(await usualRequest()), prompt: 'none' });
    const headers = { 'Sec-Fetch-Dest': 'iframe', 'Sec-Fetch-Site': 'cross-site' };
    const url = `${world.issuer}/authorize?${query.toString()}`;
    const answer = await server.fetch(new Request(url, { headers }));
    assert.equal(answerIn(answer).get('error'), 'login_required');
  });
});

describe('a request that is in order', () => {
  it('begins a sign-in, as a form too, and whatever else it carries', async () => {
    const { browser } = setup();
    const body = new URLSearchParams({
      ...(await usualRequest()),
      unknown: 'x',
      scope: 'openid x',
    });
    const answer = await browser.send('/authorize', { method: 'POST', body });
    const location = new URL(answer.headers.get('Location') ?? '');
    const step = await browser.step(location.searchParams.get('tx') ?? '');
    assert.ok(step.step === 'identifier' && step.identifier === undefined);
    assert.deepEqual(step.application, { name: 'Flights' });
  });

  it('carries state, address and language to where they belong', async () => {
    const { browser } = setup();
    const answer = await browser.authorize({ login_hint: 'both@acme.example', ui_locales: 'ar' });
    const location = new URL(answer.headers.get('Location') ?? '');
    assert.equal(location.searchParams.get('ui_locales'), 'ar');
    const step = await browser.step(location.searchParams.get('tx') ?? '');
    assert.ok(step.step === 'identifier' && step.identifier === 'both@acme.example');
  });

  it('lets a person who is signed in straight on, at each application', async () => {
    const { world, browser, signIn } = setup();
    await signIn('admin@acme.example');
    for (const client_id of ['client_flights', 'client_ledger', 'client_shop', 'client_rewards']) {
      const parameters = answerIn(await browser.authorize({ client_id }));
      assert.ok(parameters.get('code'), client_id);
      assert.equal(parameters.get('iss'), world.issuer);
      assert.equal(parameters.get('state'), 'a-state');
    }
  });

  it('O14: asks a person again who is to prove themselves anew', async () => {
    const { world, browser, signIn } = setup();
    await signIn('agent@acme.example');
    assert.equal(
      answerIn(await browser.authorize({ prompt: 'none', max_age: '0' })).get('error'),
      'login_required',
    );
    world.moveClock(60_000);
    const asks = async (some: Record<string, string>) => {
      const location = (await browser.authorize(some)).headers.get('Location') ?? '';
      return location.startsWith(`${world.issuer}/login/`);
    };
    assert.equal(await asks({}), false);
    assert.equal(await asks({ prompt: 'login' }), true);
    assert.equal(await asks({ prompt: 'select_account' }), true);
    assert.equal(await asks({ max_age: '0' }), true);
    assert.equal(await asks({ max_age: '59' }), true);
    assert.equal(await asks({ max_age: '60' }), true);
    assert.equal(await asks({ max_age: '61' }), false);
    const silent = await browser.authorize({ prompt: 'none', max_age: '59' });
    assert.equal(answerIn(silent).get('error'), 'login_required');
  });

  it('O14: asks for the organization under select_account even where there is one', async () => {
    const { browser, signIn } = setup();
    await signIn('agent@acme.example');
    const step = await browser.step(await browser.begin({ prompt: 'select_account' }));
    assert.equal(step.step, 'select_organization');
  });

  it('W12, O13: answers without a page where no page may be shown', async () => {
    const { browser, signIn } = setup();
    await signIn('both@acme.example');
    const silent = async (some: Record<string, string>) => {
      const parameters = answerIn(await browser.authorize({ prompt: 'none', ...some }));
      return parameters.get('error') ?? 'code';
    };
    assert.equal(await silent({}), 'interaction_required');
    assert.equal(await silent({ org_id: 'org_acme' }), 'code');
    assert.equal(await silent({ organization: 'org_borealis' }), 'code');
    assert.equal(await silent({ org_id: 'org_cirrus' }), 'access_denied');
    assert.equal(await silent({ org_id: 'org_nowhere' }), 'access_denied');
    assert.equal(await silent({ client_id: 'client_ledger' }), 'access_denied');
    assert.equal(await silent({ client_id: 'client_shop' }), 'code');
    assert.equal(await silent({ client_id: 'client_shop', org_id: 'org_acme' }), 'access_denied');
    assert.equal(await silent({ client_id: 'admin-portal' }), 'access_denied');
    assert.equal(await silent({ id_token_hint: 'x.y.z' }), 'invalid_request');
  });

  it('says so when an organization demands another way of signing in', async () => {
    const { world, browser, signIn } = setup();
    await signIn('both@acme.example');
    const borealis = world.organizations.get('org_borealis');
    assert.ok(borealis);
    const authentication = { methods: ['passkey'] };
    world.organizations.set('org_borealis', { ...borealis, authentication });
    const silent = async (org_id: string) => {
      const answer = answerIn(await browser.authorize({ prompt: 'none', org_id }));
      return answer.get('error') ?? 'code';
    };
    assert.equal(await silent('org_borealis'), 'interaction_required');
    assert.equal(await silent('org_acme'), 'code');
    world.members.get('org_borealis')!.delete('user_both');
    assert.equal(await silent('org_borealis'), 'access_denied');
  });

  it('lets nobody in but the person whom its hint names', async () => {
    const { world, server } = setup();
    const browser = trialBrowser(world, server);
    const proved = await browser.prove(await browser.begin(), 'agent@acme.example');
    const { body } = await redeem(world, server, answerIn(proved).get('code'));
    const hint = { id_token_hint: body['id_token'] ?? '', prompt: 'login' };
    const other = await browser.prove(await browser.begin(hint), 'admin@acme.example');
    assert.equal(answerIn(other).get('error'), 'login_required');
    const same = await browser.prove(await browser.begin(hint), 'agent@acme.example');
    assert.ok(answerIn(same).get('code'));
    const broken = await browser.authorize({ id_token_hint: 'x.y.z', prompt: 'none' });
    assert.equal(answerIn(broken).get('error'), 'invalid_request');
  });

  it('gives nothing to whoever is signed in where its hint names another person', async () => {
    const { world, server, browser, signIn } = setup();
    const other = trialBrowser(world, server);
    const proved = await other.prove(await other.begin(), 'admin@acme.example');
    const { body } = await redeem(world, server, answerIn(proved).get('code'));
    const hint = { id_token_hint: body['id_token'] ?? '' };
    await signIn('agent@acme.example');
    const silent = answerIn(await browser.authorize({ ...hint, prompt: 'none' }));
    assert.deepEqual([silent.get('error'), silent.get('code')], ['login_required', null]);
    const transaction = await browser.begin(hint);
    assert.equal((await browser.step(transaction)).step, 'identifier');
    const meant = await browser.prove(transaction, 'admin@acme.example');
    assert.ok(answerIn(meant).get('code'));
  });

  it('S16: says nothing of what it was sent', async () => {
    const { world, server } = setup();
    const name = 'Call +1 555 0100 <b>';
    const query = new URLSearchParams({ ...(await usualRequest()) });
    query.append(name, '1');
    query.append(name, '2');
    const answer = await server.fetch(new Request(`${world.issuer}/authorize?${query.toString()}`));
    assert.equal(answerIn(answer).get('error_description'), 'A parameter is given more than once.');
  });

  it('goes only to the address that was asked for', async () => {
    const { browser, signIn } = setup();
    await signIn('agent@acme.example');
    const answer = await browser.authorize({ redirect_uri: 'http://127.0.0.1:4300/callback' });
    const location = answer.headers.get('Location') ?? '';
    assert.ok(location.startsWith('http://127.0.0.1:4300/callback?code='));
    assert.ok(!location.includes(redirectUri));
  });
});

describe('the client for invitations', () => {
  it('I25: leads nobody through a sign-in, whatever it sends', async () => {
    const { world, browser, signIn } = setup();
    await signIn('agent@acme.example');
    assert.ok(world.clients.get('invitations')?.confidential);
    const before = world.authorization.codes.size;
    const tries: Record<string, string | undefined>[] = [
      ...[{}, { redirect_uri: undefined }, { redirect_uri: `${world.issuer}/login/invitation` }],
      ...[{ prompt: 'none' }, { code_challenge: undefined, code_challenge_method: undefined }],
      ...[{ client_secret: 'x' }, { invitation: 'invitation_newcorp' }, { scope: 'openid' }],
    ];
    for (const differences of tries) {
      const query = await request({ client_id: 'invitations', ...differences });
      for (const init of [undefined, { method: 'POST', body: new URLSearchParams(query) }]) {
        const answer = await browser.send(init ? '/authorize' : `/authorize?${query}`, init);
        const { pathname, searchParams } = new URL(answer.headers.get('Location') ?? '');
        assert.equal(pathname, '/login/');
        const step = await browser.step(searchParams.get('tx') ?? '');
        assert.equal(step.step, 'error');
      }
    }
    assert.equal(world.authorization.codes.size, before);
  });
});
