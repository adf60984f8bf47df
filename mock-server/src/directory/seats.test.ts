import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isGrantInForce, type AccessGrant } from '@tesserakit/domain';
import { randomSource } from '../random.ts';
import { seeds } from '../seeds/index.ts';
import { withManyMembers } from '../seeds/many-members.ts';
import { createWorld, tableOf, type World } from '../world.ts';
import { seatsTaken, seatsUsed } from './seats.ts';

const applicationIds = ['app_flights', 'app_ledger', 'app_rewards'];

function scanned(world: World): number[] {
  return applicationIds.map((applicationId) => {
    const grants = [...tableOf(world, 'grants', 'org_acme').values()];
    const held = grants.filter((some) =>
      some.some(
        (grant) => grant.applicationId === applicationId && isGrantInForce(grant, world.now()),
      ),
    );
    return held.length;
  });
}

const counted = (world: World) =>
  applicationIds.map((applicationId) => seatsUsed(world, 'org_acme', applicationId));

describe('seatsUsed', () => {
  it('is after any writes, kept or taken back, and at any moment, what a scan finds', () => {
    let now = 1000;
    const world = createWorld(withManyMembers(seeds.default, 'org_acme', 40), { now: () => now });
    const grants = tableOf(world, 'grants', 'org_acme');
    const people = [...tableOf(world, 'members', 'org_acme').keys()];
    const random = randomSource(8);
    const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
    const grant = (userId: string, applicationId: string): AccessGrant => ({
      userId,
      organizationId: 'org_acme',
      applicationId,
      roles: [],
      ...(random() < 0.4 && { expiresAt: now + Math.floor(random() * 100) }),
    });
    const write = () => {
      const userId = one(people);
      const some = applicationIds.filter(() => random() < 0.5).map((id) => grant(userId, id));
      if (some.length === 0) grants.delete(userId);
      else grants.set(userId, some);
    };
    assert.deepEqual(counted(world), scanned(world));
    for (let round = 0; round < 200; round += 1) {
      const run = one([world.journal.atomically, world.journal.rehearse]);
      run(() => {
        for (let writes = Math.floor(random() * 5); writes > 0; writes -= 1) write();
        assert.deepEqual(counted(world), scanned(world));
      });
      now += Math.floor(random() * 60) - 20;
      assert.deepEqual(counted(world), scanned(world));
    }
  });

  it('is nothing where nobody has anything', () => {
    assert.equal(seatsTaken(createWorld(seeds.empty), 'org_nowhere').size, 0);
  });
});
