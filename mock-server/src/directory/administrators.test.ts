import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isAdministratorRole } from '@tesserakit/domain';
import { randomSource } from '../random.ts';
import { seeds } from '../seeds/index.ts';
import { withManyMembers } from '../seeds/many-members.ts';
import { createWorld, tableOf, type World } from '../world.ts';
import { administratorsOf } from './administrators.ts';

function counted(world: World): Set<string> {
  const members = [...tableOf(world, 'members', 'org_acme').values()];
  const administrators = members.filter((one) => one.organizationRoleIds.some(isAdministratorRole));
  return new Set(administrators.map(({ userId }) => userId));
}

describe('administratorsOf', () => {
  it('is after any writes, kept or taken back, what a count of all members finds', () => {
    const world = createWorld(withManyMembers(seeds.default, 'org_acme', 60));
    const members = tableOf(world, 'members', 'org_acme');
    const everybody = [...members.values()];
    const random = randomSource(5);
    const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
    assert.deepEqual(administratorsOf(world, 'org_acme'), counted(world));
    const write = () => {
      const member = one(everybody);
      const organizationRoleIds = one([[], ['organizationAdmin'], ['organizationMember']]);
      if (random() < 0.3) members.delete(member.userId);
      else members.set(member.userId, { ...member, organizationRoleIds });
    };
    for (let round = 0; round < 200; round += 1) {
      const run = one([world.journal.atomically, world.journal.rehearse]);
      run(() => {
        for (let writes = Math.floor(random() * 5); writes > 0; writes -= 1) write();
        assert.deepEqual(administratorsOf(world, 'org_acme'), counted(world));
      });
      assert.deepEqual(administratorsOf(world, 'org_acme'), counted(world));
    }
  });

  it('knows nobody where there is no such organization', () => {
    assert.equal(administratorsOf(createWorld(seeds.empty), 'org_nowhere').size, 0);
  });
});
