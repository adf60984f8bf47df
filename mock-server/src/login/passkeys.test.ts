import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LoginStep, LoginStepOf } from '@tesserakit/contract';
import { base64url, decodeJwt } from 'jose';
import { seeds } from '../seeds/index.ts';
import { createServer } from '../server.ts';
import { authenticator, type Otherwise } from '../trial/authenticator.ts';
import { answerIn, redeem, trialBrowser, type TrialBrowser } from '../trial/browser.ts';
import { createWorld } from '../world.ts';
import { endSessionsOf } from './sessions.ts';

const agent = 'agent@acme.example';
const teller = 'teller@juniper.example';
const rewards = { client_id: 'client_rewards' };

function setup(issuer = 'http://localhost:4400') {
  const world = createWorld(seeds.default, {
    now: () => Date.parse('2026-03-01T12:00:00Z'),
    issuer,
  });
  const server = createServer(world);
  const visit = () => trialBrowser(world, server);
  /** A sign-in as far as the offer of a passkey. */
  const offered = async (email = agent) => {
    const browser = visit();
    const tx = await browser.begin(rewards);
    return { browser, tx, step: await browser.prove(tx, email) };
  };
  /** A device with a passkey of somebody. */
  const enrolled = async (email = agent, some: Otherwise = {}) => {
    const { browser, tx, step } = await offered(email);
    const device = await authenticator(issuer);
    const made = await device.make(is(step, 'passkey_offer').options, some);
    return { device, made, browser, tx, after: await browser.act(tx, made) };
  };
  return { world, server, visit, offered, enrolled };
}

function is<Name extends LoginStep['step']>(step: LoginStep, name: Name): LoginStepOf<Name> {
  assert.equal(step.step, name);
  return step as LoginStepOf<Name>;
}

/** What the first step asks a passkey for. */
async function askedBy(browser: TrialBrowser, tx: string) {
  const { passkey } = is(await browser.step(tx), 'identifier');
  assert.ok(passkey);
  return passkey;
}

describe('a passkey', () => {
  it('is offered after a password, made once, and lets its person in as with two factors', async () => {
    const { world, server, visit, enrolled } = setup();
    const { device, after } = await enrolled();
    is(after, 'done');
    const browser = visit();
    const tx = await browser.begin({ acr_values: '2' });
    const signed = await device.sign(await askedBy(browser, tx));
    const code = answerIn(is(await browser.act(tx, signed), 'done')).get('code');
    const { body } = await redeem(world, server, code);
    const claims = decodeJwt(body['id_token'] ?? '');
    assert.equal(claims.sub, 'user_agent_acme');
    assert.deepEqual([claims['amr'], claims['acr']], [['hwk', 'mfa'], '2']);
  });

  it('is not offered again to whoever has one, or has said no lately', async () => {
    const { world, offered, enrolled } = setup();
    await enrolled();
    is((await offered()).step, 'done');
    const { browser, tx, step } = await offered('shopper@mail.example');
    is(step, 'passkey_offer');
    is(await browser.act(tx, { action: 'skip_passkey' }), 'done');
    is((await offered('shopper@mail.example')).step, 'done');
    world.moveClock(31 * 86_400_000);
    is((await offered('shopper@mail.example')).step, 'passkey_offer');
  });

  it('is not offered where the server has no name for which browsers make them', async () => {
    const { visit, offered } = setup('http://127.0.0.1:4400');
    is((await offered()).step, 'done');
    const browser = visit();
    const tx = await browser.begin();
    assert.equal('passkey' in (await browser.step(tx)), false);
    const step = await browser.act(tx, { action: 'identify', identifier: agent });
    assert.equal(is(step, 'password').methods?.includes('passkey'), false);
  });

  const wrong: Readonly<Record<string, Otherwise>> = {
    'for another origin': { origin: 'http://localhost:4300' },
    'for another name': { rpId: 'evil.example' },
    'for another challenge': { challenge: base64url.encode('another') },
    'without the person there': { flags: 0 },
    'without knowing that it is they': { flags: 0x01 },
    'of another kind': { type: 'payment.get' },
    'of somebody else': { userHandle: base64url.encode('user_both') },
  };

  for (const [how, some] of Object.entries(wrong)) {
    it(`W06: is refused when it signs ${how}`, async () => {
      const { visit, enrolled } = setup();
      const { device } = await enrolled();
      const browser = visit();
      const tx = await browser.begin();
      const asked = await askedBy(browser, tx);
      const refused = is(await browser.act(tx, await device.sign(asked, some)), 'passkey');
      assert.equal(refused.refusal, 'invalid_credentials');
      const signed = await device.sign(refused.options);
      is(await browser.act(tx, signed), 'done');
    });
  }

  it('is not made for another origin, name or challenge, nor without its person', async () => {
    const { world, offered } = setup();
    for (const [how, some] of Object.entries(wrong)) {
      if (how === 'of somebody else') continue;
      const { browser, tx, step } = await offered();
      const device = await authenticator(world.issuer);
      const made = await device.make(is(step, 'passkey_offer').options, some);
      assert.equal(is(await browser.act(tx, made), 'passkey_offer').refusal, 'validation_failed');
    }
    assert.equal(world.passkeys.size, 0);
  });

  it('S01: signs a challenge that is good once, in the sign-in it was given for', async () => {
    const { visit, enrolled } = setup();
    const { device } = await enrolled();
    const [one, other] = [visit(), visit()];
    const [tx, theirs] = [await one.begin(), await other.begin()];
    const signed = await device.sign(await askedBy(one, tx));
    is(await other.act(theirs, signed), 'passkey');
    is(await one.act(tx, { ...signed, signature: 'AAAA' }), 'passkey');
    is(await one.act(tx, signed), 'passkey');
  });

  it('is found to be copied by its count, and is never good again', async () => {
    const { world, visit, enrolled } = setup();
    const { device } = await enrolled(agent, { counter: 7 });
    const enter = async (some: Otherwise) => {
      const browser = visit();
      const tx = await browser.begin();
      return browser.act(tx, await device.sign(await askedBy(browser, tx), some));
    };
    is(await enter({ counter: 8 }), 'done');
    is(await enter({ counter: 8 }), 'passkey');
    is(await enter({ counter: 9 }), 'passkey');
    const event = world.audit.at(-1);
    assert.deepEqual([event?.outcome, event?.target?.id], ['denied', 'user_agent_acme']);
  });

  it('leaves nobody to put another factor in its place by a password alone, once it was copied', async () => {
    const { world, visit, offered, enrolled } = setup();
    await enrolled();
    const [passkey] = world.passkeys.values();
    world.passkeys.set(passkey!.credentialId, { ...passkey!, cloned: true });
    is((await offered()).step, 'done');
    const browser = visit();
    const tx = await browser.begin({ acr_values: '2' });
    is(await browser.prove(tx, agent), 'no_access');
  });

  it('is taken only where the application offers it', async () => {
    const { world, visit, enrolled } = setup();
    const { device } = await enrolled();
    const browser = visit();
    const tx = await browser.begin();
    const signed = await device.sign(await askedBy(browser, tx));
    const flights = world.applications.get('app_flights')!;
    world.applications.set('app_flights', { ...flights, signIn: { methods: ['password'] } });
    is(await browser.act(tx, signed), 'identifier');
  });

  it('S12: is not kept of a person who was shut out meanwhile', async () => {
    const { world, offered } = setup();
    const { browser, tx, step } = await offered();
    const device = await authenticator(world.issuer);
    const answer = browser.act(tx, await device.make(is(step, 'passkey_offer').options));
    // As far as the server is at work on it.
    while (
      world.authorization.transactions.get(tx)?.challenge ===
      is(step, 'passkey_offer').options.challenge
    ) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    endSessionsOf(world, 'user_agent_acme');
    await answer;
    assert.equal(world.passkeys.size, 0);
  });

  it('calls a person by a text that nobody can guess, and the same one each time', async () => {
    const { world, offered, enrolled } = setup();
    const { made } = await enrolled();
    const { userHandle = '' } = world.passkeys.get(made.credentialId) ?? {};
    assert.equal(base64url.decode(userHandle).length, 32);
    const { step } = await offered('both@acme.example');
    assert.notEqual(is(step, 'passkey_offer').options.user.id, userHandle);
  });

  it('E01: is asked for in the same words for known and unknown addresses', async () => {
    const { visit, enrolled } = setup();
    await enrolled();
    const steps: LoginStep[] = [];
    for (const identifier of [agent, 'nobody@acme.example']) {
      const browser = visit();
      const tx = await browser.begin();
      await browser.act(tx, { action: 'identify', identifier });
      steps.push(await browser.act(tx, { action: 'use_method', method: 'passkey' }));
    }
    const looks = steps.map((step) => {
      const { identifier, options, ...rest } = is(step, 'passkey');
      assert.ok(identifier);
      return { ...rest, options: { ...options, challenge: '' } };
    });
    assert.deepEqual(looks[0], looks[1]);
    assert.deepEqual(looks[0]?.options.allowCredentials, []);
  });

  it('is a second factor, and brings codes for the day on which it is lost', async () => {
    const { world, visit } = setup();
    const device = await authenticator(world.issuer);
    const browser = visit();
    const tx = await browser.begin();
    const { passkey } = is(await browser.prove(tx, teller), 'mfa_enroll');
    const made = await device.make(passkey!);
    assert.equal(is(await browser.act(tx, made), 'recovery_codes').codes.length, 10);
    is(await browser.act(tx, { action: 'keep_codes' }), 'done');
    const next = visit();
    const later = await next.begin();
    const step = is(await next.prove(later, teller), 'mfa');
    assert.deepEqual([step.way, step.ways], ['passkey', ['passkey', 'recovery-code']]);
    assert.equal(step.passkey?.allowCredentials?.length, 1);
    is(await next.act(later, await device.sign(step.passkey!)), 'done');
  });

  it('E07: is no second factor of somebody else', async () => {
    const { world, visit, enrolled } = setup();
    const { device: strange } = await enrolled();
    const own = await authenticator(world.issuer);
    const browser = visit();
    const tx = await browser.begin();
    const { passkey } = is(await browser.prove(tx, teller), 'mfa_enroll');
    await browser.act(tx, await own.make(passkey!));
    const next = visit();
    const later = await next.begin();
    const step = is(await next.prove(later, teller), 'mfa');
    const refused = is(await next.act(later, await strange.sign(step.passkey!)), 'mfa');
    assert.equal(refused.refusal, 'invalid_credentials');
  });

  it('is not added by a password alone where there is another factor', async () => {
    const { world, offered } = setup();
    const totp = { secret: 'TESSERADEMOTESSERADEMOTESSERADEM', lastStep: 0 };
    world.factors.set('user_agent_acme', { totp });
    is((await offered()).step, 'done');
    const { browser, tx, step } = await offered('shopper@mail.example');
    world.factors.set('user_shopper', { totp });
    const device = await authenticator(world.issuer);
    const made = await device.make(is(step, 'passkey_offer').options);
    assert.equal(is(await browser.act(tx, made), 'passkey_offer').refusal, 'mfa_required');
    assert.equal(world.passkeys.size, 0);
  });

  it('S12: lets nobody in who was shut out or deleted', async () => {
    const { world, visit, enrolled } = setup();
    const { device } = await enrolled();
    const user = world.users.get('user_agent_acme')!;
    world.users.set('user_agent_acme', { ...user, status: 'disabled' });
    const browser = visit();
    const tx = await browser.begin();
    is(await browser.act(tx, await device.sign(await askedBy(browser, tx))), 'passkey');
  });
});
