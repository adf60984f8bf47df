import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { verifyPassword } from '../login/password.ts';
import { createWorld, userByEmail } from '../world.ts';
import { seedNamed, seeds } from './index.ts';
import { withManyMembers } from './many-members.ts';

const { default: seed } = seeds;

describe('the seed default', () => {
  it('has the applications, organizations and clients of the scenario', () => {
    assert.deepEqual(
      seed.applications.map(({ applicationId, name, audience }) => [applicationId, name, audience]),
      [
        ['app_flights', 'Flights', 'b2b'],
        ['app_ledger', 'Ledger', 'b2b'],
        ['app_rewards', 'Rewards', 'both'],
        ['app_shop', 'Shop', 'b2c'],
      ],
    );
    assert.deepEqual(
      seed.organizations.map(({ organizationId, name, status }) => [organizationId, name, status]),
      [
        ['org_acme', 'Acme Travel', 'active'],
        ['org_borealis', 'Borealis', 'active'],
        ['org_cirrus', 'Cirrus Group', 'active'],
        ['org_dormant', 'Dormant Ltd', 'suspended'],
        ['org_acme_north', 'Acme North', 'active'],
        ['org_acme_north_oslo', 'Acme North Oslo', 'active'],
        ['org_juniper', 'Juniper Bank', 'active'],
      ],
    );
    assert.deepEqual(
      seed.onboardings.map((onboarding) => [onboarding.organizationId, onboarding.applicationId]),
      [
        ['org_acme', 'app_flights'],
        ['org_acme', 'app_ledger'],
        ['org_borealis', 'app_flights'],
        ['org_cirrus', 'app_flights'],
        ['org_cirrus', 'app_ledger'],
        ['org_dormant', 'app_flights'],
        ['org_acme_north', 'app_flights'],
        ['org_acme_north_oslo', 'app_flights'],
        ['org_juniper', 'app_flights'],
      ],
    );
    assert.deepEqual(
      seed.clients.map(({ clientId, confidential }) => [clientId, confidential]),
      [
        ['client_flights', false],
        ['client_ledger', false],
        ['client_rewards', false],
        ['client_shop', false],
        ['admin-portal', false],
        ['invitations', true],
        ['client_kiosk', false],
        ['client_trip_reports', true],
      ],
    );
  });

  it('has every person in their organizations, with their roles', () => {
    const email = new Map(seed.users.map((user) => [user.userId, user.email]));
    assert.deepEqual(
      seed.members.map(
        ({ userId, organizationId, status, organizationRoleIds }) =>
          `${email.get(userId)} ${organizationId} ${status} ${organizationRoleIds.join()}`,
      ),
      [
        'admin@acme.example org_acme active organizationAdmin',
        'agent@acme.example org_acme active organizationMember',
        'both@acme.example org_acme active organizationMember',
        'both@acme.example org_borealis active organizationAdmin',
        'admin@borealis.example org_borealis active organizationAdmin',
        'admin@cirrus.example org_cirrus active organizationAdmin',
        'user@cirrus.example org_cirrus active organizationMember',
        'creator@acme.example org_acme active organizationCreator',
        'invited@newcorp.example org_acme pending organizationMember',
        'suspended@acme.example org_acme suspended organizationMember',
        'user@dormant.example org_dormant active organizationMember',
        'admin@juniper.example org_juniper active organizationAdmin',
        'teller@juniper.example org_juniper active organizationMember',
      ],
    );
    const keys = new Map(seed.roles.map((role) => [role.roleId, role.key]));
    assert.deepEqual(
      seed.grants.map(
        ({ userId, organizationId, applicationId, roles }) =>
          `${email.get(userId)} ${organizationId} ${applicationId} ${keys.get(roles[0]?.roleId ?? '')}`,
      ),
      [
        'admin@acme.example org_acme app_flights approver',
        'admin@acme.example org_acme app_ledger controller',
        'agent@acme.example org_acme app_flights booking_agent',
        'both@acme.example org_acme app_flights viewer',
        'both@acme.example org_borealis app_flights approver',
        'admin@borealis.example org_borealis app_flights approver',
        'suspended@acme.example org_acme app_flights viewer',
        'user@dormant.example org_dormant app_flights viewer',
        'admin@cirrus.example org_cirrus app_flights viewer',
        'admin@cirrus.example org_cirrus app_ledger reader',
        'user@cirrus.example org_cirrus app_flights viewer',
        'user@cirrus.example org_cirrus app_ledger reader',
        'admin@juniper.example org_juniper app_flights viewer',
        'teller@juniper.example org_juniper app_flights viewer',
      ],
    );
    assert.deepEqual(
      seed.roleGroups.map(({ name, roleIds }) => [name, roleIds.map((id) => keys.get(id))]),
      [
        ['Front office', ['viewer', 'booking_agent', 'after_sales']],
        ['Approvals', ['approver']],
        ['Bookkeeping', ['reader', 'accountant']],
        ['Control', ['controller']],
      ],
    );
    assert.equal(seed.users.length, 14);
    assert.deepEqual(
      seed.users.filter((user) => user.platformAdministrator).map((user) => user.email),
      ['platform@tessera.example'],
    );
  });

  it('lets everybody but the invited person in with the same password', async () => {
    const world = createWorld(seed);
    const { userId = '' } = userByEmail(world, 'Admin@ACME.example') ?? {};
    assert.equal(await verifyPassword(world, userId, 'Tessera-demo-1!'), true);
    assert.equal(await verifyPassword(world, userId, 'tessera-demo-1!'), false);
    const without = seed.users.filter((user) => !seed.passwords.has(user.userId));
    assert.deepEqual(
      without.map((user) => user.email),
      ['invited@newcorp.example'],
    );
  });
});

describe('seedNamed', () => {
  it('has proved its domains and tested its connection as long ago as it was written', async () => {
    const since = 1000 * 24 * 3_600_000;
    const world = createWorld(seed, { now: () => seed.today + since });
    for (const domain of seed.domains ?? []) {
      const { name, organizationId, domainId, verifiedAt = Number.NaN } = domain;
      const lived = world.domains.get(organizationId)?.get(domainId);
      assert.equal(lived?.verifiedAt, verifiedAt + since);
      assert.equal(world.dns.get(`_tessera.${name}`)?.length, 1);
    }
    const connection = world.connections.get('org_cirrus')?.get('connection_cirrus');
    assert.ok(connection);
    assert.equal(connection.testedAt, (seed.connections?.[0]?.testedAt ?? Number.NaN) + since);
    const tested = await world.identityProviders.probe(connection, AbortSignal.timeout(1000));
    assert.deepEqual(tested, { passed: true });
  });

  it('names the seeds there are to somebody who asks for another', () => {
    assert.equal(seedNamed('empty').organizations.length, 0);
    assert.throws(() => seedNamed('constructor'), /Choose one of: default, empty/);
  });
});

describe('createWorld', () => {
  it('shares nothing with another world of the same seed', () => {
    const [one, other] = [createWorld(seed), createWorld(seed)];
    one.users.delete('user_both');
    one.members.get('org_acme')?.clear();
    one.moveClock(1000);
    assert.equal(other.users.has('user_both'), true);
    assert.equal(other.members.get('org_acme')?.size, 6);
  });

  it('gives out the same ids for the same random seed, and none of them twice', () => {
    const ids = (random: number) => {
      const world = createWorld(seed, { random });
      return Array.from({ length: 1000 }, () => world.newId('x'));
    };
    assert.deepEqual(ids(7), ids(7));
    assert.notDeepEqual(ids(7), ids(8));
    assert.equal(new Set(ids(7)).size, 1000);
  });
});

describe('withManyMembers', () => {
  it('adds that many people, the same ones each time', () => {
    const many = withManyMembers(seed, 'org_borealis', 250);
    assert.deepEqual(many, withManyMembers(seed, 'org_borealis', 250));
    const { members, userIdsByEmail } = createWorld(many);
    assert.equal(members.get('org_borealis')?.size, 252);
    assert.equal(userIdsByEmail.size, 264);
    assert.equal(seed.members.length, 13);
  });
});
