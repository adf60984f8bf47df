import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { outcome, setupOrganizations } from '../trial/organizations.ts';

const approver = '/tenant/applications/app_flights/roles/role_flights_approver/holders';
const member = '/tenant/organization-roles/organizationMember/holders';

describe('who has a role', () => {
  it('is counted over all organizations, each person once in each of them', async () => {
    const { platform, join, grant } = setupOrganizations();
    const before = (await platform(approver)).body as { members: number; organizations: number };
    join('user_shopper', 'org_acme_north');
    grant('user_shopper', 'org_acme_north', 'role_flights_approver', 'role_flights_viewer');
    const { members, organizations } = before;
    assert.deepEqual((await platform(approver)).body, {
      members: members + 1,
      organizations: organizations + 1,
    });
  });

  it('is counted for organization roles, too', async () => {
    const { platform, join, world } = setupOrganizations();
    const { body } = await platform(member);
    join('user_shopper', 'org_acme_north');
    const north = [...world.members.get('org_acme_north')!.values()];
    assert.equal(north.length, 1);
    assert.deepEqual((await platform(member)).body, {
      members: Number(body['members']) + 1,
      organizations: Number(body['organizations']) + 1,
    });
  });

  it('is nobody’s to know but the platform’s', async () => {
    const { ask } = setupOrganizations();
    assert.equal(await outcome(ask(approver)), 'forbidden');
    assert.equal(await outcome(ask(member)), 'forbidden');
  });

  it('knows no role that there is not', async () => {
    const { platform } = setupOrganizations();
    for (const path of [approver.replace('approver', 'gone'), member.replace('Member', 'Gone')]) {
      assert.equal(await outcome(platform(path)), 'not_found');
    }
  });
});

describe('what somebody may put into an organization role', () => {
  it('comes with the catalogue, for the platform and for others', async () => {
    const { platform, ask } = setupOrganizations();
    const list = '/organizations/org_acme/organization-roles';
    for (const [asking, verdict] of [
      [platform, true],
      [ask, 'forbidden'],
    ] as const) {
      const { body } = await asking(list);
      const { actions, permissions } = body as unknown as {
        actions: Record<string, unknown>;
        permissions: readonly { permission: string; mayGive: unknown }[];
      };
      assert.equal(actions['organizationRole.create'], verdict);
      assert.equal(permissions.length, 24);
      assert.ok(permissions.every(({ mayGive }) => mayGive === verdict));
    }
  });
});
