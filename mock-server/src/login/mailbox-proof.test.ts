import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { loginStep, type LoginStep } from '@tesserakit/contract';
import * as v from 'valibot';
import { seeds } from '../seeds/index.ts';
import { createServer } from '../server.ts';
import { answerIn, redeem, trialBrowser, type TrialBrowser } from '../trial/browser.ts';
import { createWorld } from '../world.ts';

const agent = 'agent@acme.example';
const nobody = 'nobody@acme.example';
const minute = 60_000;

function setup() {
  const world = createWorld(seeds.default, { now: () => Date.parse('2026-03-01') });
  const server = createServer(world);
  const newBrowser = () => trialBrowser(world, server);
  const browser = newBrowser();
  const mails = (to = agent) => world.mailbox.filter((mail) => mail.to === to);
  /** As far as the step of a way of signing in. */
  const reach = async (method: 'email-code' | 'magic-link', identifier = agent, own = browser) => {
    const transaction = await own.begin();
    await own.act(transaction, { action: 'identify', identifier });
    const step = await own.act(transaction, { action: 'use_method', method });
    assert.deepEqual(v.safeParse(loginStep, step).issues, undefined);
    return { transaction, step };
  };
  return { world, server, browser, newBrowser, mails, reach };
}

/** Opens a link as the pages do: its secret goes in the body. */
async function open(browser: TrialBrowser, world: { issuer: string }, link = '') {
  const { searchParams, hash } = new URL(link);
  const transaction = searchParams.get('tx');
  const path = `/login/api/${transaction ?? 'none'}/follow`;
  const response = await browser.send(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: world.issuer },
    body: JSON.stringify({ secret: hash.slice(1) }),
  });
  return ((await response.json()) as { transactionId: string }).transactionId;
}

function refusal(step: LoginStep): string | undefined {
  return 'refusal' in step ? step.refusal : undefined;
}

/** Counts the digests that are worked out. */
function countDigests(test: TestContext) {
  return test.mock.method(crypto.subtle, 'digest', crypto.subtle.digest.bind(crypto.subtle)).mock;
}

describe('a code by mail', () => {
  it('lets in whoever reads the mail, as somebody who has the mailbox', async () => {
    const { world, server, browser, mails, reach } = setup();
    const { transaction, step } = await reach('email-code');
    assert.ok(step.step === 'code');
    assert.deepEqual([step.identifier, step.resendAfter], [agent, 30]);
    assert.deepEqual(step.methods, ['password', 'magic-link', 'passkey']);
    const [mail] = mails();
    assert.match(mail?.code ?? '', /^\d{6}$/);
    const typed = ` ${mail!.code!.slice(0, 3)} ${mail!.code!.slice(3)}`;
    const done = await browser.act(transaction, { action: 'verify_code', code: typed });
    const { body } = await redeem(world, server, answerIn(done).get('code'));
    const [, claims = ''] = (body['id_token'] ?? '').split('.');
    assert.deepEqual(JSON.parse(atob(claims)).amr, ['otp']);
  });

  it('E03: looks alike and takes the same work for an address that is nobody’s', async (test) => {
    const { world, reach, browser, newBrowser, mails } = setup();
    const digests = countDigests(test);
    const told: unknown[] = [];
    const work: number[] = [];
    for (const [identifier, own] of [[agent, browser] as const, [nobody, newBrowser()] as const]) {
      const before = digests.callCount();
      const { transaction, step } = await reach('email-code', identifier, own);
      const wrong = await own.act(transaction, { action: 'verify_code', code: '1' });
      work.push(digests.callCount() - before);
      told.push(JSON.parse(JSON.stringify([step, wrong]).replaceAll(identifier, 'ADDRESS')));
    }
    assert.deepEqual(told[1], told[0]);
    assert.equal(work[1], work[0]);
    assert.deepEqual(mails(nobody), []);
    assert.equal(world.mailbox.length, 1);
  });

  it('E05: is good for three tries, and another code does not give an address more than five', async () => {
    const { world, browser, reach, mails } = setup();
    const { transaction } = await reach('email-code');
    const wrong = () => browser.act(transaction, { action: 'verify_code', code: 'none' });
    const told = [refusal(await wrong()), refusal(await wrong()), refusal(await wrong())];
    assert.deepEqual(told, ['invalid_credentials', 'invalid_credentials', 'link_expired']);
    const right = { action: 'verify_code', code: mails()[0]!.code! } as const;
    assert.equal(refusal(await browser.act(transaction, right)), 'link_expired');
    world.moveClock(30_000);
    await browser.act(transaction, { action: 'send_again' });
    assert.equal(mails().length, 2);
    assert.equal(refusal(await wrong()), 'invalid_credentials');
    const locked = await wrong();
    assert.ok(locked.step === 'code' && locked.refusal === 'locked' && locked.retryAfter === 60);
    const second = { action: 'verify_code', code: mails()[1]!.code! } as const;
    assert.equal(refusal(await browser.act(transaction, second)), 'locked');
    world.moveClock(minute);
    assert.equal((await browser.act(transaction, second)).step, 'done');
  });

  it('E05: cannot be guessed by many at once', async () => {
    const { browser, reach } = setup();
    const { transaction } = await reach('email-code');
    const codes = Array.from({ length: 20 }, (_, index) => String(index).padStart(6, '0'));
    await Promise.all(
      codes.map((code) => browser.act(transaction, { action: 'verify_code', code })),
    );
    const step = await browser.act(transaction, { action: 'verify_code', code: '1' });
    assert.ok(['locked', 'link_expired'].includes(refusal(step) ?? ''));
  });

  it('E06, E07: is good once, for ten minutes, in the sign-in that it was mailed for', async () => {
    const { world, browser, mails, reach, newBrowser } = setup();
    const first = await reach('email-code');
    const other = newBrowser();
    const second = await reach('email-code', agent, other);
    const codes = mails().map((mail) => mail.code!);
    assert.equal(codes.length, 2);
    const crossed = { action: 'verify_code', code: codes[0]! } as const;
    assert.equal(refusal(await other.act(second.transaction, crossed)), 'invalid_credentials');
    assert.equal((await browser.act(first.transaction, crossed)).step, 'done');
    assert.equal((await browser.act(first.transaction, crossed)).step, 'done');
    world.moveClock(10 * minute);
    const late = { action: 'verify_code', code: codes[1]! } as const;
    assert.equal(refusal(await other.act(second.transaction, late)), 'link_expired');
  });

  it('E14: is not mailed more than ten times an hour, whoever asks, known or not', async () => {
    for (const identifier of [agent, nobody]) {
      const { reach, newBrowser, mails } = setup();
      for (let turn = 0; turn < 10; turn += 1) {
        const { step } = await reach('email-code', identifier, newBrowser());
        assert.equal(refusal(step), undefined);
      }
      const { step } = await reach('magic-link', identifier, newBrowser());
      assert.equal(refusal(step), 'rate_limited');
      assert.ok(mails(identifier).length <= 10);
    }
  });

  it('is mailed again only after half a minute, also by going round another way', async () => {
    const { world, browser, mails, reach } = setup();
    const { transaction } = await reach('email-code');
    await browser.act(transaction, { action: 'send_again' });
    await browser.act(transaction, { action: 'use_method', method: 'password' });
    await browser.act(transaction, { action: 'use_method', method: 'email-code' });
    assert.equal(mails().length, 1);
    world.moveClock(30_000);
    await browser.act(transaction, { action: 'send_again' });
    assert.equal(mails().length, 2);
  });

  it('ends what whoever took the address before its owner came has left there', async () => {
    const { world, browser, newBrowser, mails, reach } = setup();
    world.users.set('user_agent_acme', {
      ...world.users.get('user_agent_acme')!,
      emailVerified: false,
    });
    const thief = newBrowser();
    assert.equal((await thief.prove(await thief.begin(), agent)).step, 'done');
    const { transaction } = await reach('email-code');
    await browser.act(transaction, { action: 'verify_code', code: mails()[0]!.code! });
    assert.equal(world.users.get('user_agent_acme')?.emailVerified, true);
    assert.equal((await thief.step(await thief.begin())).step, 'identifier');
    const again = await thief.prove(await thief.begin(), agent);
    assert.equal(refusal(again), 'invalid_credentials');
  });

  it('is what comes first where the application or the organization wants it', async () => {
    const { world, browser, mails } = setup();
    const acme = world.organizations.get('org_acme')!;
    world.organizations.set('org_acme', { ...acme, authentication: { methods: ['email-code'] } });
    const transaction = await browser.begin();
    const step = await browser.act(transaction, { action: 'identify', identifier: nobody });
    assert.ok(step.step === 'code');
    assert.deepEqual(step.methods, ['magic-link']);
    const way = { action: 'use_method', method: 'password' } as const;
    assert.equal((await browser.act(transaction, way)).step, 'code');
    await browser.act(transaction, { action: 'identify', identifier: agent });
    const done = { action: 'verify_code', code: mails()[0]!.code! } as const;
    assert.equal((await browser.act(transaction, done)).step, 'done');
  });
});

describe('a link by mail', () => {
  it('is used up by the person, not by opening it', async () => {
    const { world, server, browser, mails, reach } = setup();
    const { transaction, step } = await reach('magic-link');
    assert.ok(step.step === 'magic_link_sent');
    const [{ link } = { link: '' }] = mails();
    const found = await server.fetch(new Request(link!.split('#')[0]!, { method: 'HEAD' }));
    assert.notEqual(found.status, 500);
    for (let turn = 0; turn < 3; turn += 1) {
      assert.equal(await open(browser, world, link), transaction);
      assert.equal((await browser.step(transaction)).step, 'confirm_link');
    }
    const done = await browser.act(transaction, { action: 'confirm_link' });
    assert.ok(answerIn(done).get('code'));
  });

  it('E15: is good once', async () => {
    const { world, browser, newBrowser, mails, reach } = setup();
    const { transaction } = await reach('magic-link');
    const link = mails()[0]?.link;
    const other = newBrowser();
    const elsewhere = await open(other, world, link);
    await open(browser, world, link);
    await browser.act(transaction, { action: 'confirm_link' });
    const late = await other.act(elsewhere, { action: 'confirm_link' });
    assert.deepEqual([late.step, refusal(late)], ['link_over', 'link_expired']);
    assert.equal((await newBrowserAt(other, world, link)).step, 'link_over');
  });

  it('goes on where it is opened, and never lets in the browser that asked for it', async () => {
    const { world, browser, newBrowser, mails, reach } = setup();
    const { transaction } = await reach('magic-link');
    const other = newBrowser();
    const elsewhere = await open(other, world, mails()[0]?.link);
    assert.notEqual(elsewhere, transaction);
    const step = await other.step(elsewhere);
    assert.ok(step.step === 'confirm_link' && step.identifier === agent);
    const done = await other.act(elsewhere, { action: 'confirm_link' });
    // The application does not know this browser: it begins anew, and finds somebody signed in.
    assert.ok(done.step === 'done' && done.redirectTo === 'http://localhost:4300/?app=flights');
    assert.ok(answerIn(await other.authorize()).get('code'));
    assert.equal((await browser.step(transaction)).step, 'magic_link_sent');
    assert.equal((await browser.step(await browser.begin())).step, 'identifier');
  });

  it('gives no code in the other browser, however the person goes on there', async () => {
    const { world, newBrowser, mails, reach } = setup();
    await reach('magic-link');
    const other = newBrowser();
    const elsewhere = await open(other, world, mails()[0]?.link);
    await other.act(elsewhere, { action: 'restart' });
    const done = await other.prove(elsewhere, agent);
    assert.ok(done.step === 'done' && done.redirectTo === 'http://localhost:4300/?app=flights');
  });

  it('lets in no device but one whose code the person types themselves', async () => {
    const { world, server, browser, newBrowser, mails } = setup();
    const answer = await server.fetch(
      new Request(`${world.issuer}/device_authorization`, {
        method: 'POST',
        body: new URLSearchParams({ client_id: 'client_kiosk', scope: 'openid' }),
      }),
    );
    const { user_code: userCode } = (await answer.json()) as { user_code: string };
    const location = (await browser.send('/device')).headers.get('Location') ?? '';
    const asked = new URL(location).searchParams.get('tx') ?? '';
    await browser.act(asked, { action: 'enter_user_code', userCode });
    await browser.act(asked, { action: 'identify', identifier: agent });
    await browser.act(asked, { action: 'use_method', method: 'magic-link' });
    const victim = newBrowser();
    const elsewhere = await open(victim, world, mails()[0]?.link);
    const step = await victim.act(elsewhere, { action: 'confirm_link' });
    assert.deepEqual([step.step, 'userCode' in step], ['device', false]);
    const typed = await victim.act(elsewhere, { action: 'enter_user_code', userCode });
    assert.ok(typed.step === 'consent' && typed.userCode === userCode);
  });

  it('is worthless when it is old, replaced by a newer one, or the address is not theirs any more', async () => {
    const { world, browser, mails, reach } = setup();
    const { transaction } = await reach('magic-link');
    world.moveClock(30_000);
    await browser.act(transaction, { action: 'send_again' });
    const [first, second] = mails();
    assert.equal((await newBrowserAt(browser, world, first?.link)).step, 'link_over');
    assert.equal((await newBrowserAt(browser, world, second?.link)).step, 'confirm_link');
    const user = world.users.get('user_agent_acme')!;
    world.users.set('user_agent_acme', { ...user, email: 'renamed@acme.example' });
    assert.equal((await newBrowserAt(browser, world, second?.link)).step, 'link_over');
    world.users.set('user_agent_acme', user);
    world.moveClock(10 * minute);
    assert.equal((await newBrowserAt(browser, world, second?.link)).step, 'link_over');
  });

  it('W06: of another kind opens nothing here, nor does this one open anything else', async () => {
    const { world, server, browser, mails, reach } = setup();
    const { transaction } = await reach('magic-link');
    const secret = new URL(mails()[0]!.link!).hash.slice(1);
    assert.equal(
      refusal(await browser.act(transaction, { action: 'verify_code', code: secret.slice(0, 40) })),
      undefined,
    );
    const asKey = await server.fetch(
      new Request(`${world.issuer}/api/v1/me`, { headers: { Authorization: `Bearer ${secret}` } }),
    );
    assert.equal(asKey.status, 401);
    for (const wrong of [secret.slice(0, -1), `${secret}a`, transaction, 'tsl_']) {
      const link = `${world.issuer}/login/link#${wrong}`;
      assert.equal((await newBrowserAt(browser, world, link)).step, 'link_over');
    }
  });

  it('S02: is not opened for another site', async () => {
    const { browser, mails, reach } = setup();
    const { transaction } = await reach('magic-link');
    const secret = new URL(mails()[0]!.link!).hash.slice(1);
    const response = await browser.send(`/login/api/${transaction}/follow`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: 'https://evil.example' },
      body: JSON.stringify({ secret }),
    });
    assert.equal(response.status, 403);
    assert.equal((await browser.step(transaction)).step, 'magic_link_sent');
  });
});

async function newBrowserAt(browser: TrialBrowser, world: { issuer: string }, link?: string) {
  return browser.step(await open(browser, world, link));
}
