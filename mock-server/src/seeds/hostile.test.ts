import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memberPage, memberStatuses, pathOf, routes, type Operation } from '@tesserakit/contract';
import * as v from 'valibot';
import { createServer } from '../server.ts';
import { asPerson, withToken } from '../trial/directory.ts';
import { prepareLegal } from '../trial/legal-requests.ts';
import { createWorld } from '../world.ts';
import { hostileIds, hostileNames } from './hostile-names.ts';
import { hostile } from './hostile.ts';

function setup() {
  const world = createWorld(hostile);
  const server = createServer(world);
  const ask = asPerson(world, server, 'user_admin_acme', 'org_acme');
  const members = '/organizations/org_acme/members';
  const everybody = async (query = '') => {
    const first = v.parse(memberPage, (await ask(`${members}?limit=100${query}`)).body);
    assert.equal(first.items.length, first.total);
    return first.items;
  };
  return { world, server, ask, members, everybody };
}

describe('the seed hostile', () => {
  const reads = (Object.keys(routes) as Operation[]).filter(
    (operation) => routes[operation].method === 'GET',
  );
  for (const operation of reads) {
    it(`keeps to the contract in what it answers to ${operation}`, async () => {
      const { world, server } = setup();
      const userId = 'user_hostile_markup';
      const { path, sent, token } = await prepareLegal(world, operation, { userId });
      const { status, body } = await withToken(world, server, token)(path, sent);
      assert.equal(status, 200);
      assert.deepEqual(v.safeParse(routes[operation].answer, body).issues, undefined);
    });
  }

  it('gives every name back as it was given', async () => {
    const names = new Set((await setup().everybody()).map((member) => member.name));
    for (const name of Object.values(hostileNames)) assert.ok(names.has(name), name);
  });

  it('leads through every page once, whatever is in the names', async () => {
    const { ask, members } = setup();
    for (const sort of ['name', '-email']) {
      const seen: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const from: string = cursor === '' ? '' : `&cursor=${cursor}`;
        const { body } = await ask(`${members}?limit=1&sort=${sort}${from}`);
        const page = v.parse(memberPage, body);
        seen.push(...page.items.map((member) => member.userId));
        cursor = page.nextCursor;
      }
      assert.equal(seen.length, new Set(seen).size);
      assert.equal(seen.length, (await setup().everybody()).length);
    }
  });

  it('finds people by ids that mean something to careless code', async () => {
    const { ask } = setup();
    for (const userId of hostileIds) {
      const path = pathOf('members.get', { organizationId: 'org_acme', userId });
      const { status, body } = await ask(path);
      assert.deepEqual([status, body['userId']], [200, userId]);
    }
  });

  it('answers with words of a newer server, and without what may be left out', async () => {
    const { world, ask, everybody } = setup();
    const items = await everybody();
    const markup = items.find((member) => member.userId === 'user_hostile_markup');
    assert.ok(markup && !memberStatuses.some((status) => status === markup.status));
    const bare = await ask('/organizations/org_acme/members/user_hostile_none');
    for (const field of ['name', 'title', 'joinedAt', 'lastSignInAt']) {
      assert.ok(!(field in bare.body), field);
    }
    // Only what travels is changed: the directory itself knows no such status.
    assert.equal(world.members.get('org_acme')?.get('user_hostile_markup')?.status, 'active');
    assert.ok((await everybody('&status=active')).some((one) => one.status === 'quarantined'));
  });

  it('shows organizations that look alike to the person who is in both', async () => {
    const { world, server } = setup();
    const ask = asPerson(world, server, 'user_both', 'org_acme');
    const { body } = await ask('/organizations?limit=100');
    const names = (body['items'] as { name: string }[]).map(({ name }) => name);
    assert.equal(names.filter((name) => name === 'Acme Travel').length, 2);
    assert.ok(names.includes(hostileNames['lookAlikeOrganization']!));
  });
});
