import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pathOf } from '@tesserakit/contract';
import { seeds } from '../seeds/index.ts';
import { createServer } from '../server.ts';
import { directoryOf } from '../snapshot.ts';
import { asPerson } from '../trial/directory.ts';
import { outcome } from '../trial/organizations.ts';
import { sending } from '../trial/tenant.ts';
import { createWorld, tableOf } from '../world.ts';
import { countWrite, versionOf } from './versions.ts';

const separators = [
  ...',:;|/.-_ #?&=%+*~@"\'`\\[]{}()<>',
  '\n',
  '\t',
  '\u0000',
  '\u001f',
  '","',
  '%2f',
];

/**
 * Two organizations, and in each a person, whose ids read the same one after the other with the
 * separator between: `a` and `b|c`, and `a|b` and `c`.
 */
function setup(separator: string) {
  const world = createWorld(seeds.default, { now: () => Date.parse('2026-03-01T09:00:00Z') });
  const server = createServer(world);
  const places = [
    { organizationId: 'a', userId: `b${separator}c` },
    { organizationId: `a${separator}b`, userId: 'c' },
  ] as const;
  const acme = world.organizations.get('org_acme')!;
  const share = world.onboardings.get('org_acme')!.get('app_flights')!;
  const person = world.users.get('user_admin_acme')!;
  for (const { organizationId, userId } of places) {
    const slug = `slug-${userId.length}`;
    world.organizations.set(organizationId, {
      ...acme,
      organizationId,
      name: organizationId,
      slug,
    });
    world.users.set(userId, {
      ...person,
      userId,
      email: `${userId.length}@a.example`,
      name: userId,
    });
    tableOf(world, 'onboardings', organizationId).set('app_flights', { ...share, organizationId });
    for (const [id, roleId] of [
      [userId, 'organizationMember'],
      ['user_both', 'organizationAdmin'],
    ] as const) {
      const member = { ...world.members.get('org_acme')!.get('user_admin_acme')!, organizationId };
      tableOf(world, 'members', organizationId).set(id, {
        ...member,
        userId: id,
        organizationRoleIds: [roleId],
      });
    }
  }
  const [one, other] = places;
  const as = ({ organizationId }: { organizationId: string }) =>
    asPerson(world, server, 'user_both', organizationId);
  return { world, one, other, as };
}

describe('ids that hold what keys are composed with', () => {
  for (const separator of separators) {
    it(`T17: keep two things apart: ${JSON.stringify(separator)}`, async () => {
      const { world, one, other, as } = setup(separator);
      const [ask, askOther] = [as(one), as(other)];
      const untouched = () => {
        const tables = Object.values(directoryOf(world) as Record<string, Record<string, unknown>>);
        return [tables.map((table) => table[other.organizationId]), world.users.get(other.userId)];
      };
      const before = structuredClone(untouched());
      const list = await askOther(pathOf('members.list', other));
      const headers = { 'Idempotency-Key': 'same' };
      const access = { ...one, applicationId: 'app_flights' };
      const writes = [
        ask(pathOf('access.grant', access), sending('PUT', { roleIds: ['role_flights_viewer'] })),
        ask(pathOf('members.update', one), sending('PATCH', { title: 'Changed' }, headers)),
        ask(pathOf('members.suspend', one), { method: 'POST' }),
        ask(pathOf('organizations.update', one), sending('PATCH', { metadata: { a: 'b' } })),
      ];
      for (const answer of writes) assert.equal(await outcome(answer), 200, separator);
      assert.deepEqual(untouched(), before);
      for (const noun of ['member', 'grant', 'organization'] as const) {
        assert.equal(versionOf(world, noun, other.organizationId, other.userId, 'app_flights'), 1);
        assert.equal(versionOf(world, noun, other.organizationId), 1);
      }
      assert.equal((await askOther(pathOf('members.list', other))).text, list.text);
      // The same key of the same person is another one in another organization.
      const again = askOther(
        pathOf('members.update', other),
        sending('PATCH', { title: 'Too' }, headers),
      );
      assert.equal(await outcome(again), 200);
      // Nobody is found where the other is.
      for (const mixed of [
        { ...one, userId: other.userId },
        { ...other, userId: one.userId },
      ]) {
        const who = mixed.organizationId === one.organizationId ? ask : askOther;
        assert.equal(await outcome(who(pathOf('members.get', mixed))), 'not_found');
      }
    });
  }

  it('T17: count each for itself', () => {
    const world = createWorld(seeds.default);
    for (const separator of separators) {
      countWrite(world, 'grant', 'a', `b${separator}c`);
      assert.equal(versionOf(world, 'grant', 'a', `b${separator}c`), 2);
      assert.equal(versionOf(world, 'grant', `a${separator}b`, 'c'), 1);
      assert.equal(versionOf(world, 'grant', 'a', 'b', 'c'), 1);
    }
  });
});
