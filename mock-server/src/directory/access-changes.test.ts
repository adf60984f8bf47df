import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Refusal } from '../refusal.ts';
import { seeds } from '../seeds/index.ts';
import { createServer } from '../server.ts';
import { directoryOf } from '../snapshot.ts';
import { answerIn, askForTokens, redeem, trialBrowser } from '../trial/browser.ts';
import { asPerson, type Ask } from '../trial/directory.ts';
import { createWorld, tableOf } from '../world.ts';

const agent = '/organizations/org_acme/members/user_agent_acme/access';

function setup() {
  const world = createWorld(seeds.default, { now: () => Date.parse('2026-03-01T09:00:00Z') });
  const server = createServer(world);
  const as = (userId: string, organizationId?: string, clientId?: string): Ask =>
    asPerson(world, server, userId, organizationId, clientId);
  return { world, server, as, ask: as('user_admin_acme', 'org_acme') };
}

/** An agent who is signed in to Flights, which ends tokens for other roles where it says so. */
async function signedIn(memberRolesUpdated: boolean) {
  const { world, server, ask } = setup();
  const application = world.applications.get('app_flights')!;
  world.applications.set('app_flights', { ...application, revokesTokens: { memberRolesUpdated } });
  const browser = trialBrowser(world, server);
  const step = await browser.prove(await browser.begin(), 'agent@acme.example');
  let { body } = await redeem(world, server, answerIn(step).get('code'));
  const refresh = async () => {
    const form = { grant_type: 'refresh_token', refresh_token: body['refresh_token'] ?? '' };
    const answer = await askForTokens(world, server, form);
    ({ body } = answer);
    return answer.status;
  };
  assert.equal(await refresh(), 200);
  return { ask, refresh };
}

const put = (roleIds: readonly unknown[], some: object = {}, headers = {}) => ({
  method: 'PUT',
  body: { roleIds, ...some },
  headers,
});
const outcome = async (answer: ReturnType<Ask>) => {
  const { status, body } = await answer;
  return status === 200 ? 200 : body['code'];
};

async function inBulk(ask: Ask, organizationId: string, items: readonly object[]) {
  const sent = { method: 'POST', body: { items } };
  const { body } = await ask(`/organizations/${organizationId}/access/bulk`, sent);
  return body['results'] as { outcome: string; code?: string }[];
}

describe('granting an application', () => {
  it('replaces the roles, keeps the source of those that stay, and opens the door', async () => {
    const { world, ask } = setup();
    const before = await ask(`${agent}/app_ledger/explain`);
    assert.deepEqual([before.body['entry'], before.body['granted']], ['no_access', false]);
    const { body } = await ask(`${agent}/app_ledger`, put(['role_ledger_reader']));
    assert.deepEqual([body['entry'], body['version']], [true, 2]);
    assert.deepEqual(body['roles'], [
      {
        roleId: 'role_ledger_reader',
        name: 'Reader',
        source: 'direct',
        grantedBy: 'user_admin_acme',
        inForce: true,
      },
    ]);
    await ask(`${agent}/app_flights`, put(['role_flights_booking_agent', 'role_flights_viewer']));
    const [kept] = world.grants
      .get('org_acme')!
      .get('user_agent_acme')!
      .find((grant) => grant.applicationId === 'app_flights')!.roles;
    assert.deepEqual(kept, { roleId: 'role_flights_booking_agent', source: 'direct' });
  });

  it('P01, P02, T04: gives nothing from outside what the organization may hand out', async () => {
    const { world, ask, as } = setup();
    const narrowed = world.onboardings.get('org_acme')!;
    narrowed.set('app_flights', {
      ...narrowed.get('app_flights')!,
      roleGroupIds: ['group_flights_front_office'],
    });
    const before = directoryOf(world);
    const outside = [
      ['app_flights', 'role_flights_approver', 'role_outside_ceiling'],
      ['app_flights', 'role_ledger_reader', 'role_outside_ceiling'],
      ['app_flights', 'role_nobody_made', 'role_outside_ceiling'],
      ['app_rewards', 'role_flights_viewer', 'application_not_onboarded'],
      ['app_nowhere', 'role_flights_viewer', 'application_not_onboarded'],
    ] as const;
    for (const [applicationId, roleId, code] of outside) {
      assert.equal(await outcome(ask(`${agent}/${applicationId}`, put([roleId]))), code, roleId);
    }
    const foreign = '/organizations/org_acme/members/user_admin_borealis/access/app_flights';
    assert.equal(await outcome(ask(foreign, put(['role_flights_viewer']))), 'not_found');
    const neighbour = as('user_admin_borealis', 'org_borealis');
    const theirs = neighbour(`${agent}/app_flights`, put(['role_flights_viewer']));
    assert.equal(await outcome(theirs), 'not_found');
    assert.deepEqual(directoryOf(world), before);
  });

  it('P01, P02: gives each role where the organization may hand it out, and nowhere else', async () => {
    const { world, as } = setup();
    const portal = as('user_platform', undefined, 'admin-portal');
    const { members, onboardings } = world;
    const acme = onboardings.get('org_acme')!;
    const flights = acme.get('app_flights')!;
    acme.set('app_flights', {
      ...flights,
      roleGroupIds: ['group_flights_approvals'],
      exposedRoleGroupIds: [],
    });
    const borealis = onboardings.get('org_borealis')!;
    borealis.set('app_flights', {
      ...borealis.get('app_flights')!,
      roleGroupIds: [],
      roleIds: ['role_flights_viewer'],
    });
    const everyRole = ['viewer', 'booking_agent', 'approver', 'after_sales'].map(
      (key) => `role_flights_${key}`,
    );
    // What each may hand out, written down by hand: those below Acme have nothing left to hand out.
    const ceilings: Readonly<Record<string, readonly string[]>> = {
      'org_acme app_flights': ['role_flights_approver'],
      'org_acme app_ledger': [
        'role_ledger_reader',
        'role_ledger_accountant',
        'role_ledger_controller',
      ],
      'org_acme_north app_flights': [],
      'org_acme_north_oslo app_flights': [],
      'org_borealis app_flights': ['role_flights_viewer'],
      'org_cirrus app_flights': everyRole,
      'org_juniper app_flights': everyRole,
      'org_cirrus app_ledger': [
        'role_ledger_reader',
        'role_ledger_accountant',
        'role_ledger_controller',
      ],
    };
    const person = members.get('org_acme')!.get('user_agent_acme')!;
    const places = [...world.organizations.values()].filter(({ status }) => status === 'active');
    for (const { organizationId } of places) {
      const newcomer = { ...person, userId: 'user_shopper', organizationId };
      tableOf(world, 'members', organizationId).set('user_shopper', newcomer);
      for (const { applicationId } of world.applications.values()) {
        for (const { roleId } of world.roles.values()) {
          world.grants.get(organizationId)?.delete('user_shopper');
          const path = `/organizations/${organizationId}/members/user_shopper/access/${applicationId}`;
          const allowed = ceilings[`${organizationId} ${applicationId}`];
          const inside = allowed?.includes(roleId) ? 200 : 'role_outside_ceiling';
          const answer = await outcome(portal(path, put([roleId])));
          const about = `${organizationId} ${applicationId} ${roleId}`;
          assert.equal(answer, allowed ? inside : 'application_not_onboarded', about);
          assert.equal(
            world.grants.get(organizationId)?.has('user_shopper') ?? false,
            answer === 200,
          );
        }
      }
    }
  });

  it('P02: leaves no grant of an application that was taken back while somebody chose', async () => {
    const { world, ask, as } = setup();
    const portal = as('user_platform', undefined, 'admin-portal');
    const chosen = await ask(`${agent}/app_ledger/explain`);
    assert.equal((chosen.body['actions'] as Record<string, unknown>)['access.grant'], true);
    const share = '/organizations/org_acme/applications/app_ledger';
    const { body } = await portal(`${share}/withdrawal`);
    await portal(`${share}?impact=${String(body['token'])}`, { method: 'DELETE' });
    for (const roleIds of [['role_ledger_reader'], []]) {
      const granting = ask(`${agent}/app_ledger`, put(roleIds));
      assert.equal(await outcome(granting), 'application_not_onboarded');
    }
    const items = [{ userId: 'user_agent_acme', applicationId: 'app_ledger', roleIds: [] }];
    const bulk = { method: 'POST', body: { items } };
    const { body: told } = await ask('/organizations/org_acme/access/bulk', bulk);
    const [result] = told['results'] as { code: string }[];
    assert.equal(result?.code, 'application_not_onboarded');
    const left = [...world.grants.get('org_acme')!.values()].flat();
    assert.deepEqual(
      left.filter(({ applicationId }) => applicationId === 'app_ledger'),
      [],
    );
  });

  it('P12: reaches from above, one by one or in bulk, only what is managed for the application', async () => {
    const { world, ask } = setup();
    const [child, userId] = ['org_acme_north', 'user_shopper'];
    const member = world.members.get('org_acme')!.get('user_agent_acme')!;
    tableOf(world, 'members', child).set(userId, { ...member, userId, organizationId: child });
    const theirs = world.onboardings.get(child)!;
    const ledger = world.onboardings.get('org_acme')!.get('app_ledger')!;
    theirs.set('app_ledger', { ...ledger, organizationId: child });
    const before = directoryOf(world);
    const [result] = await inBulk(ask, child, [
      { userId, applicationId: 'app_ledger', roleIds: ['role_ledger_reader'] },
    ]);
    const one = `/organizations/${child}/members/${userId}/access/app_ledger`;
    const single = await outcome(ask(one, put(['role_ledger_reader'])));
    assert.deepEqual([result?.code, single], ['not_found', 'not_found']);
    assert.deepEqual(directoryOf(world), before);
  });

  it('does a row of a bulk as a whole or not at all', async () => {
    const { world, ask } = setup();
    const { audit } = world;
    const before = world.grants.get('org_acme')!.get('user_agent_acme');
    audit.push = () => {
      Reflect.deleteProperty(audit, 'push');
      throw new Refusal('rate_limited');
    };
    const results = await inBulk(ask, 'org_acme', [
      { userId: 'user_agent_acme', applicationId: 'app_ledger', roleIds: ['role_ledger_reader'] },
      { userId: 'user_both', applicationId: 'app_ledger', roleIds: ['role_ledger_reader'] },
    ]);
    assert.deepEqual(
      results.map(({ outcome, code }) => code ?? outcome),
      ['rate_limited', 'done'],
    );
    assert.deepEqual(world.grants.get('org_acme')!.get('user_agent_acme'), before);
  });

  it('P03: gives nobody anything by their own hand', async () => {
    const { world, ask } = setup();
    const own = '/organizations/org_acme/members/user_admin_acme/access/app_flights';
    const before = directoryOf(world);
    const roles = ['role_flights_approver', 'role_flights_viewer'];
    assert.equal(await outcome(ask(own, put(roles))), 'self_change_refused');
    const items = [{ userId: 'user_admin_acme', applicationId: 'app_flights', roleIds: roles }];
    const bulk = await ask('/organizations/org_acme/access/bulk', {
      method: 'POST',
      body: { items },
    });
    const [result] = bulk.body['results'] as { code: string }[];
    assert.equal(result?.code, 'self_change_refused');
    assert.deepEqual(directoryOf(world), before);
  });

  it('P03: lengthens nobody’s own grant by their own hand, in force or ended', async () => {
    const { world, ask, as } = setup();
    const own = '/organizations/org_acme/members/user_admin_acme/access/app_flights';
    const limit = put(['role_flights_approver'], { expiresAt: '2026-03-01T09:05:00Z' });
    const platform = as('user_platform', undefined, 'admin-portal');
    assert.equal((await platform(own, limit)).status, 200);
    const before = directoryOf(world);
    const more = [put(['role_flights_approver']), put([], { expiresAt: '2026-03-01T09:05:01Z' })];
    for (const request of more) {
      assert.equal(await outcome(ask(own, request)), 'self_change_refused');
    }
    world.moveClock(300_000);
    const later = as('user_admin_acme', 'org_acme');
    assert.equal(await outcome(later(own, put([]))), 'self_change_refused');
    assert.deepEqual(directoryOf(world), before);
    const { body } = await later(`${own}/explain`);
    const { 'access.grant': verdict } = body['actions'] as Record<string, unknown>;
    assert.equal(verdict, 'self_change_refused');
  });

  it('P29: takes a seat anew for a grant that had ended', async () => {
    const { world, ask, as } = setup();
    const onboardings = world.onboardings.get('org_acme')!;
    onboardings.set('app_ledger', { ...onboardings.get('app_ledger')!, seatLimit: 2 });
    const path = (userId: string) => `/organizations/org_acme/members/${userId}/access/app_ledger`;
    const limited = put(['role_ledger_reader'], { expiresAt: '2026-03-01T09:05:00Z' });
    assert.equal((await ask(path('user_agent_acme'), limited)).status, 200);
    world.moveClock(300_000);
    const later = as('user_admin_acme', 'org_acme');
    const reader = put(['role_ledger_reader']);
    assert.equal((await later(path('user_both'), reader)).status, 200);
    assert.equal(await outcome(later(path('user_agent_acme'), reader)), 'seat_limit_reached');
  });

  it('keeps to the seats, whoever comes first', async () => {
    const { world, ask } = setup();
    const onboardings = world.onboardings.get('org_acme')!;
    // One is taken by the administrator; one is left for two.
    onboardings.set('app_ledger', { ...onboardings.get('app_ledger')!, seatLimit: 2 });
    const path = (userId: string) => `/organizations/org_acme/members/${userId}/access/app_ledger`;
    const answers = await Promise.all(
      ['user_agent_acme', 'user_both'].map((userId) =>
        outcome(ask(path(userId), put(['role_ledger_reader']))),
      ),
    );
    assert.deepEqual(answers.sort(), [200, 'seat_limit_reached']);
  });

  it('ends by itself at its end, and refuses an end in the past', async () => {
    const { world, ask } = setup();
    const past = put(['role_flights_viewer'], { expiresAt: '2026-02-01T00:00:00Z' });
    assert.equal(await outcome(ask(`${agent}/app_flights`, past)), 'validation_failed');
    const limited = put(['role_flights_viewer'], { expiresAt: '2026-03-01T09:05:00Z' });
    assert.equal((await ask(`${agent}/app_flights`, limited)).body['entry'], true);
    // Not past the end of the caller's own token.
    world.moveClock(299_000);
    assert.equal((await ask(`${agent}/app_flights/explain`)).body['entry'], true);
    world.moveClock(1_000);
    const later = asPerson(world, createServer(world), 'user_admin_acme', 'org_acme');
    const { body } = await later(`${agent}/app_flights/explain`);
    assert.deepEqual(
      [body['entry'], (body['roles'] as { inForce: unknown }[])[0]?.inForce],
      ['no_access', 'no_access'],
    );
  });

  it('lets nobody with other roles refresh their tokens, where the application says so', async () => {
    for (const ends of [true, false]) {
      const { ask, refresh } = await signedIn(ends);
      const granting = ask(`${agent}/app_flights`, put(['role_flights_viewer']));
      assert.equal(await outcome(granting), 200);
      assert.equal(await refresh(), ends ? 400 : 200);
    }
  });

  it('leaves the tokens for other applications alone', async () => {
    const { ask, refresh } = await signedIn(true);
    const granting = ask(`${agent}/app_ledger`, put(['role_ledger_reader']));
    assert.equal(await outcome(granting), 200);
    assert.equal(await refresh(), 200);
  });

  it('refuses a stale version and changes nothing', async () => {
    const { world, ask } = setup();
    const path = `${agent}/app_flights`;
    await ask(path, put(['role_flights_viewer'], {}, { 'If-Match': '"1"' }));
    const before = directoryOf(world);
    const stale = put(['role_flights_approver'], {}, { 'If-Match': '"1"' });
    assert.equal(await outcome(ask(path, stale)), 'version_conflict');
    assert.deepEqual(directoryOf(world), before);
  });
});

describe('withdrawing', () => {
  it('takes one grant away; a second time there is none', async () => {
    const { ask } = setup();
    assert.equal(await outcome(ask(`${agent}/app_flights`, { method: 'DELETE' })), 200);
    assert.equal(await outcome(ask(`${agent}/app_flights`, { method: 'DELETE' })), 'not_found');
  });

  it('ends the tokens for good, whatever the application says about other roles', async () => {
    const { ask, refresh } = await signedIn(false);
    assert.equal(await outcome(ask(`${agent}/app_flights`, { method: 'DELETE' })), 200);
    const anew = ask(`${agent}/app_flights`, put(['role_flights_viewer']));
    assert.equal(await outcome(anew), 200);
    assert.equal(await refresh(), 400);
  });
});

describe('explaining', () => {
  it('names each condition, and the first that fails is the reason', async () => {
    const { ask } = setup();
    const path = '/organizations/org_acme/members/user_suspended_acme/access/app_flights/explain';
    const { body } = await ask(path);
    const failed = (body['conditions'] as { condition: string; holds: boolean }[])
      .filter(({ holds }) => !holds)
      .map(({ condition }) => condition);
    assert.deepEqual([body['entry'], failed], ['member_suspended', ['member_active']]);
  });

  it('is open to everybody for themselves, and to nobody else without the permission', async () => {
    const { as } = setup();
    const ask = as('user_agent_acme', 'org_acme');
    assert.equal(await outcome(ask(`${agent}/app_flights/explain`)), 200);
    const other = '/organizations/org_acme/members/user_both/access';
    assert.equal(await outcome(ask(other)), 'forbidden');
    assert.equal(await outcome(ask(`${agent}/app_flights`, put([]))), 'forbidden');
  });
});

describe('the audit log', () => {
  it('lists newest first, by action and outcome, page by page, for those who may read it', async () => {
    const { ask, as } = setup();
    await ask(`${agent}/app_flights`, put(['role_flights_viewer']));
    await ask(`${agent}/app_flights`, put(['role_ledger_reader']));
    await ask(`${agent}/app_flights`, { method: 'DELETE' });
    const log = '/organizations/org_acme/audit';
    const { body } = await ask(log);
    const items = body['items'] as { action: string; outcome: string; target: { name?: string } }[];
    assert.deepEqual(
      items.map(({ action, outcome }) => [action, outcome]),
      [
        ['access.withdraw', 'success'],
        ['access.grant', 'denied'],
        ['access.grant', 'success'],
      ],
    );
    assert.equal(items[0]?.target.name, 'Tomás Ribeiro');
    const denied = await ask(`${log}?outcome=denied`);
    assert.equal(denied.body['total'], 1);
    const first = await ask(`${log}?limit=2`);
    const cursor = encodeURIComponent(String(first.body['nextCursor']));
    const second = await ask(`${log}?limit=2&cursor=${cursor}`);
    assert.deepEqual([...(first.body['items'] as []), ...(second.body['items'] as [])], items);
    assert.equal(await outcome(ask(`${log}?outcome=denied&cursor=${cursor}`)), 'cursor_invalid');
    assert.equal(await outcome(as('user_agent_acme', 'org_acme')(log)), 'forbidden');
    assert.equal(await outcome(as('user_admin_borealis', 'org_borealis')(log)), 'not_found');
  });

  it('T05: shows nothing of an organization to another, not even its own refused tries there', async () => {
    const { as, ask } = setup();
    const neighbour = as('user_admin_borealis', 'org_borealis');
    await neighbour(`${agent}/app_flights`, put(['role_flights_viewer']));
    assert.equal((await ask('/organizations/org_acme/audit')).body['total'], 0);
    const { body } = await neighbour('/organizations/org_borealis/audit');
    const [event] = body['items'] as { code: string; target: object }[];
    assert.equal(event?.code, 'not_found');
    assert.ok(!('name' in (event?.target ?? {})));
  });
});
