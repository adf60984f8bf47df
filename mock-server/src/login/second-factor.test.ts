import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LoginAction, LoginStep, LoginStepOf } from '@tesserakit/contract';
import { decodeJwt } from 'jose';
import { Secret, TOTP } from 'otpauth';
import { signInsOf } from '../directory/sessions.ts';
import { seeds } from '../seeds/index.ts';
import { createServer } from '../server.ts';
import { endSessionsOf } from './sessions.ts';
import {
  answerIn,
  askForTokens,
  password,
  redeem,
  trialBrowser,
  type TrialBrowser,
} from '../trial/browser.ts';
import { createWorld, type World } from '../world.ts';

const secret = 'TESSERADEMOTESSERADEMOTESSERADEM';
const admin = 'admin@juniper.example';
const teller = 'teller@juniper.example';
const minute = 60_000;

function setup() {
  const world = createWorld(seeds.default, { now: () => Date.parse('2026-03-01T12:00:00Z') });
  const server = createServer(world);
  const codeAt = (seconds = 0, of = secret) =>
    new TOTP({ secret: Secret.fromBase32(of) }).generate({
      timestamp: world.now() + seconds * 1000,
    });
  /** A sign-in as far as the password; in a browser of its own, unless one is named. */
  const at = async (email: string, some: Record<string, string> = {}, browser?: TrialBrowser) => {
    const own = browser ?? trialBrowser(world, server);
    const tx = await own.begin(some);
    return {
      browser: own,
      tx,
      step: await own.prove(tx, email),
      act: (action: LoginAction) => own.act(tx, action),
      verify: (code: string) => own.act(tx, { action: 'verify_totp', code }),
      recover: (code: string) => own.act(tx, { action: 'verify_recovery_code', code }),
    };
  };
  return { world, server, codeAt, at };
}

function is<Name extends LoginStep['step']>(step: LoginStep, name: Name): LoginStepOf<Name> {
  assert.equal(step.step, name);
  return step as LoginStepOf<Name>;
}

/** From now on the organization lets nobody act for it by one factor alone. */
function demandAt(world: World, organizationId: string): void {
  const organization = world.organizations.get(organizationId)!;
  const authentication = { requiresSecondFactor: true };
  world.organizations.set(organizationId, { ...organization, authentication });
}

async function claimsOf({ world, server }: ReturnType<typeof setup>, step: LoginStep) {
  const { body } = await redeem(world, server, answerIn(step).get('code'));
  return { claims: decodeJwt(body['id_token'] ?? ''), refreshToken: body['refresh_token'] ?? '' };
}

describe('a second factor', () => {
  it('is asked for where the organization demands one, and stands in the tokens', async () => {
    const stage = setup();
    const { step, verify } = await stage.at(admin);
    const { way, ways, organization } = is(step, 'mfa');
    assert.deepEqual([way, ways], ['totp', ['totp', 'recovery-code']]);
    assert.equal(organization?.name, 'Juniper Bank');
    const { claims } = await claimsOf(stage, await verify(stage.codeAt()));
    assert.deepEqual(claims['amr'], ['pwd', 'otp', 'mfa']);
    assert.equal(claims['acr'], '2');
    assert.equal(claims['org_id'], 'org_juniper');
    const [signIn] = signInsOf(stage.world, 'user_admin_juniper');
    assert.deepEqual(signIn?.methods, ['pwd', 'otp', 'mfa']);
  });

  it('is not asked for twice within half a day, and is afterwards', async () => {
    const { at, codeAt, world } = setup();
    const { browser, verify } = await at(admin);
    is(await verify(codeAt()), 'done');
    assert.ok(answerIn(await browser.authorize()).has('code'));
    world.moveClock(8 * 60 * minute);
    is((await at(admin, {}, browser)).step, 'done');
    world.moveClock(4 * 60 * minute);
    is(await browser.step(await browser.begin()), 'mfa');
  });

  it('is asked for again where the request wants the person to prove themselves anew', async () => {
    const { at, codeAt, world } = setup();
    const { browser, verify } = await at(admin);
    is(await verify(codeAt()), 'done');
    world.moveClock(minute);
    const again = await at(admin, { prompt: 'login' }, browser);
    is(again.step, 'mfa');
    is(await again.verify(codeAt()), 'done');
    world.moveClock(minute);
    assert.ok(answerIn(await browser.authorize({ max_age: '90' })).has('code'));
    is((await at(admin, { max_age: '30' }, browser)).step, 'mfa');
  });

  it('is asked for where the application wants it of this sign-in, and of nobody else', async () => {
    const stage = setup();
    const { world, at } = stage;
    const agent = 'agent@acme.example';
    const { claims } = await claimsOf(stage, (await at(agent)).step);
    assert.deepEqual([claims['amr'], claims['acr']], [['pwd'], '1']);
    is((await at(agent, { acr_values: '3 2 1' })).step, 'mfa_enroll');
    is((await at(agent, { acr_values: '1 2' })).step, 'done');
    const essential = { id_token: { acr: { essential: true, values: ['2'] } } };
    is((await at(agent, { claims: JSON.stringify(essential) })).step, 'mfa_enroll');
    const flights = world.applications.get('app_flights')!;
    world.applications.set('app_flights', { ...flights, signIn: { requiresSecondFactor: true } });
    is((await at(agent)).step, 'mfa_enroll');
  });

  it('keeps a silent request out until it is there', async () => {
    const { at, codeAt } = setup();
    const { browser, verify } = await at(admin);
    const silently = async (some = {}) =>
      answerIn(await browser.authorize({ prompt: 'none', ...some }));
    assert.equal((await silently()).get('error'), 'interaction_required');
    is(await verify(codeAt()), 'done');
    assert.ok((await silently()).has('code'));
    assert.ok((await silently({ acr_values: '2' })).has('code'));
    const { browser: other } = await at('agent@acme.example');
    const level = answerIn(await other.authorize({ prompt: 'none', acr_values: '2' }));
    assert.equal(level.get('error'), 'interaction_required');
  });

  it('ends what was given without it as soon as the organization demands one', async () => {
    const stage = setup();
    const { world, server, at } = stage;
    const { refreshToken } = await claimsOf(stage, (await at('agent@acme.example')).step);
    demandAt(world, 'org_acme');
    const form = { grant_type: 'refresh_token', refresh_token: refreshToken };
    assert.equal((await askForTokens(world, server, form)).body['error'], 'invalid_grant');
  });

  it('E06: is refused when a one-time password was used before, in its window and in another sign-in', async () => {
    const { at, codeAt, world } = setup();
    const code = codeAt();
    is(await (await at(admin)).verify(code), 'done');
    const { verify } = await at(admin);
    assert.equal(is(await verify(code), 'mfa').refusal, 'invalid_credentials');
    assert.equal(is(await verify(codeAt(-30)), 'mfa').refusal, 'invalid_credentials');
    is(await verify(codeAt(30)), 'done');
    world.moveClock(30_000);
    const last = await (await at(admin)).verify(codeAt());
    assert.equal(is(last, 'mfa').refusal, 'invalid_credentials');
  });

  it('E06: lets one of two in who bring the same one-time password at once', async () => {
    const { at, codeAt } = setup();
    const both = [await at(admin), await at(admin)];
    const answers = await Promise.all(both.map(({ verify }) => verify(codeAt())));
    assert.deepEqual(answers.map(({ step }) => step).sort(), ['done', 'mfa']);
  });

  it('is good one interval before and after, and no longer', async () => {
    for (const [seconds, step] of [
      [-60, 'mfa'],
      [-30, 'done'],
      [30, 'done'],
      [60, 'mfa'],
    ] as const) {
      const { at, codeAt } = setup();
      is(await (await at(admin)).verify(codeAt(seconds)), step);
    }
  });

  it('E05: can be tried five times in all, in however many sign-ins, and then after a wait', async () => {
    const { at, codeAt, world } = setup();
    const first = await at(admin);
    for (let tries = 0; tries < 3; tries += 1) await first.verify('000000');
    const { verify, recover } = await at(admin);
    assert.equal(is(await verify('000000'), 'mfa').refusal, 'invalid_credentials');
    const locked = is(await recover('AAAA-BBBB-CCCC-DDDD'), 'mfa');
    assert.deepEqual([locked.refusal, locked.retryAfter], ['locked', 60]);
    assert.equal(is(await verify(codeAt()), 'mfa').refusal, 'locked');
    world.moveClock(minute);
    is(await verify(codeAt()), 'done');
  });

  it('E08: is not reached without the password, so that nobody locks out somebody else', async () => {
    const { at, codeAt } = setup();
    const stranger = await at('nobody@juniper.example');
    await stranger.act({ action: 'identify', identifier: admin });
    for (let tries = 0; tries < 6; tries += 1) is(await stranger.verify('000000'), 'password');
    is(await (await at(admin)).verify(codeAt()), 'done');
  });

  it('is proved by a recovery code, each of them once, however it is typed', async () => {
    const { at } = setup();
    const first = await at(admin);
    const choice = await first.act({ action: 'choose_factor', factor: 'recovery-code' });
    assert.equal(is(choice, 'mfa').codesLeft, 2);
    is(await first.recover('tess erad ema2 2222'), 'done');
    const { recover, act } = await at(admin);
    is(await recover('TESS-ERAD-EMA2-2222'), 'mfa');
    const { codes } = is(await recover('TESSERADEMA33333'), 'recovery_codes');
    assert.equal(codes.length, 10);
    is(await act({ action: 'keep_codes' }), 'done');
  });

  it('is added by whoever has none and proved the first one, with codes that are shown once', async () => {
    const stage = setup();
    const { world, at, codeAt } = stage;
    const { step, act } = await at(teller);
    const enrolment = is(step, 'mfa_enroll');
    assert.equal(new URL(enrolment.address).searchParams.get('secret'), enrolment.secret);
    const wrong = await act({ action: 'enroll_totp', code: '000000' });
    assert.equal(is(wrong, 'mfa_enroll').refusal, 'invalid_credentials');
    assert.equal(world.factors.get('user_teller_juniper'), undefined);
    const code = codeAt(0, enrolment.secret);
    const { codes } = is(await act({ action: 'enroll_totp', code }), 'recovery_codes');
    const kept = JSON.stringify(world.factors.get('user_teller_juniper'));
    assert.equal(new Set(codes).size, 10);
    assert.ok(codes.every((one) => !kept.includes(one)));
    const done = await act({ action: 'keep_codes' });
    assert.equal((await claimsOf(stage, done)).claims['acr'], '2');
    const next = await at(teller);
    is(next.step, 'mfa');
    is(await next.recover(codes[0]!), 'done');
  });

  it('E07: takes no code of another purpose or person', async () => {
    const { at, codeAt } = setup();
    const other = await at(teller);
    const { secret: own } = is(other.step, 'mfa_enroll');
    is(await other.act({ action: 'enroll_totp', code: codeAt() }), 'mfa_enroll');
    is(await other.verify(codeAt(0, own)), 'mfa_enroll');
    is(await other.recover('TESS-ERAD-EMA2-2222'), 'mfa_enroll');
    const { act } = await at(admin);
    is(await act({ action: 'enroll_totp', code: codeAt() }), 'mfa');
    is(await act({ action: 'verify_code', code: codeAt() }), 'mfa');
  });

  it('is not added by whoever was only vouched for, who has to prove themselves first', async () => {
    const { world, at } = setup();
    const { browser } = await at('admin@cirrus.example');
    const [session] = world.authorization.sessions.values();
    const passage = { organizationId: 'org_cirrus', connectionId: 'connection_cirrus' };
    Object.assign(session!, { methods: ['fed'], through: [passage] });
    demandAt(world, 'org_cirrus');
    const tx = await browser.begin({ client_id: 'client_ledger' });
    assert.equal(is(await browser.step(tx), 'password').identifier, 'admin@cirrus.example');
    const action = { action: 'verify_password', password } as const;
    is(await browser.act(tx, action), 'mfa_enroll');
  });

  it('leaves nobody in who was shut out while they proved it', async () => {
    const { at, codeAt, world } = setup();
    const { verify } = await at(admin);
    const user = world.users.get('user_admin_juniper')!;
    const answer = verify(codeAt());
    world.users.set('user_admin_juniper', { ...user, status: 'disabled' });
    assert.notEqual((await answer).step, 'done');
  });

  it('S12: is not added by whoever was shut out meanwhile', async (test) => {
    const { world, at } = setup();
    const { step, act } = await at(teller);
    const { secret: own } = is(step, 'mfa_enroll');
    const code = new TOTP({ secret: Secret.fromBase32(own) }).generate({ timestamp: world.now() });
    // While the server works out what it will keep.
    const digest = crypto.subtle.digest.bind(crypto.subtle);
    test.mock.method(crypto.subtle, 'digest', (...sent: Parameters<typeof digest>) => {
      endSessionsOf(world, 'user_teller_juniper');
      return digest(...sent);
    });
    is(await act({ action: 'enroll_totp', code }), 'identifier');
    assert.equal(world.factors.get('user_teller_juniper'), undefined);
  });

  it('E08: cannot be locked by somebody who types the name of its person as an address', async () => {
    const { at, codeAt } = setup();
    for (const identifier of ['user_admin_juniper', 'second factor of user_admin_juniper']) {
      const stranger = await at(identifier);
      for (let turn = 0; turn < 6; turn += 1) {
        await stranger.act({ action: 'verify_password', password: 'a wrong guess' });
      }
    }
    const { verify } = await at(admin);
    is(await verify(codeAt()), 'done');
  });

  it('counts in no tokens of a sign-in that was to prove everything anew', async () => {
    const stage = setup();
    const { world, server, at } = stage;
    const { browser } = await at('agent@acme.example');
    const [session] = world.authorization.sessions.values();
    Object.assign(session!, { factor: { methods: ['otp'], at: world.now() } });
    const { body } = await redeem(world, server, answerIn(await browser.authorize()).get('code'));
    assert.equal(decodeJwt(body['id_token'] ?? '')['acr'], '2');
    world.moveClock(minute);
    const again = await at('agent@acme.example', { prompt: 'login' }, browser);
    const { claims } = await claimsOf(stage, again.step);
    assert.deepEqual([claims['acr'], claims['amr']], ['1', ['pwd']]);
  });

  it('is asked for again by an organization that somebody turns to long after it was proved', async () => {
    const stage = setup();
    const { world, server, at } = stage;
    const { act } = await at('both@acme.example');
    const [session] = world.authorization.sessions.values();
    Object.assign(session!, { factor: { methods: ['otp'], at: world.now() } });
    const choice = { action: 'choose_organization', organizationId: 'org_borealis' } as const;
    const { refreshToken } = await claimsOf(stage, await act(choice));
    demandAt(world, 'org_acme');
    const turn = () =>
      askForTokens(world, server, {
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
        org_id: 'org_acme',
      });
    assert.equal((await turn()).status, 200);
    const old = { methods: ['otp'], at: world.now() - 13 * 60 * minute };
    for (const { entry } of world.authorization.families.values()) {
      Object.assign(entry, { factor: old });
    }
    assert.equal((await turn()).body['error'], 'interaction_required');
  });

  it('S01: changes the cookie of the session', async () => {
    const { at, codeAt, world } = setup();
    const { verify } = await at(admin);
    const [session] = world.authorization.sessions.values();
    const before = session!.secret;
    is(await verify(codeAt()), 'done');
    assert.notEqual(session!.secret, before);
  });
});

describe('the age of a sign-in', () => {
  it('S08: ends it where the organization says so: for refreshed tokens, silent requests and pages', async () => {
    const stage = setup();
    const { world, server, at, codeAt } = stage;
    const { browser, verify } = await at(admin);
    const { refreshToken } = await claimsOf(stage, await verify(codeAt()));
    const refresh = (token: string) =>
      askForTokens(world, server, { grant_type: 'refresh_token', refresh_token: token });
    world.moveClock(479 * minute);
    const renewed = await refresh(refreshToken);
    assert.equal(renewed.status, 200);
    world.moveClock(minute);
    const { body } = await refresh(renewed.body['refresh_token'] ?? '');
    assert.equal(body['error'], 'invalid_grant');
    const silent = answerIn(await browser.authorize({ prompt: 'none' }));
    assert.equal(silent.get('error'), 'interaction_required');
    const later = await browser.begin();
    assert.equal(is(await browser.step(later), 'password').identifier, admin);
    is(await browser.prove(later, admin), 'done');
  });

  it('is of no account for an organization that says nothing', async () => {
    const { at, world } = setup();
    const { browser, step } = await at('agent@acme.example');
    is(step, 'done');
    world.moveClock(11 * 60 * minute);
    assert.ok(answerIn(await browser.authorize({ prompt: 'none' })).has('code'));
  });

  it('lets the person go on for the organization that they had chosen', async () => {
    const { at, world } = setup();
    const acme = world.organizations.get('org_acme')!;
    world.organizations.set('org_acme', { ...acme, authentication: { sessionMinutes: 60 } });
    const { browser } = await at('both@acme.example');
    world.moveClock(60 * minute);
    const tx = await browser.begin();
    const choice = { action: 'choose_organization', organizationId: 'org_acme' } as const;
    is(await browser.act(tx, choice), 'password');
    is(await browser.act(tx, { action: 'verify_password', password }), 'done');
  });
});
