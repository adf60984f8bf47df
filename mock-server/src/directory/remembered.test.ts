import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { randomSource } from '../random.ts';
import { seeds } from '../seeds/index.ts';
import { withManyMembers } from '../seeds/many-members.ts';
import { createServer } from '../server.ts';
import { asPerson } from '../trial/directory.ts';
import { createWorld, tableOf, type World } from '../world.ts';
import { bytesOfAnswer, remembered } from './remembered.ts';

/** Nothing, as far as anybody can see; but all that was remembered is forgotten. */
const forget = (world: World) => {
  world.journal.note(() => {});
};

describe('remembered', () => {
  function setup() {
    const world = createWorld(seeds.default);
    let asked = 0;
    const ask = (question: string, timeless = true) =>
      remembered(world, [question], async () => {
        asked += 1;
        return { answer: { question }, timeless };
      });
    return { world, ask, asked: () => asked };
  }

  it('answers the same question once until something is written, or taken back', async () => {
    const { world, ask, asked } = setup();
    assert.equal(await ask('one'), await ask('one'));
    assert.notEqual(await ask('one'), await ask('two'));
    assert.equal(asked(), 2);
    world.users.set('user_both', { ...world.users.get('user_both')!, name: 'Noor' });
    await ask('one');
    assert.equal(asked(), 3);
    world.journal.rehearse(() => world.users.delete('user_both'));
    await ask('one');
    assert.equal(asked(), 4);
  });

  it('works out each time what is only true for now', async () => {
    const { ask, asked } = setup();
    await ask('one', false);
    await ask('one', false);
    assert.equal(asked(), 2);
  });

  it('keeps nothing that was worked out while somebody wrote', async () => {
    const { world, asked, ask } = setup();
    const answer = remembered(world, ['one'], async () => {
      await Promise.resolve();
      forget(world);
      return { answer: { half: 'old' }, timeless: true };
    });
    assert.deepEqual(await answer, { half: 'old' });
    assert.deepEqual(await ask('one'), { question: 'one' });
    assert.equal(asked(), 1);
  });

  it('forgets the oldest of many', async () => {
    const { ask, asked } = setup();
    for (let number = 0; number < 65; number += 1) await ask(String(number));
    await ask('64');
    assert.equal(asked(), 65);
    await ask('0');
    assert.equal(asked(), 66);
  });

  it('spells an answer once', async () => {
    const { ask } = setup();
    const answer = await ask('one');
    assert.equal(new TextDecoder().decode(bytesOfAnswer(answer)), '{"question":"one"}');
    assert.equal(bytesOfAnswer(answer), bytesOfAnswer(answer));
    assert.notEqual(bytesOfAnswer({}), bytesOfAnswer({}));
  });
});

describe('a remembered list of members', () => {
  function setup() {
    let now = Date.parse('2026-03-01T00:00:00Z');
    const world = createWorld(withManyMembers(seeds.default, 'org_acme', 30), { now: () => now });
    const server = createServer(world);
    const list = async (userId: string, query: string) => {
      const ask = asPerson(world, server, userId, 'org_acme');
      return (await ask(`/organizations/org_acme/members?limit=100&${query}`)).body;
    };
    const move = (milliseconds: number) => {
      now += milliseconds;
    };
    return { world, list, move };
  }

  it('is after any change what it would be if nothing were remembered', async () => {
    const { world, list, move } = setup();
    const random = randomSource(3);
    const one = <T>(things: readonly T[]): T => things[Math.floor(random() * things.length)]!;
    const members = tableOf(world, 'members', 'org_acme');
    const grants = tableOf(world, 'grants', 'org_acme');
    const onboardings = tableOf(world, 'onboardings', 'org_acme');
    const everybody = [...members.values()];
    const callers = ['user_admin_acme', 'user_creator_acme'];
    const anyone = () => one(everybody.filter(({ userId }) => !callers.includes(userId)));
    const soon = () => world.now() + Math.floor(random() * 5000);
    const changes: (() => void)[] = [
      () => members.delete(anyone().userId),
      () => {
        const member = anyone();
        members.set(member.userId, { ...member, expiresAt: soon() });
      },
      () => {
        const member = anyone();
        const status = one(['active', 'suspended'] as const);
        members.set(member.userId, { ...member, status });
      },
      () => {
        const { userId, organizationId } = anyone();
        const roles = [
          { roleId: 'role_flights_viewer', source: 'direct', expiresAt: soon() },
        ] as const;
        grants.set(userId, [{ userId, organizationId, applicationId: 'app_flights', roles }]);
      },
      () => {
        const user = world.users.get(anyone().userId)!;
        world.users.set(user.userId, { ...user, name: one(['Zoë', 'Ada', 'Mei']) });
      },
      () => {
        const onboarding = onboardings.get('app_flights')!;
        const roleGroupIds = one([[], ['group_flights_front_office']]);
        onboardings.set('app_flights', { ...onboarding, roleGroupIds });
      },
      () => world.journal.rehearse(() => members.clear()),
      () => {
        move(Math.floor(random() * 4000) - 1000);
      },
    ];
    const queries = ['', 'search=a', 'status=active', 'application=app_flights'];
    for (let round = 0; round < 150; round += 1) {
      const query = one(queries);
      const userId = one(callers);
      await list(userId, query);
      one(changes)();
      const answer = await list(userId, query);
      forget(world);
      assert.deepEqual(answer, await list(userId, query), `round ${round}`);
    }
  });

  it('is another one for another caller', async () => {
    const { list } = setup();
    assert.notDeepEqual(await list('user_admin_acme', ''), await list('user_creator_acme', ''));
  });
});
