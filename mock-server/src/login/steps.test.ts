import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { loginStep, organizationChoicePage, type LoginStep } from '@tesserakit/contract';
import * as v from 'valibot';
import { seeds } from '../seeds/index.ts';
import { createServer } from '../server.ts';
import { answerIn, redeem, trialBrowser } from '../trial/browser.ts';
import { asPerson } from '../trial/directory.ts';
import { held } from '../trial/held.ts';
import { createWorld } from '../world.ts';
import { endSession } from './sessions.ts';

function setup() {
  const world = createWorld(seeds.default, { now: () => Date.parse('2026-03-01') });
  const server = createServer(world);
  const browser = trialBrowser(world, server);
  /** A person comes along with a browser of their own. */
  const arrive = async (email: string, some: Record<string, string> = {}) => {
    const own = trialBrowser(world, server);
    return own.prove(await own.begin(some), email);
  };
  return { world, server, browser, arrive };
}

/** Holds the look at a password from where it began until it is to go on. */
function holdPasswords(test: TestContext) {
  const derive = crypto.subtle.deriveBits.bind(crypto.subtle);
  const [begun, goOn] = [held<undefined>(), held<undefined>()];
  test.mock.method(crypto.subtle, 'deriveBits', async (...sent: Parameters<typeof derive>) => {
    begun.release(undefined);
    await goOn.promise;
    return derive(...sent);
  });
  return { begun: begun.promise, goOn: () => goOn.release(undefined) };
}

/** What a person without access is told about their organizations. */
function reasons(step: LoginStep): string[] {
  assert.equal(step.step, 'no_access');
  return step.step === 'no_access'
    ? step.organizations.map((choice) => `${choice.organizationId} ${String(choice.entry)}`)
    : [];
}

describe('a sign-in', () => {
  it('leads from address and password to the organization and back with a code', async () => {
    const { world, server, browser } = setup();
    const transaction = await browser.begin();
    const steps = [
      await browser.step(transaction),
      await browser.act(transaction, { action: 'identify', identifier: ' Both@ACME.example ' }),
      await browser.act(transaction, { action: 'verify_password', password: 'Tessera-demo-1!' }),
      await browser.act(transaction, {
        action: 'choose_organization',
        organizationId: 'org_borealis',
      }),
    ];
    assert.deepEqual(
      steps.map((step) => step.step),
      ['identifier', 'password', 'select_organization', 'done'],
    );
    for (const step of steps) assert.deepEqual(v.safeParse(loginStep, step).issues, undefined);
    assert.ok(steps[1]?.step === 'password' && steps[1].identifier === 'Both@ACME.example');
    assert.ok(steps[3]);
    const parameters = answerIn(steps[3]);
    assert.equal(parameters.get('iss'), world.issuer);
    assert.equal(parameters.get('state'), 'a-state');
    const { status, body } = await redeem(world, server, parameters.get('code'));
    assert.equal(status, 200);
    const me = await server.fetch(
      new Request(`${world.issuer}/api/v1/me`, {
        headers: { Authorization: `Bearer ${body['access_token']}` },
      }),
    );
    const { organization } = (await me.json()) as { organization: { organizationId: string } };
    assert.equal(organization.organizationId, 'org_borealis');
  });

  it('O06: does not ask a person with one organization', async () => {
    const step = await setup().arrive('agent@acme.example');
    assert.ok(answerIn(step).get('code'));
  });

  it('offers only organizations that give entry, last used first', async () => {
    const { world, arrive } = setup();
    const step = await arrive('both@acme.example');
    assert.ok(step.step === 'select_organization');
    const { items, total } = step.organizations;
    assert.deepEqual(
      items.map((item) => [item.organizationId, item.roles.map((role) => role.name)]),
      [
        ['org_borealis', ['Approver']],
        ['org_acme', ['Viewer']],
      ],
    );
    assert.equal(total, 2);
    const acme = world.organizations.get('org_acme');
    assert.ok(acme);
    world.organizations.set('org_acme', { ...acme, status: 'suspended' });
    assert.equal((await arrive('both@acme.example')).step, 'done');
  });

  it('O05: tells a person without access which organizations they have, and why not', async () => {
    const { arrive } = setup();
    const ledger = { client_id: 'client_ledger' };
    const cases: [string, Record<string, string>, string[]][] = [
      ['agent@acme.example', ledger, ['org_acme no_access']],
      [
        'both@acme.example',
        ledger,
        ['org_acme no_access', 'org_borealis application_not_onboarded'],
      ],
      ['suspended@acme.example', {}, ['org_acme member_suspended']],
      ['user@dormant.example', {}, ['org_dormant organization_suspended']],
      ['creator@acme.example', {}, ['org_acme no_access']],
      ['shopper@mail.example', {}, []],
      ['agent@acme.example', { client_id: 'admin-portal' }, ['org_acme no_access']],
    ];
    for (const [email, some, expected] of cases) {
      assert.deepEqual(reasons(await arrive(email, some)), expected, email);
    }
  });

  it('O01, O02: answers alike for an organization that is unknown, foreign, or not onboarded', async () => {
    const { arrive } = setup();
    const steps = [];
    for (const org_id of ['org_nowhere', 'org_cirrus', 'org_dormant', '<b>', 'Acme Travel']) {
      steps.push(await arrive('agent@acme.example', { org_id }));
    }
    for (const step of steps) assert.deepEqual(step, steps[0]);
    assert.deepEqual(reasons(steps[0] as LoginStep), ['org_acme true']);
    const long = await setup().browser.authorize({ org_id: 'x'.repeat(10_000) });
    assert.equal(answerIn(long).get('error'), 'invalid_request');
    assert.doesNotMatch(long.headers.get('Location') ?? '', /xxx/);
  });

  it('lets a person act for themselves where no organization gives entry', async () => {
    const { arrive } = setup();
    for (const [client_id, step] of [
      ['client_shop', 'done'],
      ['client_rewards', 'passkey_offer'],
    ] as const) {
      assert.equal((await arrive('shopper@mail.example', { client_id })).step, step);
      assert.equal((await arrive('both@acme.example', { client_id })).step, step);
    }
    const portal = await arrive('platform@tessera.example', { client_id: 'admin-portal' });
    assert.equal(portal.step, 'done');
  });

  it('E13: skips no step, whatever is sent', async () => {
    const { browser } = setup();
    const transaction = await browser.begin();
    const choice = { action: 'choose_organization', organizationId: 'org_acme' } as const;
    const proof = { action: 'verify_password', password: 'Tessera-demo-1!' } as const;
    assert.equal((await browser.act(transaction, choice)).step, 'identifier');
    assert.equal((await browser.act(transaction, proof)).step, 'identifier');
    await browser.act(transaction, { action: 'identify', identifier: 'both@acme.example' });
    assert.equal((await browser.act(transaction, choice)).step, 'password');
  });

  it('does not let a person without access choose another organization by hand', async () => {
    const { browser } = setup();
    const transaction = await browser.begin({ org_id: 'org_cirrus' });
    await browser.prove(transaction, 'both@acme.example');
    const choice = { action: 'choose_organization', organizationId: 'org_acme' } as const;
    assert.equal((await browser.act(transaction, choice)).step, 'no_access');
    const list = await browser.send(`/login/api/${transaction}/organizations`);
    assert.equal(list.status, 404);
  });

  it('O03: refuses an organization that was not offered, and stays', async () => {
    const { browser } = setup();
    const transaction = await browser.begin();
    await browser.prove(transaction, 'both@acme.example');
    const step = await browser.act(transaction, {
      action: 'choose_organization',
      organizationId: 'org_cirrus',
    });
    assert.ok(step.step === 'select_organization' && step.refusal === 'no_access');
  });

  it('O04: gives no code for an organization that was suspended in the meantime', async () => {
    const { world, browser } = setup();
    const transaction = await browser.begin();
    await browser.prove(transaction, 'both@acme.example');
    for (const organizationId of ['org_acme', 'org_borealis']) {
      const organization = world.organizations.get(organizationId);
      assert.ok(organization);
      world.organizations.set(organizationId, { ...organization, status: 'suspended' });
    }
    const step = await browser.act(transaction, {
      action: 'choose_organization',
      organizationId: 'org_acme',
    });
    assert.deepEqual(reasons(step), [
      'org_acme organization_suspended',
      'org_borealis organization_suspended',
    ]);
    assert.equal(world.authorization.codes.size, 0);
  });

  it('can be begun again, and given up', async () => {
    const { world, browser } = setup();
    const transaction = await browser.begin();
    await browser.prove(transaction, 'creator@acme.example');
    const again = await browser.act(transaction, { action: 'restart' });
    assert.ok(again.step === 'identifier' && again.identifier === undefined);
    const parameters = answerIn(await browser.act(transaction, { action: 'cancel' }));
    assert.equal(parameters.get('error'), 'access_denied');
    assert.equal(parameters.get('state'), 'a-state');
    assert.equal(parameters.get('iss'), world.issuer);
    assert.equal((await browser.act(transaction, { action: 'restart' })).step, 'done');
  });

  it('keeps two applications in two tabs apart', async () => {
    const { world, server, browser } = setup();
    const flights = await browser.begin();
    const ledger = await browser.begin({ client_id: 'client_ledger', state: 'of-ledger' });
    await browser.act(flights, { action: 'identify', identifier: 'admin@acme.example' });
    await browser.act(ledger, { action: 'identify', identifier: 'admin@acme.example' });
    const proof = { action: 'verify_password', password: 'Tessera-demo-1!' } as const;
    const [toLedger, toFlights] = [
      answerIn(await browser.act(ledger, proof)),
      answerIn(await browser.act(flights, proof)),
    ];
    assert.deepEqual([toLedger.get('state'), toFlights.get('state')], ['of-ledger', 'a-state']);
    const swapped = await redeem(world, server, toLedger.get('code'));
    assert.equal(swapped.body['error'], 'invalid_grant');
    assert.equal((await redeem(world, server, toFlights.get('code'))).status, 200);
    const own = await redeem(world, server, toLedger.get('code'), { client_id: 'client_ledger' });
    assert.equal(own.status, 200);
  });

  it('is over after half an hour', async () => {
    const { world, browser } = setup();
    const transaction = await browser.begin();
    world.moveClock(30 * 60_000 - 1);
    assert.equal((await browser.step(transaction)).step, 'identifier');
    world.moveClock(1);
    assert.deepEqual(await browser.step(transaction), { step: 'expired' });
    const late = await browser.act(transaction, { action: 'restart' });
    assert.deepEqual(late, { step: 'expired' });
  });

  it('does not hand out a code again once it was used', async () => {
    const { world, server, browser } = setup();
    const transaction = await browser.begin();
    const done = await browser.prove(transaction, 'agent@acme.example');
    assert.deepEqual(await browser.step(transaction), done);
    const { body } = await redeem(world, server, answerIn(done).get('code'));
    assert.ok(body['refresh_token']);
    assert.equal((await browser.step(transaction)).step, 'expired');
  });

  it('S01: belongs to the browser it was begun in', async () => {
    const { world, server, browser } = setup();
    const transaction = await browser.begin();
    const stranger = trialBrowser(world, server);
    assert.deepEqual(await stranger.step(transaction), { step: 'expired' });
    const taken = await stranger.prove(transaction, 'both@acme.example');
    assert.deepEqual(taken, { step: 'expired' });
    assert.equal((await browser.step(transaction)).step, 'identifier');
  });

  it('O23: searches and pages the organizations, and only after the person proved who they are', async () => {
    const { browser } = setup();
    const transaction = await browser.begin();
    const path = `/login/api/${transaction}/organizations`;
    assert.equal((await browser.send(path)).status, 404);
    await browser.prove(transaction, 'both@acme.example');
    const list = async (query: string) =>
      v.parse(organizationChoicePage, await (await browser.send(`${path}?${query}`)).json());
    const first = await list('limit=1');
    const second = await list(`limit=1&cursor=${first.nextCursor}`);
    const names = [...first.items, ...second.items].map((item) => item.name);
    assert.deepEqual(names, ['Borealis', 'Acme Travel']);
    assert.equal(second.nextCursor, null);
    assert.deepEqual((await list('search=acm')).total, 1);
    const misused = await browser.send(`${path}?limit=1&search=a&cursor=${first.nextCursor}`);
    assert.equal(misused.status, 400);
  });

  it('takes the first form as a browser sends it without a script', async () => {
    const { world, browser } = setup();
    const transaction = await browser.begin();
    const post = (headers: Record<string, string>, identifier = 'both@acme.example') =>
      browser.send(`/login/?tx=${transaction}`, {
        method: 'POST',
        headers,
        body: new URLSearchParams({ identifier }),
      });
    const foreign = await post({ Origin: 'http://evil.example', 'Sec-Fetch-Site': 'cross-site' });
    assert.equal(foreign.status, 403);
    assert.equal((await browser.step(transaction)).step, 'identifier');
    assert.equal((await post({ Origin: 'null' })).status, 403);
    assert.equal((await post({ Origin: world.issuer }, '')).status, 303);
    assert.equal((await browser.step(transaction)).step, 'identifier');
    const own = await post({ Origin: 'null', 'Sec-Fetch-Site': 'same-origin' });
    assert.deepEqual([own.status, own.headers.get('Location')], [303, `/login/?tx=${transaction}`]);
    assert.equal((await browser.step(transaction)).step, 'password');
  });

  it('O18: keeps no organization in the browser, and takes none from there', async () => {
    const { world, server } = setup();
    const cookies: string[] = [];
    const forged = 'organization=org_cirrus; org_id=org_cirrus; last=org_acme';
    const watched: typeof server = {
      ...server,
      fetch: async (request) => {
        const headers = new Headers(request.headers);
        headers.set('Cookie', `${headers.get('Cookie')}; ${forged}`);
        const answer = await server.fetch(new Request(request, { headers }));
        cookies.push(...answer.headers.getSetCookie());
        return answer;
      },
    };
    const browser = trialBrowser(world, watched);
    const first = await browser.begin();
    await browser.prove(first, 'both@acme.example');
    const organizationId = 'org_acme';
    await browser.act(first, { action: 'choose_organization', organizationId });
    assert.ok(cookies.length > 0);
    assert.deepEqual(
      cookies.filter((line) => /org_|acme|borealis/i.test(line)),
      [],
    );
    const next = await browser.step(await browser.begin({ prompt: 'select_account' }));
    assert.ok(next.step === 'select_organization');
    const offered = next.organizations.items.map((item) => item.organizationId);
    assert.deepEqual(offered.toSorted(), ['org_acme', 'org_borealis']);
  });

  it('O19: sends each sign-in only its own cookie, however many there are', async () => {
    const { browser } = setup();
    const begun = await browser.authorize();
    const transaction = new URL(begun.headers.get('Location') ?? '').searchParams.get('tx') ?? '';
    const [line = ''] = begun.headers.getSetCookie();
    assert.match(line, new RegExp(`; Path=/login/api/${transaction};`));
  });

  it('does not read a body that is longer than any of ours', async () => {
    const { world, server, browser } = setup();
    const transaction = await browser.begin();
    const long = JSON.stringify({ action: 'identify', identifier: 'a'.repeat(70_000) });
    const answer = await browser.send(`/login/api/${transaction}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: world.issuer },
      body: long,
    });
    assert.equal(answer.status, 422);
    const form = new Request(`${world.issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'a'.repeat(70_000) }),
    });
    assert.equal((await server.fetch(form)).status, 400);
  });

  it('keeps signed out who signs out while their password is looked at', async () => {
    const { world, browser } = setup();
    await browser.prove(await browser.begin(), 'agent@acme.example');
    const former = [...world.authorization.sessions.keys()];
    const again = await browser.begin({ prompt: 'login' });
    const proving = browser.prove(again, 'agent@acme.example');
    await browser.step(again);
    for (const sid of former) endSession(world, sid);
    await proving;
    for (const sid of former) assert.equal(world.authorization.sessions.has(sid), false);
    for (const { entry } of world.authorization.codes.values()) {
      assert.ok(world.authorization.sessions.has(entry.sid));
    }
  });

  it('stays given up by whoever turns back while their password is looked at', async (test) => {
    const { world, browser } = setup();
    const transaction = await browser.begin();
    const { begun, goOn } = holdPasswords(test);
    const proving = browser.prove(transaction, 'agent@acme.example');
    await begun;
    await browser.act(transaction, { action: 'cancel' });
    goOn();
    const late = answerIn(await proving);
    assert.deepEqual([late.get('error'), late.get('code')], ['access_denied', null]);
    const { sessions, codes } = world.authorization;
    assert.deepEqual([sessions.size, codes.size], [0, 0]);
  });

  it('S02: refuses actions that another site could send', async () => {
    const { world, browser } = setup();
    const transaction = await browser.begin();
    const send = async (headers: Record<string, string>, body = '{"action":"cancel"}') =>
      (await browser.send(`/login/api/${transaction}`, { method: 'POST', headers, body })).status;
    const json = { 'Content-Type': 'application/json' };
    assert.equal(await send({ ...json, Origin: 'http://localhost:4300' }), 403);
    assert.equal(await send({ ...json, Origin: 'null' }), 403);
    assert.equal(await send({ ...json, 'Sec-Fetch-Site': 'same-site' }), 403);
    assert.equal(await send({ ...json, 'Sec-Fetch-Site': 'cross-site' }), 403);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      assert.equal(await send({ 'Content-Type': type, Origin: world.issuer }), 422);
    }
    assert.equal(await send(json, '{"action":"fly"}'), 422);
    assert.equal(await send(json, '{"action":"cancel","extra":1}'), 422);
    assert.equal(await send(json, '{'), 422);
    assert.equal((await browser.step(transaction)).step, 'identifier');
    assert.equal(await send({ ...json, 'Sec-Fetch-Site': 'same-origin' }), 200);
  });
});

describe('a password', () => {
  it('E01, E02: is refused with the same answer and the same work for known and unknown addresses', async (test) => {
    const { world, browser } = setup();
    const derived = test.mock.method(crypto.subtle, 'deriveBits');
    const people = [
      'admin@acme.example',
      'nobody@acme.example',
      'invited@newcorp.example',
      'not an address',
    ];
    const answers = [];
    for (const email of people) {
      const transaction = await browser.begin();
      const before = world.authorization.passwordHashes;
      const identified = await browser.act(transaction, { action: 'identify', identifier: email });
      const refused = await browser.act(transaction, {
        action: 'verify_password',
        password: 'wrong',
      });
      assert.equal(world.authorization.passwordHashes - before, 1);
      answers.push(JSON.stringify([identified, refused]).replaceAll(email, '…'));
    }
    assert.match(answers[0] ?? '', /"refusal":"invalid_credentials"/);
    assert.equal(new Set(answers).size, 1);
    const work = derived.mock.calls.map(({ arguments: [how, , bits] }) => {
      const { name, iterations } = how as Pbkdf2Params;
      return `${name} ${iterations} ${String(bits)}`;
    });
    assert.deepEqual(new Set(work), new Set(['PBKDF2 100000 256']));
  });

  it('has to wait after five wrong ones, for a known and an unknown address alike', async () => {
    for (const email of ['agent@acme.example', 'nobody@acme.example']) {
      const { world, browser } = setup();
      const transaction = await browser.begin();
      const refusals = [];
      for (let count = 0; count < 5; count += 1) {
        const step = await browser.prove(transaction, email, 'wrong');
        refusals.push(step.step === 'password' ? step.refusal : step.step);
      }
      assert.deepEqual(refusals, [...Array<string>(4).fill('invalid_credentials'), 'locked']);
      const hashes = world.authorization.passwordHashes;
      const other = await browser.begin();
      const step = await browser.prove(other, email.toUpperCase());
      assert.ok(step.step === 'password' && step.refusal === 'locked');
      assert.equal(step.retryAfter, 60);
      assert.equal(world.authorization.passwordHashes, hashes);
      world.moveClock(20_500);
      const later = await browser.step(other);
      assert.ok(later.step === 'password' && later.retryAfter === 40);
      world.moveClock(39_500);
      const over = await browser.step(other);
      assert.ok(over.step === 'password' && over.refusal === undefined);
    }
  });

  it('E03, E04: is asked for alike whatever address was named, and the address shown as typed', async () => {
    const { browser } = setup();
    const named = [
      'Agent@ACME.example',
      'nobody@acme.example',
      'x@elsewhere.example',
      'no address',
    ];
    const looks = new Set<string>();
    for (const identifier of named) {
      const step = await browser.act(await browser.begin(), { action: 'identify', identifier });
      assert.ok(step.step === 'password' && step.identifier === identifier);
      looks.add(JSON.stringify(step).replaceAll(identifier, '…'));
    }
    assert.equal(looks.size, 1);
  });

  it('E08: that somebody else gets wrong does not end what the person has', async () => {
    const { world, server, browser, arrive } = setup();
    const done = await browser.prove(await browser.begin(), 'agent@acme.example');
    const { body } = await redeem(world, server, answerIn(done).get('code'));
    for (let count = 0; count < 9; count += 1) {
      world.moveClock(15 * 60_000);
      const own = trialBrowser(world, server);
      await own.prove(await own.begin(), 'agent@acme.example', 'wrong');
    }
    assert.equal((await arrive('agent@acme.example')).step, 'password');
    assert.ok(answerIn(await browser.authorize()).get('code'), 'who is signed in goes on');
    assert.ok(body['refresh_token']);
    world.moveClock(15 * 60_000);
    assert.equal((await arrive('agent@acme.example')).step, 'done', 'no wait is longer than that');
  });

  it('E10: is not looked at in a sign-in that was begun before the wait', async () => {
    const { world, browser, arrive } = setup();
    const older = await browser.begin();
    await browser.act(older, { action: 'identify', identifier: 'agent@acme.example' });
    for (let count = 0; count < 5; count += 1) {
      const own = await browser.begin();
      await browser.prove(own, 'agent@acme.example', 'wrong');
    }
    const step = await browser.act(older, {
      action: 'verify_password',
      password: 'Tessera-demo-1!',
    });
    assert.ok(step.step === 'password' && step.refusal === 'locked');
    assert.equal(world.authorization.sessions.size, 0);
    assert.equal((await arrive('both@acme.example')).step, 'select_organization');
  });

  it('E12: is counted for the address, wherever its tries say that they come from', async () => {
    const { world, browser } = setup();
    const steps = [];
    for (let count = 0; count < 6; count += 1) {
      const transaction = await browser.begin();
      await browser.act(transaction, { action: 'identify', identifier: 'agent@acme.example' });
      const answer = await browser.send(`/login/api/${transaction}`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'X-Forwarded-For': `10.0.0.${count}`,
          Forwarded: `for=10.0.0.${count}`,
          'X-Real-IP': `10.0.0.${count}`,
        },
        body: JSON.stringify({ action: 'verify_password', password: 'wrong' }),
      });
      steps.push(((await answer.json()) as { refusal?: string }).refusal);
    }
    assert.deepEqual(steps.slice(-2), ['locked', 'locked']);
    assert.equal(world.authorization.passwordHashes, 5);
  });

  it('has to wait after five wrong ones, each for another spelling of the address', async () => {
    const { world, browser } = setup();
    const spellings = ['Agent@acme.example', 'aGent@acme.example', 'agEnt@acme.example'];
    for (const email of [...spellings, 'ageNt@acme.example', 'agenT@acme.example']) {
      await browser.prove(await browser.begin(), email, 'wrong');
    }
    const step = await browser.prove(await browser.begin(), 'agent@acme.example');
    assert.ok(step.step === 'password' && step.refusal === 'locked');
    assert.equal(world.authorization.sessions.size, 0);
  });

  it('E08: lets the person in after the wait, and then holds nothing against them', async () => {
    const { world, browser, arrive } = setup();
    const transaction = await browser.begin();
    for (let count = 0; count < 5; count += 1) {
      await browser.prove(transaction, 'agent@acme.example', 'wrong');
    }
    world.moveClock(60_000);
    assert.equal((await arrive('agent@acme.example')).step, 'done');
    assert.equal(world.authorization.failedTries.size, 0);
  });

  it('E10: cannot be guessed faster by many requests at once', async () => {
    const { world, browser } = setup();
    const transaction = await browser.begin();
    await browser.act(transaction, { action: 'identify', identifier: 'agent@acme.example' });
    const guesses = Array.from({ length: 20 }, (_, number) =>
      browser.act(transaction, { action: 'verify_password', password: `guess ${number}` }),
    );
    await Promise.all(guesses);
    assert.equal(world.authorization.passwordHashes, 5);
  });

  it('lets nobody in when it is reset while it is looked at', async (test) => {
    const { world, server, browser } = setup();
    const platform = asPerson(world, server, 'user_platform', undefined, 'admin-portal');
    const { begun, goOn } = holdPasswords(test);
    const proving = browser.prove(await browser.begin(), 'agent@acme.example');
    await begun;
    const path = '/tenant/users/user_agent_acme/reset-password';
    assert.equal((await platform(path, { method: 'POST' })).status, 200);
    goOn();
    const step = await proving;
    assert.ok(step.step === 'password' && step.refusal === 'invalid_credentials');
    assert.equal(world.authorization.sessions.size, 0);
  });

  it('lets nobody in whose account is disabled', async () => {
    const { world, arrive } = setup();
    const user = world.users.get('user_both');
    assert.ok(user);
    world.users.set('user_both', { ...user, status: 'disabled' });
    const step = await arrive('both@acme.example');
    assert.ok(step.step === 'password' && step.refusal === 'invalid_credentials');
  });
});
