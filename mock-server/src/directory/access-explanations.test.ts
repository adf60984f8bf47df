import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setupOrganizations } from '../trial/organizations.ts';

const suspended = '/organizations/org_acme/members/user_suspended_acme/access/app_flights/explain';
const agent = '/organizations/org_acme/members/user_agent_acme/access';
const below = '/organizations/org_acme_north_oslo/members/user_shopper/access/app_flights/explain';

/** A member of an organization two levels below Acme, with access to Flights. */
function setupBelow() {
  const setup = setupOrganizations();
  setup.join('user_shopper', 'org_acme_north_oslo', 'organizationAdmin');
  setup.grant('user_shopper', 'org_acme_north_oslo', 'role_flights_viewer');
  const suspend = (organizationId: string) => {
    const organization = setup.world.organizations.get(organizationId)!;
    setup.world.organizations.set(organizationId, { ...organization, status: 'suspended' });
  };
  return { ...setup, suspend, own: setup.as('user_shopper', 'org_acme_north_oslo') };
}

describe('why a member may or may not enter', () => {
  it('names what would open the door, by whom, and whether this caller may', async () => {
    const { ask, platform, as } = setupOrganizations();
    const reactivation = { name: 'reactivate_member', by: 'organization' };
    for (const [asking, may] of [
      [ask, true],
      [platform, true],
    ] as const) {
      const { body } = await asking(suspended);
      assert.deepEqual(body['remedies'], [{ ...reactivation, may }]);
    }
    const { body } = await as('user_agent_acme', 'org_acme')(`${agent}/app_ledger/explain`);
    assert.deepEqual(body['remedies'], [
      { name: 'give_access', by: 'organization', may: 'forbidden' },
    ]);
  });

  it('names nothing where the door is open, and says what rests on each role', async () => {
    const { ask, world } = setupOrganizations();
    const { body } = await ask(`${agent}/app_flights/explain`);
    assert.deepEqual(body['remedies'], []);
    const [role] = body['roles'] as { removal: unknown }[];
    assert.deepEqual(role?.removal, {
      entry: 'role_outside_ceiling',
      permissions: world.roles.get('role_flights_booking_agent')!.permissions,
    });
  });

  it('tells those below one thing about whatever is closed above, and those above their own', async () => {
    const { own, as, platform, suspend } = setupBelow();
    const parent = as('user_admin_acme', 'org_acme');
    suspend('org_acme_north');
    const remedy = { name: 'restore_above', by: 'parent' };
    assert.deepEqual((await own(below)).body['remedies'], [{ ...remedy, may: 'forbidden' }]);
    assert.deepEqual((await parent(below)).body['remedies'], [{ ...remedy, may: true }]);
    suspend('org_acme');
    const { body } = await platform(below);
    assert.deepEqual(body['remedies'], [{ ...remedy, may: true }]);
  });

  it('leaves an application to the platform, and an account too', async () => {
    const { ask, platform, world } = setupOrganizations();
    const flights = world.applications.get('app_flights')!;
    world.applications.set('app_flights', { ...flights, status: 'disabled' });
    const user = world.users.get('user_agent_acme')!;
    world.users.set(user.userId, { ...user, status: 'disabled' });
    const names = ['enable_user', 'enable_application'];
    for (const [asking, may] of [
      [ask, 'forbidden'],
      [platform, true],
    ] as const) {
      const { body } = await asking(`${agent}/app_flights/explain`);
      assert.deepEqual(
        body['remedies'],
        names.map((name) => ({ name, by: 'platform', may })),
      );
    }
  });
});
