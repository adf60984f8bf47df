import assert from 'node:assert/strict';
import type { LoginAction, LoginStep } from '@tesserakit/contract';
import { decodeJwt } from 'jose';
import { Secret, TOTP } from 'otpauth';
import { askForTokens, password, redirectUri, verifier } from '../browser.ts';
import { everyCodeIsKnown, lookAt, lookForCode } from './checks.ts';
import {
  hour,
  isAlive,
  totpSecret,
  transactionLife,
  turn,
  type KnownFamily,
  type Stage,
  type Tab,
} from './stage.ts';
import {
  clients,
  demandsTwo,
  entersPersonally,
  entriesOf,
  mayEnter,
  organizations,
  people,
  revocations,
  type UserId,
} from './truth.ts';

/** Draws one of a list by a number. */
type Draw = <T>(list: readonly T[]) => T | undefined;

/** Something that somebody does; answers whether it came to anything. */
export type Deed = (stage: Stage, draw: Draw) => Promise<string | undefined>;

const prompts = ['', '', '', 'login', 'select_account', 'consent', 'none', 'none'] as const;
const userIds = Object.keys(people) as UserId[];
const partner = { client_secret: 'Tessera-demo-client-1!' };

const begin: Deed = async (stage, draw) => {
  const index = draw([0, 1])!;
  const clientId = draw([...clients, 'client_flights', 'client_trip_reports'] as const)!;
  const prompt = draw(prompts)!;
  const requested = draw([undefined, undefined, undefined, undefined, ...organizations]);
  const maxAge = draw([undefined, undefined, '3600', '0']);
  const answer = await stage.browsers[index]!.authorize({
    client_id: clientId,
    ...(prompt && { prompt }),
    ...(requested !== undefined && { org_id: requested }),
    ...(maxAge !== undefined && { max_age: maxAge }),
  });
  const session = stage.sessions[index];
  const age = stage.world.now() - (session?.provedAt ?? 0);
  const counts =
    isAlive(stage, session) &&
    prompt !== 'login' &&
    (maxAge === undefined || age < Number(maxAge) * 1000);
  const location = new URL(answer.headers.get('Location') ?? '');
  const tab: Tab = {
    browser: index,
    transactionId: location.searchParams.get('tx') ?? '',
    clientId,
    requested,
    prompt,
    maxAge: maxAge === undefined ? undefined : Number(maxAge),
    beganAt: stage.world.now(),
    turns: stage.turns,
    named: undefined,
    session: counts ? session : undefined,
    chosen: undefined,
    allowed: undefined,
  };
  if (location.href.startsWith(redirectUri)) {
    lookForCode(stage, tab, location.href);
    return location.searchParams.get('error') ?? 'at once';
  }
  assert.notEqual(prompt, 'none', 'no page is shown where none may be');
  stage.tabs.push(tab);
  return 'begun';
};

/** Any action in any tab, whether it fits the step or not. */
const act: Deed = async (stage, draw) => {
  const tab = draw(stage.tabs.slice(-4));
  if (!tab) return undefined;
  const userId = draw(userIds)!;
  const action = draw<LoginAction>([
    { action: 'identify', identifier: people[userId] },
    { action: 'verify_password', password },
    { action: 'verify_password', password: 'wrong' },
    { action: 'use_method', method: 'email-code' },
    { action: 'use_method', method: 'magic-link' },
    { action: 'use_method', method: 'password' },
    { action: 'verify_code', code: mailedCode(stage, people[userId]) },
    { action: 'verify_code', code: '000000' },
    { action: 'send_again' },
    { action: 'confirm_link' },
    { action: 'verify_totp', code: oneTimeCode(stage) },
    { action: 'verify_totp', code: '000000' },
    { action: 'verify_recovery_code', code: '000000' },
    { action: 'enroll_totp', code: oneTimeCode(stage) },
    { action: 'keep_codes' },
    { action: 'skip_passkey' },
    { action: 'choose_organization', organizationId: draw(organizations)! },
    { action: 'allow' },
    { action: 'change_organization' },
    { action: 'enter_user_code', userCode: 'BBBB-BBBB' },
    { action: 'restart' },
    { action: 'cancel' },
  ])!;
  const step = await actIn(stage, tab, action);
  return `${action.action}: ${step.step}`;
};

async function actIn(stage: Stage, tab: Tab, action: LoginAction): Promise<LoginStep> {
  const browser = stage.browsers[tab.browser]!;
  const before = await browser.step(tab.transactionId);
  const step = await browser.act(tab.transactionId, action);
  if (before.step === 'expired' || before.step === 'done') {
    lookAt(stage, tab, step);
    return step;
  }
  note(stage, tab, action, before, step);
  lookAt(stage, tab, step);
  return step;
}

/** Steps at which nobody is known yet, and somebody may still say who they are. */
const open = new Set<string>(['identifier', 'password', 'code', 'magic_link_sent', 'passkey']);

/** Keeps in mind what the person did, where the step was one at which it counts. */
function note(
  stage: Stage,
  tab: Tab,
  action: LoginAction,
  before: LoginStep,
  after: LoginStep,
): void {
  const at = before.step;
  if (action.action === 'identify' && open.has(at)) {
    tab.named = userIds.find((userId) => people[userId] === action.identifier);
  }
  if (action.action === 'restart') {
    Object.assign(tab, { named: undefined, session: undefined, chosen: undefined });
    tab.allowed = undefined;
  }
  if (action.action === 'choose_organization' && at === 'select_organization') {
    tab.chosen = action.organizationId;
  }
  if (action.action === 'change_organization' && at === 'consent') tab.chosen = undefined;
  if (action.action === 'allow' && before.step === 'consent') {
    tab.allowed = before.organization?.organizationId ?? null;
  }
  if (action.action === 'verify_totp' && at === 'mfa' && after.step !== 'mfa') {
    const { session } = tab;
    assert.ok(session && isAlive(stage, session), 'the first factor was proved');
    assert.equal(action.code, oneTimeCode(stage), 'the code was right');
    const used = `${session.userId} ${action.code}`;
    assert.ok(!stage.usedCodes.has(used), 'nobody used it before');
    stage.usedCodes.add(used);
    session.factorAt = stage.world.now();
  }
  if (action.action === 'verify_code' && at === 'code' && after.step !== 'code') {
    assert.ok(tab.named, 'somebody was named');
    assert.equal(action.code, mailedCode(stage, people[tab.named]), 'the code was mailed to them');
    prove(stage, tab, tab.named);
  }
  if (action.action === 'verify_password' && at === 'password' && tab.named) {
    // The password was right, and was looked at: then the person is known, and not before.
    if (action.password !== password || after.step === 'password') return;
    prove(stage, tab, tab.named);
  }
}

function prove(stage: Stage, tab: Tab, userId: UserId): void {
  const former = stage.sessions[tab.browser];
  const now = stage.world.now();
  if (isAlive(stage, former) && former?.userId === userId) former.provedAt = now;
  else {
    if (former) former.ended = true;
    stage.sessions[tab.browser] = { userId, provedAt: now, factorAt: undefined, ended: false };
  }
  tab.session = stage.sessions[tab.browser];
}

/** The last code that went to an address. */
function mailedCode({ world }: Stage, address: string): string {
  return world.mailbox.findLast(({ to, code }) => to === address && code)?.code ?? '111111';
}

/** What the app of everybody who has one shows at this moment. */
function oneTimeCode({ world }: Stage): string {
  return new TOTP({ secret: Secret.fromBase32(totpSecret) }).generate({ timestamp: world.now() });
}

/** Goes on to the end as the pages would, and comes to it where there is access. */
const complete: Deed = async (stage, draw) => {
  const tab = draw(stage.tabs.slice(-3));
  if (!tab) return undefined;
  const browser = stage.browsers[tab.browser]!;
  const wanted = draw(['user_both', 'user_both', ...userIds] as const)!;
  let step = await browser.step(tab.transactionId);
  lookAt(stage, tab, step);
  let factors = '';
  for (let turns = 0; turns < 8; turns += 1) {
    const action = next(step, wanted, draw, stage);
    if (!action || ('refusal' in step && step.refusal === 'locked')) break;
    if (step.step === 'mfa') factors = ' with two factors';
    if (step.step === 'code' && action.action === 'verify_code') factors = ' by mail';
    step = await actIn(stage, tab, action);
  }
  const { session } = tab;
  if (step.step === 'no_access' && session) {
    const { clientId, requested } = tab;
    const { userId } = session;
    const open = requested === undefined && entersPersonally(userId, clientId, stage.revoked);
    const entries = entriesOf(userId, clientId, stage.revoked);
    const asked = requested === undefined ? entries.length > 0 : entries.includes(requested);
    // Access that was given back meanwhile is found when the person begins anew.
    if (stage.world.now() === tab.beganAt && stage.turns === tab.turns) {
      assert.ok(!open && !asked, 'nobody with access is turned away');
    }
  }
  return `complete${factors}: ${step.step}`;
};

function next(step: LoginStep, wanted: UserId, draw: Draw, stage: Stage): LoginAction | undefined {
  switch (step.step) {
    case 'identifier':
      return { action: 'identify', identifier: people[wanted] };
    case 'password':
      return draw<LoginAction>([
        { action: 'verify_password', password },
        { action: 'verify_password', password },
        { action: 'use_method', method: 'email-code' },
      ]);
    case 'code':
      return {
        action: 'verify_code',
        code: draw([mailedCode(stage, step.identifier), '000000', '000000'])!,
      };
    case 'select_organization': {
      const organizationId = draw(step.organizations.items)?.organizationId;
      return organizationId === undefined
        ? undefined
        : { action: 'choose_organization', organizationId };
    }
    case 'mfa':
      return { action: 'verify_totp', code: oneTimeCode(stage) };
    case 'passkey_offer':
      return { action: 'skip_passkey' };
    case 'consent':
      return { action: 'allow' };
    default:
      return undefined;
  }
}

/** Loads the page anew: it shows the same step, and nothing more. */
const refreshPage: Deed = async (stage, draw) => {
  const tab = draw(stage.tabs);
  if (!tab) return undefined;
  const browser = stage.browsers[tab.browser]!;
  const step = await browser.step(tab.transactionId);
  lookAt(stage, tab, step);
  assert.deepEqual(await browser.step(tab.transactionId), step);
  const over = stage.world.now() >= tab.beganAt + transactionLife;
  if (over) assert.equal(step.step, 'expired');
  return step.step;
};

/** Another browser tries to go on with a sign-in that is not its own. */
const steal: Deed = async (stage, draw) => {
  const tab = draw(stage.tabs);
  if (!tab) return undefined;
  const other = stage.browsers[1 - tab.browser]!;
  const own = stage.browsers[tab.browser]!;
  const before = await own.step(tab.transactionId);
  const action = draw<LoginAction>([
    { action: 'allow' },
    { action: 'cancel' },
    { action: 'restart' },
  ])!;
  assert.deepEqual(await other.act(tab.transactionId, action), { step: 'expired' });
  assert.deepEqual(await own.step(tab.transactionId), before);
  return 'expired';
};

const wait: Deed = async (stage, draw) => {
  stage.world.moveClock(draw([1000, 1000, 59_000, 61_000, hour / 2, hour, 13 * hour])!);
  return 'later';
};

const revoke: Deed = async (stage, draw) => {
  // Not so much at once that nobody comes in any more.
  const most = stage.revoked.size > 1;
  turn(stage, draw(most ? [...stage.revoked] : revocations)!);
  return 'turned';
};

const signOut: Deed = async (stage, draw) => {
  const index = draw([0, 1])!;
  const body = new URLSearchParams({ confirm: 'yes' });
  const headers = { Origin: stage.world.issuer };
  await stage.browsers[index]!.send('/logout', { method: 'POST', body, headers });
  const session = stage.sessions[index];
  if (session) session.ended = true;
  stage.sessions[index] = undefined;
  return 'signed out';
};

const redeem: Deed = async (stage, draw) => {
  const known = draw(draw([stage.codes, stage.codes.slice(-1)])!);
  if (!known) return undefined;
  const wrong = draw([false, false, false, true])!;
  const { world, revoked } = stage;
  const { code, clientId, userId, organizationId, session, factorAt, issuedAt, lineage } = known;
  const { status, body } = await askForTokens(world, stage.server, {
    grant_type: 'authorization_code',
    client_id: clientId,
    ...(clientId === 'client_trip_reports' && partner),
    code,
    redirect_uri: redirectUri,
    code_verifier: wrong ? `${verifier}x` : verifier,
  });
  const good =
    !wrong &&
    !lineage &&
    world.now() < issuedAt + 60_000 &&
    isAlive(stage, session) &&
    (factorAt !== undefined || !demandsTwo(organizationId, revoked)) &&
    mayEnter(userId, clientId, organizationId, revoked);
  assert.equal(status, good ? 200 : 400);
  if (lineage && world.authorization.codes.has(code)) lineage.ended = true;
  if (!good) return 'refused';
  known.lineage = { ended: false };
  keep(stage, { ...known, lineage: known.lineage }, body);
  return 'redeemed';
};

function keep(
  stage: Stage,
  family: Omit<KnownFamily, 'tokens' | 'ended'>,
  body: Record<string, string>,
): void {
  const { clientId, userId, organizationId, session, factorAt, lineage } = family;
  const claims = decodeJwt(body['access_token'] ?? '');
  assert.deepEqual([claims.sub, claims['org_id']], [userId, organizationId]);
  const tokens = [body['refresh_token'] ?? ''];
  assert.equal(claims['acr'], factorAt === undefined ? '1' : '2');
  const common = { clientId, userId, organizationId, session, factorAt, lineage };
  stage.families.push({ ...common, tokens, ended: false });
}

/** A current or used refresh token, for the same organization or for another one. */
const renew: Deed = async (stage, draw) => {
  const family = draw(stage.families);
  if (!family) return undefined;
  const { world, revoked, consents } = stage;
  const { clientId, userId, session, lineage, tokens } = family;
  const token = draw([tokens.at(-1)!, tokens.at(-1)!, tokens[0]!])!;
  const wanted = draw([undefined, undefined, ...organizations]);
  const { status, body } = await askForTokens(world, stage.server, {
    grant_type: 'refresh_token',
    client_id: clientId,
    ...(clientId === 'client_trip_reports' && partner),
    refresh_token: token,
    ...(wanted !== undefined && { org_id: wanted }),
  });
  if (token !== tokens.at(-1)) lineage.ended = true;
  const live = !lineage.ended && !family.ended && isAlive(stage, session);
  const switching = wanted !== undefined && wanted !== family.organizationId;
  const organizationId = switching ? wanted : family.organizationId;
  // Whoever turns to another organization shows it one that is new enough.
  const { factorAt } = family;
  const isNew = factorAt !== undefined && world.now() - factorAt < 12 * hour;
  const hasFactor = switching ? isNew : factorAt !== undefined;
  const open =
    (hasFactor || !demandsTwo(organizationId, revoked)) &&
    mayEnter(userId, clientId, organizationId, revoked);
  const consented =
    !switching ||
    clientId !== 'client_trip_reports' ||
    consents.has(JSON.stringify([userId, clientId, organizationId]));
  assert.equal(status, live && open && consented ? 200 : 400);
  if (live && !open && !switching) family.ended = true;
  if (status !== 200) return 'refused';
  if (switching) keep(stage, { ...family, organizationId }, body);
  else tokens.push(body['refresh_token'] ?? '');
  return switching ? 'switched' : 'renewed';
};

const all: Readonly<Record<string, readonly [Deed, number]>> = {
  begin: [begin, 8],
  act: [act, 8],
  complete: [complete, 8],
  refreshPage: [refreshPage, 2],
  steal: [steal, 1],
  wait: [wait, 1],
  revoke: [revoke, 2],
  signOut: [signOut, 1],
  redeem: [redeem, 5],
  renew: [renew, 5],
};

/** Every deed by its name, as often as it is to come. */
export const deeds: readonly (readonly [string, Deed])[] = Object.entries(all).flatMap(
  ([name, [deed, weight]]) => Array.from({ length: weight }, () => [name, watched(deed)] as const),
);

/** After whatever somebody did, there is no code that nobody saw coming. */
function watched(deed: Deed): Deed {
  return async (stage, draw) => {
    const outcome = await deed(stage, draw);
    everyCodeIsKnown(stage);
    return outcome;
  };
}
