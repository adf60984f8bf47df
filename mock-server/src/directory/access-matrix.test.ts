import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { seeds } from '../seeds/index.ts';
import type { Seed } from '../seeds/seed.ts';
import { createServer } from '../server.ts';
import { asPerson } from '../trial/directory.ts';
import { createWorld } from '../world.ts';

const matrix = '/organizations/org_acme/access';
const day = 86_400_000;

interface Cell {
  readonly applicationId: string;
  readonly roles: readonly { readonly roleId: string; readonly inForce: true | string }[];
  readonly version: number;
}

interface Row {
  readonly userId: string;
  readonly give: true | string;
  readonly take: true | string;
  readonly cells: readonly Cell[];
}

function setup(seed: Seed = seeds.default) {
  const world = createWorld(seed, { now: () => seeds.default.today });
  const server = createServer(world);
  const as = (userId: string, organizationId = 'org_acme') =>
    asPerson(world, server, userId, organizationId);
  const ask = as('user_admin_acme');
  return {
    as,
    ask,
    rows: async (query = '', path = matrix) => {
      const { body } = await ask(`${path}?${query}`);
      return body['items'] as readonly Row[];
    },
    ids: async (query: string) => {
      const { body } = await ask(`${matrix}?${query}`);
      return (body['items'] as readonly Row[]).map(({ userId }) => userId).sort();
    },
  };
}

/** One who has a role that fell out of the ceiling, one whose access ends, one whose access has ended. */
const uneven: Seed = {
  ...seeds.default,
  roleGroups: seeds.default.roleGroups.map((group) => ({
    ...group,
    roleIds: group.roleIds.filter((roleId) => roleId !== 'role_flights_booking_agent'),
  })),
  grants: seeds.default.grants.map((grant) => ({
    ...grant,
    ...(grant.userId === 'user_both' && { expiresAt: seeds.default.today + 9 * day }),
    ...(grant.userId === 'user_suspended_acme' && { expiresAt: seeds.default.today - day }),
  })),
};

describe('a window of members and applications', () => {
  it('holds members by name, as many as were asked for, with the cells that were ever written', async () => {
    const { ask, rows } = setup();
    const { body } = await ask(`${matrix}?first=1&limit=2`);
    const items = body['items'] as readonly Row[];
    assert.equal(body['total'], 6);
    assert.deepEqual(
      items.map(({ userId }) => userId),
      ['user_creator_acme', 'user_both'],
    );
    assert.deepEqual(items[0]!.cells, []);
    assert.deepEqual(
      items[1]!.cells.map(({ applicationId }) => applicationId),
      ['app_flights'],
    );
    const grant = '/organizations/org_acme/members/user_both/access/app_flights';
    await ask(grant, { method: 'DELETE' });
    const [, both] = await rows('first=1&limit=2');
    assert.deepEqual(
      both!.cells.map(({ roles, version }) => ({ roles, version })),
      [{ roles: [], version: 2 }],
    );
  });

  it('holds the columns that were named, and no application that the organization does not have', async () => {
    const { rows } = setup();
    const [administrator] = await rows('applications=app_ledger,app_shop');
    assert.deepEqual(
      administrator!.cells.map(({ applicationId }) => applicationId),
      ['app_ledger'],
    );
  });

  it('narrows by words, by role, and by how people stand to an application', async () => {
    const { ids } = setup(uneven);
    assert.deepEqual(await ids('search=noor'), ['user_both']);
    assert.deepEqual(await ids('role=role_ledger_controller'), ['user_admin_acme']);
    assert.deepEqual(await ids('standing=given&application=app_ledger'), ['user_admin_acme']);
    assert.deepEqual(await ids('standing=outside_ceiling'), ['user_agent_acme']);
    assert.deepEqual(await ids('standing=expiring'), ['user_both']);
    assert.deepEqual(await ids('standing=none'), [
      'user_creator_acme',
      'user_invited',
      'user_suspended_acme',
    ]);
  });

  it('says of each member whether anything can be given or taken', async () => {
    const { rows } = setup();
    const all = await rows();
    const own = all.find(({ userId }) => userId === 'user_admin_acme')!;
    assert.deepEqual([own.give, own.take], ['self_change_refused', true]);
    const other = all.find(({ userId }) => userId === 'user_both')!;
    assert.deepEqual([other.give, other.take], [true, true]);
  });

  it('is not for plain members', async () => {
    const { as } = setup();
    const { status, body } = await as('user_agent_acme')(matrix);
    assert.deepEqual([status, body['code']], [403, 'forbidden']);
  });

  it('tells a parent of those it manages, for what they are managed for', async () => {
    const { ask } = setup();
    const { status, body } = await ask('/organizations/org_acme_north/access');
    assert.equal(status, 200);
    assert.ok(Array.isArray(body['items']));
  });
});

describe('many grants at once', () => {
  it('are each judged against the version that was looked at, and keep their ends', async () => {
    const { ask, rows } = setup();
    const items = [
      { userId: 'user_both', version: 7, roleIds: null },
      {
        userId: 'user_agent_acme',
        version: 1,
        roleIds: ['role_flights_viewer'],
        expiresAt: '2031-01-01T00:00:00.000Z',
      },
    ].map((item) => ({ ...item, applicationId: 'app_flights' }));
    const { body } = await ask(`${matrix}/bulk`, { method: 'POST', body: { items } });
    const results = body['results'] as readonly { outcome: string; code?: string }[];
    assert.deepEqual(
      results.map(({ outcome, code }) => [outcome, code]),
      [
        ['refused', 'version_conflict'],
        ['done', undefined],
      ],
    );
    const agent = (await rows()).find(({ userId }) => userId === 'user_agent_acme')!;
    assert.equal(agent.cells[0]!.version, 2);
    assert.equal((agent.cells[0] as { expiresAt?: string }).expiresAt, '2031-01-01T00:00:00.000Z');
  });
});
