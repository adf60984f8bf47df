import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { directoryOf } from '../snapshot.ts';
import type { Ask } from '../trial/directory.ts';
import { outcome, setupOrganizations as setup } from '../trial/organizations.ts';
import { confirmed as lookedAt } from '../trial/tenant.ts';
import { tableOf } from '../world.ts';

const children = '/organizations/org_acme/managed-organizations';
const oslo = 'org_acme_north_oslo';
const frontOffice = 'group_flights_front_office';
const approvals = 'group_flights_approvals';

const creation = {
  name: 'Acme South',
  slug: 'acme-south',
  applicationId: 'app_flights',
  roleGroupIds: [frontOffice],
};
const post = (body: object) => ({ method: 'POST', body });
const put = (...roleGroupIds: string[]) => ({ method: 'PUT', body: { roleGroupIds } });
/** Looks at what it would do, then does it. */
const confirmed = async (ask: Ask, path: string, ...roleGroupIds: string[]) => {
  const { body } = await ask(`${path}/preview`, post({ roleGroupIds }));
  return ask(`${path}?impact=${String(body['token'])}`, put(...roleGroupIds));
};
const share = (organizationId: string, what: 'role-groups' | 'exposed-role-groups') =>
  `/organizations/${organizationId}/applications/app_flights/${what}`;

describe('listing managed organizations', () => {
  it('shows one level, each with what it has from there', async () => {
    const { ask } = setup();
    const { body } = await ask(children);
    const [north, ...others] = body['items'] as Record<string, unknown>[];
    assert.deepEqual([body['total'], others.length], [1, 0]);
    assert.deepEqual([north?.['name'], north?.['childCount']], ['Acme North', 1]);
    assert.deepEqual(north?.['applications'], [
      {
        applicationId: 'app_flights',
        name: 'Flights',
        status: 'active',
        roleGroups: [{ roleGroupId: frontOffice, name: 'Front office' }],
        version: 1,
      },
    ]);
    const below = await ask('/organizations/org_acme_north/managed-organizations');
    assert.equal(below.body['total'], 1);
  });

  it('shows all levels where that is asked for, each with who manages it', async () => {
    const { ask, as } = setup();
    const below = async (query: string) => {
      const { body } = await ask(`${children}?${query}`);
      return (body['items'] as { name: string; managedBy: { name: string } }[]).map(
        ({ name, managedBy }) => `${name} < ${managedBy.name}`,
      );
    };
    const all = ['Acme North < Acme Travel', 'Acme North Oslo < Acme North'];
    assert.deepEqual(await below('levels=all'), all);
    assert.deepEqual(await below('levels=all&search=oslo'), all.slice(1));
    assert.deepEqual(await below('levels=one&search=oslo'), []);
    assert.equal(await outcome(ask(`${children}?levels=two`)), 'validation_failed');
    const page = (await ask(`${children}?levels=all&limit=1`)).body['nextCursor'];
    assert.equal(await outcome(ask(`${children}?cursor=${String(page)}`)), 'cursor_invalid');
    // Who manages nothing sees nothing of what is below others.
    const borealis = as('user_admin_borealis', 'org_borealis');
    const { body } = await borealis('/organizations/org_borealis/managed-organizations?levels=all');
    assert.equal(body['total'], 0);
  });

  it('can be searched, narrowed and paged', async () => {
    const { ask } = setup();
    for (const name of ['South', 'East']) {
      await ask(children, post({ ...creation, name: `Acme ${name}`, slug: name.toLowerCase() }));
    }
    const names = async (query: string) => {
      const { body } = await ask(`${children}?${query}`);
      const items = body['items'] as { name: string }[];
      return [body['total'], ...items.map(({ name }) => name)];
    };
    assert.deepEqual(await names(''), [3, 'Acme East', 'Acme North', 'Acme South']);
    assert.deepEqual(await names('search=so'), [1, 'Acme South']);
    assert.deepEqual(await names('status=suspended'), [0]);
    const first = await ask(`${children}?limit=2`);
    const cursor = encodeURIComponent(String(first.body['nextCursor']));
    assert.deepEqual(await names(`limit=2&cursor=${cursor}`), [3, 'Acme South']);
  });

  it('P31: shows nothing that is managed for another application than the own', async () => {
    const { world, ask, platform } = setup();
    const onboardings = world.onboardings.get(oslo)!;
    const flights = onboardings.get('app_flights')!;
    onboardings.delete('app_flights');
    onboardings.set('app_ledger', { ...flights, applicationId: 'app_ledger' });
    const path = '/organizations/org_acme_north/managed-organizations';
    assert.equal((await ask(path)).body['total'], 0);
    assert.equal((await platform(path)).body['total'], 1);
    const [north] = (await ask(children)).body['items'] as { childCount: number }[];
    assert.equal(north?.childCount, 0);
  });

  it('is refused to plain members, and not found by a neighbour', async () => {
    const { as } = setup();
    assert.equal(await outcome(as('user_agent_acme', 'org_acme')(children)), 'forbidden');
    assert.equal(await outcome(as('user_admin_borealis', 'org_borealis')(children)), 'not_found');
  });
});

describe('making a managed organization', () => {
  it('links it to the parent for the application, and makes nobody a member', async () => {
    const { world, as } = setup();
    const creator = as('user_creator_acme', 'org_acme');
    const { body } = await creator(children, post(creation));
    const organizationId = String(body['organizationId']);
    assert.equal(world.members.get(organizationId)?.size ?? 0, 0);
    assert.equal(world.organizations.get(organizationId)?.parentOrganizationId, 'org_acme');
    const onboarding = world.onboardings.get(organizationId)?.get('app_flights');
    assert.deepEqual([onboarding?.fromParent, onboarding?.roleGroupIds], [true, [frontOffice]]);
    const [root, consequence, ...more] = world.audit;
    assert.deepEqual(
      [root?.action, root?.target?.id],
      ['managedOrganization.create', organizationId],
    );
    assert.deepEqual([consequence?.causedBy, more], [root?.eventId, []]);
  });

  it('P12, P13: gives nothing that the parent does not have or does not expose', async () => {
    const { world, ask } = setup();
    const before = directoryOf(world);
    const refused = [
      [{ applicationId: 'app_rewards' }, 'application_not_onboarded'],
      [{ applicationId: 'app_nowhere' }, 'application_not_onboarded'],
      [{ roleGroupIds: [approvals] }, 'role_outside_ceiling'],
      [{ roleGroupIds: ['group_ledger_control'] }, 'role_outside_ceiling'],
      [{ defaultRoleIds: ['role_flights_approver'] }, 'role_outside_ceiling'],
      [{ slug: 'borealis' }, 'already_exists'],
      [{ slug: 'admin' }, 'validation_failed'],
      [{ parentOrganizationId: 'org_borealis' }, 'validation_failed'],
    ] as const;
    for (const [some, code] of refused) {
      const answer = ask(children, post({ ...creation, ...some }));
      assert.equal(await outcome(answer), code, JSON.stringify(some));
    }
    assert.deepEqual(directoryOf(world), before);
  });

  it('P17: builds no tower', async () => {
    const { world, ask } = setup();
    const below = (id: unknown) => `/organizations/${String(id)}/managed-organizations`;
    const exposure = share(oslo, 'exposed-role-groups');
    assert.equal(await outcome(ask(exposure, put(frontOffice))), 200);
    const third = await ask(below(oslo), post(creation));
    assert.equal(third.status, 200);
    const id = String(third.body['organizationId']);
    assert.equal(await outcome(ask(share(id, 'exposed-role-groups'), put(frontOffice))), 200);
    const before = directoryOf(world);
    const fourth = ask(below(id), post({ ...creation, slug: 'too-deep' }));
    assert.equal(await outcome(fourth), 'depth_exceeded');
    assert.deepEqual(directoryOf(world), before);
  });
});

describe('every role group for every child', () => {
  const groups = [
    frontOffice,
    approvals,
    'group_ledger_bookkeeping',
    'group_ledger_control',
    'group_of_nobody',
  ];
  const applications = ['app_flights', 'app_ledger', 'app_rewards', 'app_shop'];

  it('P12, P13: is handed on as far as the parent has it and exposes it, and no further', async () => {
    const { world, platform, ask } = setup();
    const shares = world.onboardings.get('org_acme')!;
    const [flights, ledger] = [shares.get('app_flights')!, shares.get('app_ledger')!];
    const subsets = [[], [frontOffice], [approvals], [frontOffice, approvals]];
    for (const has of subsets) {
      for (const exposes of subsets) {
        shares.set('app_flights', { ...flights, roleGroupIds: has, exposedRoleGroupIds: exposes });
        shares.set('app_ledger', {
          ...ledger,
          exposedRoleGroupIds: ['group_ledger_control', 'group_of_nobody'],
        });
        for (const applicationId of applications) {
          for (const group of groups) {
            const before = directoryOf(world);
            const child = {
              ...creation,
              slug: world.newId('child').replace('_', '-'),
              applicationId,
              roleGroupIds: [group],
              defaultRoleIds: [],
            };
            const onboarded = ['app_flights', 'app_ledger'].includes(applicationId);
            const open =
              applicationId === 'app_flights'
                ? has.includes(group) && exposes.includes(group)
                : applicationId === 'app_ledger' && group === 'group_ledger_control';
            const expected = onboarded
              ? open
                ? 200
                : 'role_outside_ceiling'
              : 'application_not_onboarded';
            for (const who of [ask, platform]) {
              const slug = `${child.slug}-${who === ask ? 'a' : 'b'}`;
              const answer = await outcome(who(children, post({ ...child, slug })));
              assert.equal(
                answer,
                expected,
                `${applicationId} ${group} ${has.join()} ${exposes.join()}`,
              );
            }
            if (!open) assert.deepEqual(directoryOf(world), before);
          }
        }
      }
    }
  });
});

describe('a tree of five levels', () => {
  const levels = ['org_acme', 'org_two', 'org_three', 'org_four', 'org_five'];

  /** Each has Flights from the one above, with somebody in it who may enter. */
  function tall() {
    const trial = setup();
    const { world, join, grant, signIn } = trial;
    Object.assign(world.settings, { maxManagedDepth: 5 });
    const north = world.organizations.get('org_acme_north')!;
    const onboarding = world.onboardings.get('org_acme_north')!.get('app_flights')!;
    for (const [above, organizationId] of levels.slice(1).entries()) {
      const parentOrganizationId = levels[above]!;
      const slug = organizationId.replace('org_', '');
      world.organizations.set(organizationId, {
        ...north,
        organizationId,
        slug,
        parentOrganizationId,
      });
      tableOf(world, 'onboardings', organizationId).set('app_flights', {
        ...onboarding,
        organizationId,
      });
    }
    const families = levels.map((organizationId) => {
      join('user_shopper', organizationId);
      grant('user_shopper', organizationId, 'role_flights_viewer');
      return signIn('user_shopper', organizationId);
    });
    const entries = () =>
      Promise.all(
        levels.map(async (organizationId) => {
          const member = `/organizations/${organizationId}/members/user_shopper`;
          const { body, status } = await trial.platform(`${member}/access/app_flights/explain`);
          return status === 200 && body['entry'] === true && body['permissions'] !== undefined;
        }),
      );
    return { ...trial, families, entries };
  }

  const share = '/organizations/org_acme/applications/app_flights';
  const losses = {
    'the application': [`${share}/withdrawal`, share, 'DELETE', undefined],
    'the role group': [`${share}/preview`, share, 'PATCH', { roleGroupIds: [approvals] }],
    'what it exposed': [
      `${share}/exposed-role-groups/preview`,
      `${share}/exposed-role-groups`,
      'PUT',
      { roleGroupIds: [] },
    ],
  } as const;
  for (const [name, loss] of Object.entries(losses)) {
    it(`P14: loses ${name} at once in every leaf, with what was signed in`, async () => {
      const { platform, families, entries } = tall();
      assert.deepEqual(await entries(), [true, true, true, true, true]);
      const [preview, path, method, change] = loss;
      const { answer } = await lookedAt(platform, preview, path, method, change);
      assert.equal(answer.status, 200, answer.text);
      const root = name === 'what it exposed';
      assert.deepEqual(await entries(), [root, false, false, false, false]);
      assert.deepEqual(
        families.map(({ revoked }) => revoked),
        [!root, true, true, true, true],
      );
    });
  }

  it('P14: is shut in every leaf while the root is suspended, and open again after', async () => {
    const { platform, families, entries } = tall();
    await platform('/organizations/org_acme/suspend', { method: 'POST' });
    assert.deepEqual(await entries(), [false, false, false, false, false]);
    assert.ok(families.every(({ revoked }) => revoked));
    await platform('/organizations/org_acme/reactivate', { method: 'POST' });
    assert.deepEqual(await entries(), [true, true, true, true, true]);
  });
});

describe('narrowing what is handed on', () => {
  function below() {
    const trial = setup();
    const { join, grant } = trial;
    for (const organizationId of ['org_acme_north', oslo]) {
      join('user_shopper', organizationId);
      grant('user_shopper', organizationId, 'role_flights_viewer');
    }
    return trial;
  }

  it('P14: is felt at once in the whole tree below, and in its tokens', async () => {
    const { world, ask, signIn } = below();
    const family = signIn('user_shopper', oslo);
    const bystander = signIn('user_agent_acme', 'org_acme');
    const { body } = await confirmed(ask, share('org_acme', 'exposed-role-groups'));
    assert.deepEqual([body['roleGroups'], body['version']], [[], 2]);
    for (const organizationId of ['org_acme_north', oslo]) {
      const onboarding = world.onboardings.get(organizationId)!.get('app_flights')!;
      assert.deepEqual([onboarding.roleGroupIds, onboarding.exposedRoleGroupIds], [[], []]);
      assert.deepEqual(onboarding.defaultRoleIds, []);
      assert.equal(world.grants.get(organizationId)!.has('user_shopper'), false);
    }
    assert.deepEqual([family.revoked, bystander.revoked], [true, false]);
    assert.ok(world.grants.get('org_acme')!.has('user_agent_acme'));
  });

  it('writes one root event, and each consequence where it happened', async () => {
    const { world, ask } = below();
    await confirmed(ask, share('org_acme', 'exposed-role-groups'));
    const [root, ...rest] = world.audit;
    assert.deepEqual(
      [root?.action, root?.organizationId],
      ['managedOrganization.expose', 'org_acme'],
    );
    assert.ok(rest.every(({ causedBy }) => causedBy === root?.eventId));
    const withdrawn = rest.filter(({ action }) => action === 'access.withdraw');
    assert.deepEqual(
      withdrawn.map(({ organizationId }) => organizationId),
      ['org_acme_north', oslo],
    );
  });

  it('does nothing until what it takes away was looked at', async () => {
    const { world, ask } = below();
    const before = directoryOf(world);
    const path = share('org_acme', 'exposed-role-groups');
    assert.equal(await outcome(ask(path, put())), 'impact_unconfirmed');
    const { body } = await ask(`${path}/preview`, post({ roleGroupIds: [] }));
    assert.deepEqual(body['counts'], {
      'managedOrganization.setRoleGroups': 2,
      'onboarding.setDefaults': 2,
      'access.withdraw': 2,
    });
    assert.deepEqual(directoryOf(world), before);
    assert.deepEqual(
      world.audit.map(({ outcome }) => outcome),
      ['denied'],
    );
  });

  it('gives nothing back by itself when it is exposed again', async () => {
    const { world, ask } = below();
    await confirmed(ask, share('org_acme', 'exposed-role-groups'));
    await ask(share('org_acme', 'exposed-role-groups'), put(frontOffice));
    const { roleGroupIds } = world.onboardings.get('org_acme_north')!.get('app_flights')!;
    assert.deepEqual(roleGroupIds, []);
    assert.equal(world.grants.get('org_acme_north')!.has('user_shopper'), false);
  });

  it('P14: gives no single role back by itself when it is exposed again', async () => {
    const { world, ask } = below();
    const north = '/organizations/org_acme_north/applications/app_flights';
    const single = { method: 'PATCH', body: { roleIds: ['role_flights_viewer'] } };
    assert.equal((await ask(north, single)).status, 200);
    await confirmed(ask, share('org_acme', 'exposed-role-groups'));
    await ask(share('org_acme', 'exposed-role-groups'), put(frontOffice));
    const { roleIds } = world.onboardings.get('org_acme_north')!.get('app_flights')!;
    assert.deepEqual(roleIds, []);
    const path = '/organizations/org_acme_north/members/user_shopper/access/app_flights';
    const viewer = { method: 'PUT', body: { roleIds: ['role_flights_viewer'] } };
    assert.equal(await outcome(ask(path, viewer)), 'role_outside_ceiling');
  });

  it('P13: sets for a child what is exposed to it, and no more', async () => {
    const { world, ask } = below();
    const path = share('org_acme_north', 'role-groups');
    assert.equal(await outcome(ask(path, put(frontOffice, approvals))), 'role_outside_ceiling');
    const exposure = share('org_acme', 'exposed-role-groups');
    assert.equal(await outcome(ask(exposure, put('group_ledger_control'))), 'role_outside_ceiling');
    assert.equal(await outcome(ask(exposure, put(frontOffice, approvals))), 200);
    assert.equal(await outcome(confirmed(ask, path, approvals)), 200);
    assert.deepEqual(world.onboardings.get(oslo)!.get('app_flights')!.roleGroupIds, []);
    assert.equal(world.grants.get('org_acme_north')!.has('user_shopper'), false);
  });

  it('P15: is nothing that a child does for itself, nor for its parent', async () => {
    const { as, ask, join } = below();
    join('user_agent_acme', 'org_acme_north', 'organizationAdmin');
    const own = as('user_agent_acme', 'org_acme_north');
    const path = share('org_acme_north', 'role-groups');
    assert.equal(await outcome(own(path, put())), 'forbidden');
    assert.equal(await outcome(own(share('org_acme', 'exposed-role-groups'), put())), 'not_found');
    assert.equal(await outcome(ask(share('org_acme', 'role-groups'), put())), 'forbidden');
    const ledger = path.replace('app_flights', 'app_ledger');
    assert.equal(await outcome(ask(ledger, put())), 'not_found');
  });

  it('changes nothing for who looked at another version', async () => {
    const { world, ask } = below();
    const before = directoryOf(world);
    const stale = { ...put(), headers: { 'If-Match': '"7"' } };
    assert.equal(
      await outcome(ask(share('org_acme', 'exposed-role-groups'), stale)),
      'version_conflict',
    );
    assert.deepEqual(directoryOf(world), before);
  });
});
