import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { directoryOf } from '../snapshot.ts';
import { outcome } from '../trial/organizations.ts';
import { confirmed, sending, tenant } from '../trial/tenant.ts';
import { tableOf } from '../world.ts';

const applicationsOf = (organizationId: string) => `/organizations/${organizationId}/applications`;
const acmeFlights = `${applicationsOf('org_acme')}/app_flights`;
const north = applicationsOf('org_acme_north');
const ledger = { applicationId: 'app_ledger', roleGroupIds: ['group_ledger_bookkeeping'] };

type Item = {
  applicationId: string;
  onboarding: Record<string, unknown>;
  roles: { key: string; assignable: boolean; handOut: unknown }[];
};

describe("an organization's share of an application", () => {
  it('comes with what the caller may hand out and change of it', async () => {
    const { world, ask, as, platform } = tenant();
    const shares = tableOf(world, 'onboardings', 'org_acme');
    shares.set('app_flights', {
      ...shares.get('app_flights')!,
      roleGroupIds: ['group_flights_front_office'],
      seatLimit: 9,
    });
    const read = async (who: typeof ask) => {
      const { body } = await who(applicationsOf('org_acme'));
      return (body['items'] as Item[])[0]!;
    };
    const own = await read(ask);
    assert.deepEqual(own.onboarding, {
      status: 'active',
      roleGroups: [{ roleGroupId: 'group_flights_front_office', name: 'Front office' }],
      roleIds: [],
      defaultRoleIds: ['role_flights_viewer'],
      allowsRolelessAccess: false,
      exposedRoleGroups: [{ roleGroupId: 'group_flights_front_office', name: 'Front office' }],
      seats: { limit: 9, used: 4 },
      fromParent: false,
      version: 1,
      actions: {
        'onboarding.update': 'forbidden',
        'onboarding.setDefaults': true,
        'onboarding.withdraw': 'forbidden',
      },
    });
    const handOut = (item: Item) =>
      item.roles.map(({ key, assignable, handOut }) => [key, assignable, handOut]);
    assert.deepEqual(handOut(own), [
      ['viewer', true, true],
      ['booking_agent', true, true],
      ['approver', false, 'role_outside_ceiling'],
      ['after_sales', true, true],
    ]);
    const agent = await read(as('user_agent_acme', 'org_acme'));
    assert.deepEqual(handOut(agent)[0], ['viewer', true, 'forbidden']);
    const portal = await read(platform);
    assert.deepEqual(Object.values(portal.onboarding['actions'] as object), [true, true, true]);
  });

  it('P31: is shown to a parent only for what it manages, and without connections', async () => {
    const { world, ask } = tenant();
    const shares = tableOf(world, 'onboardings', 'org_acme_north');
    const share = shares.get('app_flights')!;
    shares.set('app_flights', { ...share, connectionId: 'connection_north' });
    const { fromParent, ...rest } = { ...share, applicationId: 'app_ledger' };
    assert.equal(fromParent, true);
    shares.set('app_ledger', { ...rest, roleGroupIds: ['group_ledger_control'] });
    const { body } = await ask(north);
    const items = body['items'] as Item[];
    assert.deepEqual(
      items.map(({ applicationId, onboarding }) => [applicationId, 'connectionId' in onboarding]),
      [['app_flights', false]],
    );
  });
});

describe('giving an organization an application', () => {
  it('is done by the platform, with everything in its bounds', async () => {
    const { world, platform, ask } = tenant();
    const path = applicationsOf('org_borealis');
    const share = { ...ledger, defaultRoleIds: ['role_ledger_reader'], seatLimit: 2 };
    const { status, body } = await platform(path, sending('POST', share));
    assert.equal(status, 200);
    const { seats, fromParent } = (body as unknown as Item).onboarding;
    assert.deepEqual([seats, fromParent], [{ limit: 2, used: 0 }, false]);
    assert.equal(await outcome(platform(path, sending('POST', share))), 'already_exists');
    const own = ask(applicationsOf('org_acme'), sending('POST', ledger));
    assert.equal(await outcome(own), 'forbidden');
    assert.equal(world.onboardings.get('org_borealis')!.size, 2);
  });

  it('T04: takes nothing that is of another application or organization', async () => {
    const { world, platform } = tenant();
    const before = directoryOf(world);
    const strange = [
      ['applicationId', { applicationId: 'app_shop' }],
      ['applicationId', { applicationId: 'app_nowhere' }],
      ['roleGroupIds', { ...ledger, roleGroupIds: ['group_flights_approvals'] }],
      ['exposedRoleGroupIds', { ...ledger, exposedRoleGroupIds: ['group_flights_approvals'] }],
      ['roleIds', { ...ledger, roleIds: ['role_flights_viewer'] }],
      ['defaultRoleIds', { ...ledger, defaultRoleIds: ['role_flights_viewer'] }],
      ['connectionId', { ...ledger, connectionId: 'connection_cirrus' }],
      ['connectionId', { ...ledger, connectionId: 'connection_nowhere' }],
    ] as const;
    for (const [field, share] of strange) {
      const { status, body } = await platform(
        applicationsOf('org_borealis'),
        sending('POST', share),
      );
      const [first] = body['errors'] as { field: string }[];
      assert.deepEqual([status, first?.field], [422, field]);
    }
    assert.deepEqual(directoryOf(world), before);
  });

  it('P12, P13: comes from a parent with no more than the parent has and exposes', async () => {
    const { world, ask, platform } = tenant();
    assert.equal(await outcome(ask(north, sending('POST', ledger))), 'role_outside_ceiling');
    const rewards = { applicationId: 'app_rewards' };
    for (const who of [ask, platform]) {
      const answer = who(north, sending('POST', rewards));
      assert.equal(await outcome(answer), 'application_not_onboarded');
    }
    const shares = tableOf(world, 'onboardings', 'org_acme');
    const exposedRoleGroupIds = ['group_ledger_bookkeeping'];
    shares.set('app_ledger', { ...shares.get('app_ledger')!, exposedRoleGroupIds });
    const tooMuch = { ...ledger, roleIds: ['role_ledger_controller'] };
    assert.equal(await outcome(ask(north, sending('POST', tooMuch))), 'role_outside_ceiling');
    const { status, body } = await ask(north, sending('POST', ledger));
    assert.deepEqual([status, (body as unknown as Item).onboarding['fromParent']], [200, true]);
    // One below the next has it from the one between, which exposes nothing of it.
    const oslo = ask(applicationsOf('org_acme_north_oslo'), sending('POST', ledger));
    assert.equal(await outcome(oslo), 'role_outside_ceiling');
  });
});

describe('changing a share', () => {
  it('P14: narrows here and below, once somebody has looked', async () => {
    const { world, platform, grant, rolesOf, signIn } = tenant();
    grant('user_agent_acme', 'org_acme_north_oslo', 'role_flights_viewer');
    const family = signIn('user_agent_acme', 'org_acme_north_oslo');
    const change = { roleGroupIds: ['group_flights_approvals'] };
    const refused = platform(acmeFlights, sending('PATCH', change));
    assert.equal(await outcome(refused), 'impact_unconfirmed');
    assert.deepEqual(rolesOf('org_acme_north_oslo', 'user_agent_acme'), ['role_flights_viewer']);
    const path = `${acmeFlights}/preview`;
    const { answer } = await confirmed(platform, path, acmeFlights, 'PATCH', change);
    assert.equal(answer.status, 200);
    for (const place of ['org_acme', 'org_acme_north', 'org_acme_north_oslo']) {
      assert.equal(rolesOf(place, 'user_agent_acme'), undefined);
      const share = world.onboardings.get(place)!.get('app_flights')!;
      assert.deepEqual([share.defaultRoleIds, share.exposedRoleGroupIds], [[], []]);
    }
    assert.deepEqual(rolesOf('org_acme', 'user_admin_acme'), ['role_flights_approver']);
    assert.equal(family.revoked, true);
  });

  it('refuses another impact than the one that was looked at', async () => {
    const { platform, grant } = tenant();
    const change = { roleGroupIds: ['group_flights_approvals'] };
    const looked = await platform(`${acmeFlights}/preview`, sending('POST', change));
    grant('user_creator_acme', 'org_acme', 'role_flights_viewer');
    const path = `${acmeFlights}?impact=${String(looked.body['token'])}`;
    assert.equal(await outcome(platform(path, sending('PATCH', change))), 'impact_unconfirmed');
  });

  it('has as many seats as are taken, at least', async () => {
    const { platform } = tenant();
    const seats = (seatLimit: number | null) =>
      outcome(platform(acmeFlights, sending('PATCH', { seatLimit })));
    assert.deepEqual(
      [await seats(3), await seats(4), await seats(null)],
      ['seat_limit_reached', 200, 200],
    );
  });

  it('shuts everybody out while it is suspended, and takes nothing away', async () => {
    const { platform, ask, rolesOf } = tenant();
    const explain = '/organizations/org_acme/members/user_agent_acme/access/app_flights/explain';
    await platform(acmeFlights, sending('PATCH', { status: 'suspended' }));
    assert.equal((await ask(explain)).body['entry'], 'application_not_onboarded');
    assert.deepEqual(rolesOf('org_acme', 'user_agent_acme'), ['role_flights_booking_agent']);
    await platform(acmeFlights, sending('PATCH', { status: 'active' }));
    assert.equal((await ask(explain)).body['entry'], true);
  });

  it('P31: is no matter of a parent where the share is not from there', async () => {
    const { world, ask } = tenant();
    const shares = tableOf(world, 'onboardings', 'org_acme_north');
    const { fromParent, ...own } = shares.get('app_flights')!;
    assert.equal(fromParent, true);
    shares.set('app_ledger', { ...own, applicationId: 'app_ledger', roleGroupIds: [] });
    const before = directoryOf(world);
    for (const path of [`${north}/app_ledger`, `${north}/app_nowhere`]) {
      assert.equal(await outcome(ask(path, sending('PATCH', { seatLimit: 0 }))), 'not_found');
      assert.equal(await outcome(ask(path, { method: 'DELETE' })), 'not_found');
      assert.equal(await outcome(ask(`${path}/withdrawal`)), 'not_found');
    }
    assert.equal(await outcome(ask(north, sending('POST', ledger))), 'not_found');
    const signIn = ask(`${north}/app_flights`, sending('PATCH', { connectionId: null }));
    assert.equal(await outcome(signIn), 'validation_failed');
    assert.deepEqual(directoryOf(world), before);
  });

  it('refuses a stale version', async () => {
    const { platform } = tenant();
    const change = (version: number) =>
      platform(acmeFlights, sending('PATCH', { seatLimit: 50 }, { 'If-Match': `"${version}"` }));
    assert.equal(await outcome(change(1)), 200);
    assert.equal(await outcome(change(1)), 'version_conflict');
    assert.equal(await outcome(change(2)), 200);
  });
});

describe('setting default roles', () => {
  const defaults = (...defaultRoleIds: string[]) => sending('PUT', { defaultRoleIds });
  const path = `${acmeFlights}/default-roles`;

  it("is the organization's own choice, within what it may hand out", async () => {
    const { world, ask, as } = tenant();
    const { body } = await ask(path, defaults('role_flights_booking_agent'));
    const { defaultRoleIds, version } = (body as unknown as Item).onboarding;
    assert.deepEqual([defaultRoleIds, version], [['role_flights_booking_agent'], 2]);
    const shares = tableOf(world, 'onboardings', 'org_acme');
    const roleGroupIds = ['group_flights_front_office'];
    shares.set('app_flights', { ...shares.get('app_flights')!, roleGroupIds });
    const outside = ask(path, defaults('role_flights_approver'));
    assert.equal(await outcome(outside), 'role_outside_ceiling');
    assert.equal(await outcome(ask(path, defaults('role_ledger_reader'))), 'validation_failed');
    const nowhere = path.replace('app_flights', 'app_rewards');
    assert.equal(await outcome(ask(nowhere, defaults())), 'not_found');
    const plain = as('user_agent_acme', 'org_acme')(path, defaults());
    assert.equal(await outcome(plain), 'forbidden');
  });
});

describe('withdrawing an application', () => {
  it('takes grants and tokens along, once somebody has looked', async () => {
    const { world, platform, signIn } = tenant();
    const family = signIn('user_agent_acme', 'org_acme');
    const { impact, answer } = await confirmed(
      platform,
      `${acmeFlights}/withdrawal`,
      acmeFlights,
      'DELETE',
    );
    assert.deepEqual(impact.counts, { 'access.withdraw': 4, 'onboarding.withdraw': 2 });
    assert.equal(answer.status, 200);
    assert.equal(family.revoked, true);
    assert.equal(world.onboardings.get('org_acme')!.has('app_flights'), false);
    assert.equal(await outcome(platform(`${acmeFlights}/withdrawal`)), 'not_found');
    assert.equal(await outcome(platform(acmeFlights, { method: 'DELETE' })), 'not_found');
  });
});
