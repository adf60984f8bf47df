import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memberPage, memberSorts, type MemberOrder } from '@tesserakit/contract';
import * as v from 'valibot';
import { seeds } from '../seeds/index.ts';
import { withManyMembers } from '../seeds/many-members.ts';
import { createServer } from '../server.ts';
import { asPerson } from '../trial/directory.ts';
import { createWorld } from '../world.ts';

function setup(count = 137) {
  const world = createWorld(withManyMembers(seeds.default, 'org_acme', count));
  const server = createServer(world);
  const as = (userId: string, organizationId: string) => {
    const ask = asPerson(world, server, userId, organizationId);
    return async (query: Record<string, string> = {}) => {
      const search = new URLSearchParams(query).toString();
      return ask(`/organizations/${organizationId}/members?${search}`);
    };
  };
  const ask = as('user_admin_acme', 'org_acme');
  const list = async (query: Record<string, string>) =>
    v.parse(memberPage, (await ask(query)).body);
  const all = async (query: Record<string, string>) => {
    const pages = [await list(query)];
    for (let cursor = pages[0]?.nextCursor; cursor; cursor = pages.at(-1)?.nextCursor) {
      pages.push(await list({ ...query, cursor }));
    }
    return { pages, items: pages.flatMap((page) => page.items) };
  };
  return { world, as, ask, list, all };
}

describe('listMembers', () => {
  const queries: Record<string, string>[] = [
    {},
    { search: 'an' },
    { status: 'pending' },
    { organizationRole: 'organizationAdmin' },
    { applicationRole: 'role_ledger_reader' },
    { status: 'active', search: 'e', applicationRole: 'role_flights_viewer' },
    { search: 'nobody at all' },
  ];
  for (const query of queries) {
    it(`shows everybody once over all pages of ${JSON.stringify(query)}`, async () => {
      const { all } = setup();
      const { pages, items } = await all({ ...query, limit: '7' });
      const total = pages[0]?.total;
      assert.equal(items.length, total);
      assert.equal(new Set(items.map((item) => item.userId)).size, total);
      assert.ok(pages.every((page) => page.total === total));
      const whole = (await all({ ...query, limit: '100' })).items;
      assert.deepEqual(items, whole);
    });
  }

  for (const key of memberSorts) {
    it(`sorts by ${key} both ways, people without a value last`, async () => {
      const { all } = setup(60);
      const values = async (sort: MemberOrder) => {
        const { items } = await all({ sort, limit: '25' });
        return items.map((item) => item[key]);
      };
      const up = await values(key);
      const down = await values(`-${key}`);
      const isKnown = (value: unknown) => value !== undefined && value !== '';
      const known = (list: unknown[]) => list.filter(isKnown);
      assert.deepEqual(down.slice(0, known(down).length), known(up).reverse());
      assert.ok(!up.slice(known(up).length).some(isKnown));
      const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });
      const ordered = known(up).map(String).sort(collator.compare);
      assert.deepEqual(known(up), ordered);
    });
  }

  it('finds people by words of name and address, whatever their case', async () => {
    const { list } = setup(0);
    const found = async (search: string) =>
      (await list({ search })).items.map((item) => item.email);
    assert.deepEqual(await found('SOLHEIM'), ['admin@acme.example']);
    assert.deepEqual(await found('dvořák pavel'), ['suspended@acme.example']);
    assert.deepEqual(await found('newcorp'), ['invited@newcorp.example']);
  });

  it('shows of each person the roles that lie within what the organization may hand out', async () => {
    const { world, list } = setup(0);
    const onboarding = world.onboardings.get('org_acme')?.get('app_flights');
    assert.ok(onboarding);
    const roles = async () => {
      const { items } = await list({ search: 'admin@acme' });
      return items[0]?.access.map(({ name, roles }) => [name, roles.map((role) => role.name)]);
    };
    assert.deepEqual(await roles(), [
      ['Flights', ['Approver']],
      ['Ledger', ['Controller']],
    ]);
    world.onboardings
      .get('org_acme')
      ?.set('app_flights', { ...onboarding, roleGroupIds: ['group_flights_front_office'] });
    assert.deepEqual(await roles(), [
      ['Flights', []],
      ['Ledger', ['Controller']],
    ]);
    assert.equal((await list({ applicationRole: 'role_flights_approver' })).total, 0);
  });

  it('shows no access that has ended by itself', async () => {
    const { world, list } = setup(0);
    const ends = world.now() + 1000;
    const [grant] = world.grants.get('org_acme')?.get('user_agent_acme') ?? [];
    assert.ok(grant);
    world.grants.get('org_acme')?.set('user_agent_acme', [{ ...grant, expiresAt: ends }]);
    const count = async () => (await list({ search: 'agent@' })).items[0]?.access.length;
    assert.equal(await count(), 1);
    world.moveClock(1000);
    assert.equal(await count(), 0);
  });

  it('takes a cursor for the same list, order and person only', async () => {
    const { as, ask, list } = setup();
    const cursor = (await list({ limit: '5', sort: 'email' })).nextCursor ?? '';
    const status = async (query: Record<string, string>, who = ask) =>
      [(await who(query)).status, (await who(query)).body['code']].join(' ');
    assert.equal((await ask({ cursor, sort: 'email' })).status, 200);
    const [body = '', seal = ''] = cursor.split('.');
    const other = btoa(JSON.stringify(['user_both', 'a'])).replaceAll('=', '');
    const misused: Record<string, string>[] = [
      { cursor },
      { cursor, sort: '-email' },
      { cursor, sort: 'email', search: 'a' },
      { cursor: `${cursor}.junk`, sort: 'email' },
      { cursor: `${body}=.${seal}`, sort: 'email' },
      { cursor, sort: 'email', status: 'active' },
      { cursor: `${other}.${seal}`, sort: 'email' },
      { cursor: body, sort: 'email' },
      { cursor: `${cursor}x`, sort: 'email' },
      { cursor: '%', sort: 'email' },
      { cursor: '', sort: 'email' },
    ];
    for (const query of misused) assert.equal(await status(query), '400 cursor_invalid');
    const others = [as('user_creator_acme', 'org_acme'), as('user_admin_borealis', 'org_borealis')];
    for (const who of others) {
      assert.equal(await status({ cursor, sort: 'email' }, who), '400 cursor_invalid');
    }
  });

  it('neither repeats nor hides anybody when somebody joins between two pages', async () => {
    const { world, all, list } = setup(30);
    const before = (await all({ limit: '100' })).items.map((item) => item.userId);
    const first = await list({ limit: '10' });
    const user = world.users.get('user_shopper');
    assert.ok(user);
    world.users.set('user_shopper', { ...user, name: 'Aa First' });
    world.members.get('org_acme')?.set('user_shopper', {
      userId: 'user_shopper',
      organizationId: 'org_acme',
      status: 'active',
      organizationRoleIds: [],
      source: 'direct',
      version: 1,
    });
    const rest = await list({ limit: '100', cursor: first.nextCursor ?? '' });
    const shown = [...first.items, ...rest.items].map((item) => item.userId);
    assert.deepEqual(shown, before);
  });

  it('T18: shows the same people and fields in whatever form, and none to who may not', async () => {
    const { world, as } = setup(30);
    const roles = { reader: 'members:read', auditor: 'audit:read' } as const;
    const members = world.members.get('org_acme')!;
    for (const [roleId, permission] of Object.entries(roles)) {
      world.organizationRoles.set(roleId, { roleId, name: roleId, permissions: [permission] });
    }
    const give = (userId: string, roleId: string) =>
      members.set(userId, { ...members.get(userId)!, organizationRoleIds: [roleId] });
    give('user_both', 'reader');
    give('user_agent_acme', 'auditor');
    const forms: Record<string, string>[] = [
      { limit: '100' },
      { limit: '1' },
      ...memberSorts.flatMap((key) => [
        { sort: key, limit: '9' },
        { sort: `-${key}`, limit: '9' },
      ]),
      ...['direct', 'invitation', 'sso', 'scim', 'signup'].map((source) => ({ source })),
      ...['active', 'pending', 'suspended'].map((status) => ({ status, limit: '7' })),
      ...['a', 'example'].map((search) => ({ search, limit: '9' })),
      { application: 'app_flights', limit: '9' },
    ];
    const readers = ['user_admin_acme', 'user_creator_acme', 'user_both'];
    const seen = await Promise.all(
      readers.map(async (userId) => {
        const ask = as(userId, 'org_acme');
        const people = new Map<string, string>();
        for (const form of forms) {
          for (let cursor: string | null = ''; cursor !== null;) {
            const { status, body } = await ask({ ...form, ...(cursor && { cursor }) });
            assert.equal(status, 200);
            for (const { actions, ...person } of body['items'] as Record<string, unknown>[]) {
              assert.ok(actions);
              const known = people.get(String(person['userId'])) ?? JSON.stringify(person);
              assert.equal(JSON.stringify(person), known, JSON.stringify(form));
              people.set(String(person['userId']), known);
            }
            cursor = body['nextCursor'] as string | null;
          }
        }
        return people;
      }),
    );
    assert.deepEqual([...seen[0]!.keys()].sort(), [...members.keys()].sort());
    for (const people of seen) assert.deepEqual(people, seen[0]);
    for (const [userId, code] of [
      ['user_agent_acme', 'forbidden'],
      ['user_suspended_acme', 'member_suspended'],
    ] as const) {
      for (const form of forms) {
        const { body } = await as(userId, 'org_acme')(form);
        assert.deepEqual(
          [body['code'], body['items'], body['total']],
          [code, undefined, undefined],
        );
      }
    }
  });
});
