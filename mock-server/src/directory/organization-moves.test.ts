import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { directoryOf, exportWorld, restore } from '../snapshot.ts';
import { outcome, setupOrganizations } from '../trial/organizations.ts';

const oslo = 'org_acme_north_oslo';

function setup() {
  const trial = setupOrganizations();
  const { world, platform } = trial;
  const expose = (organizationId: string, ...exposedRoleGroupIds: string[]) => {
    const onboardings = world.onboardings.get(organizationId)!;
    onboardings.set('app_flights', { ...onboardings.get('app_flights')!, exposedRoleGroupIds });
  };
  const move = async (organizationId: string, parentOrganizationId: string | null) => {
    const path = `/organizations/${organizationId}`;
    const query = parentOrganizationId ? `?parentOrganizationId=${parentOrganizationId}` : '';
    const { body, status } = await platform(`${path}/move${query}`);
    if (status !== 200) return { body, status };
    return platform(`${path}/parent?impact=${String(body['token'])}`, {
      method: 'PUT',
      body: { parentOrganizationId },
    });
  };
  return { ...trial, expose, move };
}

describe('moving an organization', () => {
  it('keeps what the new parent hands on', async () => {
    const { world, expose, move, join, grant, signIn } = setup();
    expose('org_borealis', 'group_flights_front_office');
    join('user_shopper', oslo);
    grant('user_shopper', oslo, 'role_flights_viewer');
    const family = signIn('user_shopper', oslo);
    const { body } = await move(oslo, 'org_borealis');
    assert.deepEqual(body['managedBy'], { organizationId: 'org_borealis', name: 'Borealis' });
    const { roleGroupIds, fromParent } = world.onboardings.get(oslo)!.get('app_flights')!;
    assert.deepEqual([roleGroupIds, fromParent], [['group_flights_front_office'], true]);
    assert.ok(world.grants.get(oslo)!.has('user_shopper'));
    assert.equal(family.revoked, false);
  });

  it('takes away the part that the new parent does not hand on, and its roles', async () => {
    const { world, expose, move, join, grant } = setup();
    expose('org_borealis', 'group_flights_front_office');
    const onboardings = world.onboardings.get(oslo)!;
    const roleGroupIds = ['group_flights_approvals', 'group_flights_front_office'];
    onboardings.set('app_flights', { ...onboardings.get('app_flights')!, roleGroupIds });
    join('user_shopper', oslo);
    grant('user_shopper', oslo, 'role_flights_viewer', 'role_flights_approver');
    await move(oslo, 'org_borealis');
    const { roleGroupIds: left } = onboardings.get('app_flights')!;
    assert.deepEqual(left, ['group_flights_front_office']);
    const [flights] = world.grants.get(oslo)!.get('user_shopper')!;
    assert.deepEqual(
      flights?.roles.map(({ roleId }) => roleId),
      ['role_flights_viewer'],
    );
  });

  it('withdraws what it does not, with grants and tokens, as consequences of the move', async () => {
    const { world, move, join, grant, signIn } = setup();
    join('user_shopper', oslo);
    grant('user_shopper', oslo, 'role_flights_viewer');
    const family = signIn('user_shopper', oslo);
    assert.equal((await move(oslo, 'org_cirrus')).status, 200);
    assert.equal(world.onboardings.get(oslo)!.size, 0);
    assert.equal(world.grants.get(oslo)!.size, 0);
    assert.ok(family.revoked);
    const [root, ...rest] = world.audit;
    assert.deepEqual(
      [root?.action, root?.details],
      ['organization.move', { from: 'org_acme_north', to: 'org_cirrus' }],
    );
    assert.deepEqual(
      rest.map(({ action, causedBy }) => [action, causedBy === root?.eventId]),
      [
        ['onboarding.withdraw', true],
        ['access.withdraw', true],
      ],
    );
  });

  it('P16: takes it out of reach of the parent before, at once', async () => {
    const { ask, as, expose, move } = setup();
    expose('org_borealis', 'group_flights_front_office');
    const path = `/organizations/${oslo}`;
    assert.equal(await outcome(ask(path)), 200);
    await move(oslo, 'org_borealis');
    assert.equal(await outcome(ask(path)), 'not_found');
    assert.equal(await outcome(ask(path, { method: 'PATCH', body: { name: 'N' } })), 'not_found');
    assert.equal(await outcome(as('user_admin_borealis', 'org_borealis')(path)), 200);
  });

  it('P17: makes no cycle and no tower', async () => {
    const { world, move } = setup();
    const before = directoryOf(world);
    const code = async (id: string, parentId: string) => (await move(id, parentId)).body['code'];
    assert.equal(await code('org_acme', 'org_acme'), 'cycle_refused');
    assert.equal(await code('org_acme', oslo), 'cycle_refused');
    assert.equal(await code('org_acme_north', oslo), 'cycle_refused');
    const deep = world.organizations.get('org_borealis')!;
    world.organizations.set('org_borealis', { ...deep, parentOrganizationId: oslo });
    assert.equal(await code('org_cirrus', 'org_borealis'), 'depth_exceeded');
    world.organizations.set('org_borealis', deep);
    assert.equal(await code(oslo, 'org_nowhere'), 'not_found');
    assert.deepEqual(directoryOf(world), before);
  });

  it('P17: keeps a forest, and no taller than it may be, whatever is moved where', async () => {
    const { world, move } = setup();
    const before = await exportWorld(world);
    const ids = [...world.organizations.keys(), 'org_nowhere'];
    const anyMove = fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids, null));
    const codes = new Set<unknown>();
    const depthOf = (id: string, seen: readonly string[] = []): number => {
      assert.ok(!seen.includes(id), `a cycle at ${id}`);
      const above = world.organizations.get(id)?.parentOrganizationId;
      return above === undefined ? 0 : 1 + depthOf(above, [...seen, id]);
    };
    await fc.assert(
      fc.asyncProperty(fc.array(anyMove, { minLength: 4, maxLength: 10 }), async (moves) => {
        restore(world, before);
        for (const [id, parentId] of moves) {
          const { status, body } = await move(id, parentId);
          codes.add(status === 200 ? 200 : body['code']);
          for (const one of world.organizations.keys()) assert.ok(depthOf(one) <= 3);
        }
      }),
      { numRuns: 60 },
    );
    for (const code of [200, 'cycle_refused', 'depth_exceeded', 'not_found'])
      assert.ok(codes.has(code));
  });

  it('leaves nobody at the root whom nobody administers', async () => {
    const { world, move, join } = setup();
    assert.equal((await move(oslo, null)).body['code'], 'last_administrator');
    join('user_shopper', oslo, 'organizationAdmin');
    const { body } = await move(oslo, null);
    assert.equal(body['managedBy'], undefined);
    assert.equal(world.organizations.get(oslo)?.parentOrganizationId, undefined);
  });

  it('is for platform administrators, who looked at its impact', async () => {
    const { ask, platform } = setup();
    const change = { method: 'PUT', body: { parentOrganizationId: 'org_cirrus' } };
    assert.equal(await outcome(ask('/organizations/org_acme/parent', change)), 'forbidden');
    assert.equal(await outcome(ask(`/organizations/${oslo}/parent`, change)), 'not_found');
    assert.equal(
      await outcome(platform(`/organizations/${oslo}/parent`, change)),
      'impact_unconfirmed',
    );
  });
});
