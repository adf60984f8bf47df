import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allPermissions, type Onboarding } from '@tesserakit/domain';
import { seeds } from '../seeds/index.ts';
import { directoryOf } from '../snapshot.ts';
import { tableOf, createWorld } from '../world.ts';
import { trimToCeiling } from './ceiling-changes.ts';
import { record, type Deed } from './deed.ts';
import { withdrawOnboarding } from './onboarding-withdrawal.ts';

function setup() {
  const world = createWorld(seeds.default, { now: () => Date.parse('2026-03-01T09:00:00Z') });
  const userId = 'user_platform';
  const deed: Deed = {
    world,
    actor: { userId, organizationId: undefined, permissions: allPermissions, platform: true },
    by: { type: 'user', id: userId },
  };
  const narrow = (organizationId: string, some: Partial<Onboarding>) => {
    const onboardings = tableOf(world, 'onboardings', organizationId);
    onboardings.set('app_flights', { ...onboardings.get('app_flights')!, ...some });
  };
  const grant = (organizationId: string, userId: string, ...roleIds: string[]) =>
    tableOf(world, 'grants', organizationId).set(userId, [
      {
        userId,
        organizationId,
        applicationId: 'app_flights',
        roles: roleIds.map((roleId) => ({ roleId, source: 'direct' })),
      },
    ]);
  const rolesOf = (organizationId: string, userId: string) =>
    world.grants
      .get(organizationId)
      ?.get(userId)
      ?.find((one) => one.applicationId === 'app_flights')
      ?.roles.map(({ roleId }) => roleId);
  const trim = () =>
    trimToCeiling(deed, 'app_flights', record(deed, { action: 'onboarding.update' }));
  const happened = () =>
    world.audit.map(({ action, organizationId, target }) => [action, organizationId, target?.id]);
  return { world, deed, narrow, grant, rolesOf, trim, happened };
}

describe('trimToCeiling', () => {
  it('takes from grants and defaults what the organization may no longer hand out', () => {
    const { world, narrow, rolesOf, trim, grant, happened } = setup();
    grant('org_acme', 'user_both', 'role_flights_viewer', 'role_flights_approver');
    narrow('org_acme', { roleGroupIds: ['group_flights_approvals'] });
    trim();
    assert.deepEqual(rolesOf('org_acme', 'user_both'), ['role_flights_approver']);
    assert.equal(rolesOf('org_acme', 'user_agent_acme'), undefined);
    assert.deepEqual(rolesOf('org_acme', 'user_admin_acme'), ['role_flights_approver']);
    assert.deepEqual(rolesOf('org_borealis', 'user_both'), ['role_flights_approver']);
    assert.deepEqual(world.onboardings.get('org_acme')?.get('app_flights')?.defaultRoleIds, []);
    assert.deepEqual(happened(), [
      ['onboarding.update', undefined, undefined],
      ['onboarding.setDefaults', 'org_acme', 'app_flights'],
      ['access.withdraw', 'org_acme', 'user_agent_acme'],
      ['access.grant', 'org_acme', 'user_both'],
      ['access.withdraw', 'org_acme', 'user_suspended_acme'],
      ['onboarding.setDefaults', 'org_acme_north', 'app_flights'],
      ['onboarding.setDefaults', 'org_acme_north_oslo', 'app_flights'],
    ]);
    const [root, ...rest] = world.audit;
    for (const event of rest) assert.equal(event.causedBy, root?.eventId);
  });

  it('P14: reaches every organization below', () => {
    const { narrow, grant, rolesOf, trim } = setup();
    grant('org_acme_north_oslo', 'user_agent_acme', 'role_flights_viewer');
    narrow('org_acme', { exposedRoleGroupIds: [] });
    trim();
    assert.equal(rolesOf('org_acme_north_oslo', 'user_agent_acme'), undefined);
    assert.deepEqual(rolesOf('org_acme', 'user_agent_acme'), ['role_flights_booking_agent']);
  });

  it('keeps a grant without a role where people may enter without', () => {
    const { narrow, rolesOf, trim } = setup();
    narrow('org_acme', { roleGroupIds: [], allowsRolelessAccess: true });
    trim();
    assert.deepEqual(rolesOf('org_acme', 'user_agent_acme'), []);
  });

  it('takes everything where there is no onboarding any more, also what was given since', () => {
    const { world, grant, rolesOf, trim } = setup();
    trim();
    grant('org_nowhere', 'user_both', 'role_flights_viewer');
    grant('org_acme_north', 'user_both', 'role_flights_viewer');
    world.onboardings.get('org_acme_north')?.delete('app_flights');
    trim();
    assert.equal(rolesOf('org_acme_north', 'user_both'), undefined);
  });

  it('leaves everything as it is when nothing has sunk', () => {
    const { world, trim, happened } = setup();
    const before = directoryOf(world);
    trim();
    assert.deepEqual(directoryOf(world), before);
    assert.equal(happened().length, 1);
  });
});

describe('withdrawOnboarding', () => {
  it('takes the grants along, and the same application from the organizations below', () => {
    const { world, deed, grant, rolesOf, happened } = setup();
    grant('org_acme_north_oslo', 'user_agent_acme', 'role_flights_viewer');
    withdrawOnboarding(deed, world.organizations.get('org_acme')!, 'app_flights');
    for (const organizationId of ['org_acme', 'org_acme_north', 'org_acme_north_oslo']) {
      assert.equal(world.onboardings.get(organizationId)?.has('app_flights'), false);
      assert.equal(rolesOf(organizationId, 'user_agent_acme'), undefined);
    }
    assert.deepEqual(happened(), [
      ['onboarding.withdraw', 'org_acme', 'app_flights'],
      ['access.withdraw', 'org_acme', 'user_admin_acme'],
      ['access.withdraw', 'org_acme', 'user_agent_acme'],
      ['access.withdraw', 'org_acme', 'user_both'],
      ['access.withdraw', 'org_acme', 'user_suspended_acme'],
      ['onboarding.withdraw', 'org_acme_north', 'app_flights'],
      ['onboarding.withdraw', 'org_acme_north_oslo', 'app_flights'],
      ['access.withdraw', 'org_acme_north_oslo', 'user_agent_acme'],
    ]);
    const [root, ...rest] = world.audit;
    assert.equal(root?.causedBy, undefined);
    for (const event of rest) assert.equal(event.causedBy, root?.eventId);
    assert.ok(world.grants.get('org_acme')?.get('user_admin_acme'), 'other applications stay');
  });

  it('leaves what a managed organization does not have from there', () => {
    const { world, deed, narrow } = setup();
    const { fromParent, ...own } = world.onboardings.get('org_acme_north')!.get('app_flights')!;
    assert.equal(fromParent, true);
    tableOf(world, 'onboardings', 'org_acme_north').set('app_flights', own);
    narrow('org_acme', {});
    withdrawOnboarding(deed, world.organizations.get('org_acme')!, 'app_flights');
    assert.equal(world.onboardings.get('org_acme_north')?.has('app_flights'), true);
  });

  it('follows from another deed when it is told so', () => {
    const { world, deed } = setup();
    const causedBy = record(deed, { action: 'organization.move' });
    withdrawOnboarding(deed, world.organizations.get('org_borealis')!, 'app_flights', { causedBy });
    const causes = new Set(world.audit.slice(1).map((event) => event.causedBy));
    assert.deepEqual([...causes], [causedBy]);
  });
});
