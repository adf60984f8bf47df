import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setupOrganizations } from '../trial/organizations.ts';

const flights = '/organizations/org_acme/applications/app_flights';

interface Impact {
  readonly roles: readonly { readonly roleId: string; readonly members: number }[];
}

async function rolesLost(answer: ReturnType<ReturnType<typeof setupOrganizations>['ask']>) {
  const { body } = await answer;
  const { roles } = body as unknown as Impact;
  return Object.fromEntries(roles.map(({ roleId, members }) => [roleId, members]));
}

describe('the roles that an impact names', () => {
  it('are those that members would lose, with how many members, and nothing is lost by asking', async () => {
    const { platform, grant, join, world } = setupOrganizations();
    join('user_shopper', 'org_acme');
    grant('user_shopper', 'org_acme', 'role_flights_approver', 'role_flights_viewer');
    const change = { method: 'POST', body: { roleGroupIds: ['group_flights_front_office'] } };
    const lost = await rolesLost(platform(`${flights}/preview`, change));
    assert.deepEqual(lost, { role_flights_approver: 2 });
    const [kept] = world.grants.get('org_acme')!.get('user_shopper')!;
    assert.equal(kept?.roles.length, 2);
  });

  it('are all roles that members have where an application is withdrawn, also below', async () => {
    const { platform, join, grant } = setupOrganizations();
    join('user_shopper', 'org_acme_north');
    grant('user_shopper', 'org_acme_north', 'role_flights_viewer');
    const lost = await rolesLost(platform(`${flights}/withdrawal`));
    // Beside the one below: Acme's own viewers.
    assert.deepEqual(lost, {
      role_flights_viewer: 3,
      role_flights_booking_agent: 1,
      role_flights_approver: 1,
    });
  });

  it('are none where nobody loses any', async () => {
    const { platform } = setupOrganizations();
    const change = { method: 'POST', body: { seatLimit: 100 } };
    assert.deepEqual(await rolesLost(platform(`${flights}/preview`, change)), {});
  });
});
