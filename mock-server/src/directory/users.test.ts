import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { userPage, type UserOrder } from '@tesserakit/contract';
import * as v from 'valibot';
import { seeds } from '../seeds/index.ts';
import { withManyMembers } from '../seeds/many-members.ts';
import { createServer } from '../server.ts';
import { asPerson } from '../trial/directory.ts';
import { createWorld } from '../world.ts';

function setup(count = 120) {
  const world = createWorld(withManyMembers(seeds.default, 'org_acme', count));
  const ask = asPerson(world, createServer(world), 'user_platform', undefined, 'admin-portal');
  const list = async (query: Record<string, string> = {}) => {
    const { body } = await ask(`/tenant/users?${new URLSearchParams(query).toString()}`);
    return v.parse(userPage, body);
  };
  const all = async (query: Record<string, string>) => {
    const pages = [await list(query)];
    for (let cursor = pages[0]?.nextCursor; cursor; cursor = pages.at(-1)?.nextCursor) {
      pages.push(await list({ ...query, cursor }));
    }
    return { total: pages[0]?.total, items: pages.flatMap((page) => page.items) };
  };
  return { world, ask, list, all };
}

describe('the list of people', () => {
  for (const query of [{}, { search: 'an' }, { status: 'active' }, { search: 'acme.example' }]) {
    it(`shows everybody once over all pages of ${JSON.stringify(query)}`, async () => {
      const { all } = setup();
      const { total, items } = await all({ ...query, limit: '7' });
      assert.ok(items.length > 0);
      assert.equal(items.length, total);
      assert.equal(new Set(items.map(({ userId }) => userId)).size, total);
      assert.deepEqual(items, (await all({ ...query, limit: '100' })).items);
    });
  }

  it('sorts by name and address, both ways', async () => {
    const { all } = setup(30);
    for (const key of ['name', 'email'] as const) {
      const values = async (sort: UserOrder) =>
        (await all({ sort, limit: '100' })).items.map((user) => user[key]);
      const up = await values(key);
      assert.deepEqual(await values(`-${key}`), [...up].reverse());
      const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });
      assert.deepEqual(up, [...up].sort(collator.compare));
    }
  });

  it('follows who comes, changes and goes', async () => {
    const { world, list } = setup(0);
    const found = async (query: Record<string, string>) =>
      (await list(query)).items.map(({ userId }) => userId);
    assert.deepEqual(await found({ search: 'shopper' }), ['user_shopper']);
    const user = world.users.get('user_shopper')!;
    world.users.set('user_shopper', { ...user, email: 'x@y.example', status: 'disabled' });
    assert.deepEqual(await found({ search: 'shopper' }), []);
    assert.deepEqual(await found({ status: 'disabled' }), ['user_shopper']);
    world.users.delete('user_shopper');
    assert.deepEqual(await found({ status: 'disabled' }), []);
    world.users.set('user_new', { ...user, userId: 'user_new', name: 'Aa First' });
    assert.equal((await found({}))[0], 'user_new');
  });

  it('tells what a person is in their organizations, by name', async () => {
    const { ask } = setup(0);
    const { body } = await ask('/tenant/users/user_both/organizations?limit=1');
    assert.equal(body['total'], 2);
    const { body: whole } = await ask('/tenant/users/user_both');
    const memberships = whole['memberships'] as Record<string, unknown>[];
    assert.deepEqual(body['items'], memberships.slice(0, 1));
    assert.deepEqual(
      memberships.map(({ organizationId, organizationRoles }) => [
        organizationId,
        (organizationRoles as { roleId: string }[]).map(({ roleId }) => roleId),
      ]),
      [
        ['org_acme', ['organizationMember']],
        ['org_borealis', ['organizationAdmin']],
      ],
    );
    assert.equal((await ask('/tenant/users/user_nobody/organizations')).status, 404);
  });
});
