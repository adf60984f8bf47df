import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { directoryOf } from '../snapshot.ts';
import { outcome, setupOrganizations as setup } from '../trial/organizations.ts';

const acme = '/organizations/org_acme';
const north = '/organizations/org_acme_north';
const oslo = '/organizations/org_acme_north_oslo';

const patch = (body: object, headers = {}) => ({ method: 'PATCH', body, headers });
const post = (body?: object) => ({ method: 'POST', ...(body && { body }) });

describe('changing an organization', () => {
  it('replaces what is given, takes away what is null, leaves the rest', async () => {
    const { ask } = setup();
    const policy = { methods: ['password'], requiresSecondFactor: true, sessionMinutes: 60 };
    const metadata = { tier: 'gold', team: 'north' };
    const first = await ask(acme, patch({ name: ' Acme ', authentication: policy, metadata }));
    const { name, slug, version, authentication } = first.body;
    assert.deepEqual([name, slug, version, authentication], ['Acme', 'acme', 2, policy]);
    const branding = { accentColor: '#0A7D5C', logoUrl: 'https://acme.example/logo.svg' };
    const { body } = await ask(acme, patch({ branding, authentication: null, metadata: {} }));
    assert.deepEqual([body['branding'], body['metadata'], body['name']], [branding, {}, 'Acme']);
    assert.equal(body['authentication'], undefined);
  });

  it('T13: takes no field that is not to be written, and nothing beside it', async () => {
    const { world, ask } = setup();
    const before = directoryOf(world);
    const stored = { ...world.organizations.get('org_acme_north')!, version: 7, actions: {} };
    for (const [field, value] of Object.entries(stored)) {
      if (['name', 'slug'].includes(field)) continue;
      const answer = await ask(acme, patch({ name: 'Taken over', [field]: value }));
      assert.deepEqual([answer.status, answer.body['code']], [422, 'validation_failed'], field);
    }
    assert.deepEqual(directoryOf(world), before);
  });

  it('W20: takes no value that could not be shown', async () => {
    const { world, ask } = setup();
    const before = directoryOf(world);
    const bad = [
      { slug: 'Not A Slug' },
      { slug: 'admin' },
      { logoUrl: 'javascript:alert(1)' },
      { branding: { accentColor: 'red' } },
      ...['#fff', '#0a7d5c;', '#0a7d5c} * { display: none', '#0a7d5c</style><script>'].map(
        (accentColor) => ({ branding: { accentColor } }),
      ),
      ...['url(//evil.example)', 'var(--x)', 'expression(1)', '@import "x"', '#0a7d5c\n'].map(
        (accentColor) => ({ branding: { accentColor } }),
      ),
      { branding: { css: '*{}' } },
      { authentication: { methods: [] } },
      { authentication: { sessionMinutes: 0 } },
      { metadata: { tier: 1 } },
      { metadata: Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`key${at}`, 'x'])) },
      { name: '\u202e\u200b' },
    ];
    for (const body of bad) {
      assert.equal(
        await outcome(ask(acme, patch(body))),
        'validation_failed',
        JSON.stringify(body),
      );
    }
    assert.deepEqual(directoryOf(world), before);
  });

  it("O17: gives nobody a slug that was ever another's, and lets the owner have it back", async () => {
    const { as, ask, platform } = setup();
    const borealis = as('user_admin_borealis', 'org_borealis');
    const claim = () => outcome(borealis('/organizations/org_borealis', patch({ slug: 'acme' })));
    assert.equal(await claim(), 'already_exists');
    assert.equal(await outcome(ask(acme, patch({ slug: 'acme-group' }))), 200);
    assert.equal(await claim(), 'already_exists');
    const imposter = post({ name: 'Imposter', slug: 'acme' });
    assert.equal(await outcome(platform('/tenant/organizations', imposter)), 'already_exists');
    assert.equal(await outcome(ask(acme, patch({ slug: 'acme' }))), 200);
  });

  it('says beforehand whether a slug can be had, to whoever may make an organization', async () => {
    const { as, ask, platform } = setup();
    const available = async (slug: string) => (await ask(`/slugs/${slug}`)).body['available'];
    assert.equal(await available('acme'), 'already_exists');
    assert.equal(await available('Acme'), 'validation_failed');
    assert.equal(await available('acme-south'), true);
    assert.equal(await outcome(platform('/slugs/acme-south')), 200);
    assert.equal(await outcome(as('user_agent_acme', 'org_acme')('/slugs/acme')), 'forbidden');
    assert.equal(await outcome(as('user_shopper')('/slugs/acme')), 'forbidden');
  });

  it('changes nothing for who looked at another version', async () => {
    const { world, ask } = setup();
    const looked = { 'If-Match': '"1"' };
    assert.equal(await outcome(ask(acme, patch({ name: 'One' }, looked))), 200);
    const before = directoryOf(world);
    assert.equal(await outcome(ask(acme, patch({ name: 'Two' }, looked))), 'version_conflict');
    assert.deepEqual(directoryOf(world), before);
  });

  it('leaves how its members sign in to the organization itself, not to who manages it', async () => {
    const { world, as, ask, join } = setup();
    join('user_agent_acme', 'org_acme_north', 'organizationAdmin');
    const authentication = { requiresSecondFactor: true };
    const own = as('user_agent_acme', 'org_acme_north');
    assert.equal(await outcome(own(north, patch({ authentication }))), 200);
    const weaken = patch({ name: 'North', authentication: { requiresSecondFactor: false } });
    assert.equal(await outcome(ask(north, weaken)), 'not_found');
    assert.deepEqual(world.organizations.get('org_acme_north')?.authentication, authentication);
    assert.equal((await ask(north)).body['authentication'], undefined);
    assert.equal(await outcome(ask(north, patch({ name: 'North' }))), 200);
  });

  it('P15: tells members the name of who manages them, and lets them reach nothing above', async () => {
    const { as, ask, join } = setup();
    join('user_agent_acme', 'org_acme_north', 'organizationAdmin');
    const own = as('user_agent_acme', 'org_acme_north');
    assert.deepEqual((await own(north)).body['managedBy'], { name: 'Acme Travel' });
    assert.equal(await outcome(own(acme)), 'not_found');
    assert.equal(await outcome(own(acme, patch({ name: 'Mine' }))), 'not_found');
    const { body } = await ask(north);
    const managedBy = { organizationId: 'org_acme', name: 'Acme Travel' };
    assert.deepEqual(body['managedBy'], managedBy);
  });
});

describe('suspending an organization', () => {
  it('ends the refresh tokens of all that came through it, and of nobody else', async () => {
    const { world, ask, join, signIn } = setup();
    const ledger = world.onboardings.get('org_acme')!.get('app_ledger')!;
    world.onboardings
      .get('org_acme_north_oslo')!
      .set('app_ledger', { ...ledger, organizationId: 'org_acme_north_oslo' });
    join('user_agent_acme', 'org_acme_north_oslo');
    const through = [
      signIn('user_agent_acme', 'org_acme_north'),
      signIn('user_agent_acme', 'org_acme_north_oslo'),
    ];
    const others = [
      signIn('user_agent_acme', 'org_acme'),
      signIn('user_agent_acme', 'org_acme_north_oslo', 'client_ledger'),
      signIn('user_admin_borealis', 'org_borealis'),
    ];
    assert.equal((await ask(`${north}/suspend`, post())).body['status'], 'suspended');
    assert.ok(through.every((family) => family.revoked));
    assert.ok(others.every((family) => !family.revoked));
  });

  it('P27: lets nobody write in it until it is let in again, with exactly what it had', async () => {
    const { world, as, ask, join } = setup();
    join('user_agent_acme', 'org_acme_north', 'organizationAdmin');
    const own = as('user_agent_acme', 'org_acme_north');
    const held = () => ({ ...directoryOf(world), versions: undefined });
    const before = held();
    await ask(`${north}/suspend`, post());
    const suspended = directoryOf(world);
    assert.equal(await outcome(own(north, patch({ name: 'N' }))), 'organization_suspended');
    assert.equal(await outcome(ask(north, patch({ name: 'N' }))), 'organization_suspended');
    assert.equal(await outcome(ask(`${north}/suspend`, post())), 'organization_suspended');
    assert.equal(await outcome(own(`${north}/reactivate`, post())), 'organization_suspended');
    assert.deepEqual(directoryOf(world), suspended);
    assert.equal(await outcome(ask(`${north}/reactivate`, post())), 200);
    assert.deepEqual(held(), before);
    assert.equal(await outcome(ask(`${north}/reactivate`, post())), 'already_exists');
  });

  it('is not for its own administrator, nor for a neighbour', async () => {
    const { as, ask } = setup();
    assert.equal(await outcome(ask(`${acme}/suspend`, post())), 'forbidden');
    const neighbour = as('user_admin_borealis', 'org_borealis');
    assert.equal(await outcome(neighbour(`${oslo}/suspend`, post())), 'not_found');
  });
});

describe('handing an organization over', () => {
  const handOver = (userId: string) => post({ userId });

  it('gives and drops the administration in one step, with one root event', async () => {
    const { world, as, ask, signIn } = setup();
    const family = signIn('user_agent_acme', 'org_acme');
    assert.equal(await outcome(ask(`${acme}/ownership`, handOver('user_agent_acme'))), 200);
    const members = world.members.get('org_acme')!;
    assert.deepEqual(members.get('user_agent_acme')!.organizationRoleIds, [
      'organizationAdmin',
      'organizationMember',
    ]);
    assert.deepEqual(members.get('user_admin_acme')!.organizationRoleIds, ['organizationMember']);
    const roots = world.audit.filter((event) => event.causedBy === undefined);
    assert.deepEqual(
      roots.map(({ action }) => action),
      ['organization.transferOwnership'],
    );
    assert.equal(world.audit.length, 3);
    assert.ok(family.revoked);
    assert.equal(await outcome(ask(acme, patch({ name: 'Still mine' }))), 'forbidden');
    const agent = as('user_agent_acme', 'org_acme');
    assert.equal(await outcome(agent(acme, patch({ name: 'Mine now' }))), 200);
  });

  it('P05: never leaves an organization without an administrator who stays', async () => {
    const { world, ask, join } = setup();
    join('user_shopper', 'org_acme', 'organizationMember', { expiresAt: world.now() + 9 });
    const agent = world.users.get('user_agent_acme')!;
    world.users.set('user_agent_acme', { ...agent, status: 'disabled' });
    const before = directoryOf(world);
    const refused = {
      user_admin_acme: 'self_change_refused',
      user_invited: 'not_joined',
      user_suspended_acme: 'member_suspended',
      user_agent_acme: 'no_access',
      user_shopper: 'last_administrator',
      user_admin_borealis: 'not_found',
    };
    for (const [userId, code] of Object.entries(refused)) {
      assert.equal(await outcome(ask(`${acme}/ownership`, handOver(userId))), code, userId);
    }
    assert.equal(await outcome(ask(`${acme}/leave`, post())), 'last_administrator');
    assert.deepEqual(directoryOf(world), before);
  });

  it('is for who has it, and for nobody above', async () => {
    const { as, ask, platform } = setup();
    const transfer = handOver('user_agent_acme');
    const creator = as('user_creator_acme', 'org_acme');
    assert.equal(await outcome(creator(`${acme}/ownership`, transfer)), 'forbidden');
    assert.equal(await outcome(platform(`${acme}/ownership`, transfer)), 'forbidden');
    assert.equal(await outcome(ask(`${north}/ownership`, transfer)), 'not_found');
  });
});

describe('leaving an organization', () => {
  it('O22: ends the own membership with its grants and tokens, and no other', async () => {
    const { world, as, signIn } = setup();
    const [here, elsewhere] = [
      signIn('user_both', 'org_acme'),
      signIn('user_both', 'org_borealis'),
    ];
    const both = as('user_both', 'org_acme');
    assert.equal(await outcome(both(`${acme}/leave`, post())), 200);
    assert.equal(world.members.get('org_acme')!.has('user_both'), false);
    assert.equal(world.grants.get('org_acme')!.has('user_both'), false);
    assert.ok(world.members.get('org_borealis')!.has('user_both'));
    assert.deepEqual([here.revoked, elsewhere.revoked], [true, false]);
    assert.equal(await outcome(both('/me')), 'unauthenticated');
    const [root, ...rest] = world.audit;
    assert.equal(root?.action, 'organization.leave');
    assert.ok(rest.every((event) => event.causedBy === root.eventId || event.outcome === 'denied'));
  });
});

describe('making an organization', () => {
  it('gives it its first administrator with the same deed', async () => {
    const { world, platform } = setup();
    const { body } = await platform(
      '/tenant/organizations',
      post({ name: 'Delta', slug: 'delta', firstAdministrator: { userId: 'user_shopper' } }),
    );
    const organizationId = String(body['organizationId']);
    const member = world.members.get(organizationId)?.get('user_shopper');
    assert.deepEqual(member?.organizationRoleIds, ['organizationAdmin']);
    const [root, addition] = world.audit;
    assert.deepEqual([root?.action, root?.organizationId], ['organization.create', organizationId]);
    assert.deepEqual([addition?.action, addition?.causedBy], ['member.add', root?.eventId]);
  });

  it('is whole or nothing, and for platform administrators', async () => {
    const { world, ask, platform } = setup();
    const before = directoryOf(world);
    const creation = { name: 'Delta', slug: 'delta', firstAdministrator: { userId: 'user_gone' } };
    const path = '/tenant/organizations';
    assert.equal(await outcome(platform(path, post(creation))), 'validation_failed');
    assert.equal(await outcome(ask(path, post({ name: 'Delta', slug: 'delta' }))), 'forbidden');
    assert.equal(await outcome(ask(path)), 'forbidden');
    assert.deepEqual(directoryOf(world), before);
  });

  it('joins the list of all, which can be searched, narrowed and paged', async () => {
    const { platform } = setup();
    const names = async (query: string) => {
      const { body } = await platform(`/tenant/organizations?${query}`);
      const items = body['items'] as { name: string }[];
      return [body['total'], ...items.map(({ name }) => name)];
    };
    assert.deepEqual(await names('search=NORTH'), [2, 'Acme North', 'Acme North Oslo']);
    assert.deepEqual(await names('status=suspended'), [1, 'Dormant Ltd']);
    const first = await platform('/tenant/organizations?limit=4');
    const cursor = encodeURIComponent(String(first.body['nextCursor']));
    assert.deepEqual(await names(`limit=4&cursor=${cursor}`), [
      ...[7, 'Cirrus Group', 'Dormant Ltd'],
      'Juniper Bank',
    ]);
    const other = platform(`/tenant/organizations?limit=4&search=a&cursor=${cursor}`);
    assert.equal(await outcome(other), 'cursor_invalid');
  });
});
