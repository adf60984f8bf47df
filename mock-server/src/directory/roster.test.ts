import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memberSorts, type MemberOrder } from '@tesserakit/contract';
import type { Member } from '@tesserakit/domain';
import { randomSource } from '../random.ts';
import { seeds } from '../seeds/index.ts';
import { withManyMembers } from '../seeds/many-members.ts';
import { createWorld, type World } from '../world.ts';
import { personOf, Roster, rosterOf, type RosterQuery } from './roster.ts';
import { finder, wordsOf } from './search.ts';

const everyone: RosterQuery = { words: [], status: undefined, suits: undefined, sort: 'name' };
const orders = memberSorts.flatMap((key): MemberOrder[] => [key, `-${key}`]);

function setup(count = 600) {
  const world = createWorld(withManyMembers(seeds.default, 'org_acme', count), { now: () => 0 });
  const members = world.members.get('org_acme')!;
  const roster = rosterOf(world, 'org_acme')!;
  const ids = (some: Partial<RosterQuery> = {}, from: Roster = roster) => {
    const { total, after } = from.list({ ...everyone, ...some });
    const found = after(undefined, Infinity).map(({ item }) => item.user.userId);
    assert.equal(found.length, total);
    return found;
  };
  const change = (userId: string, some: Partial<Member>) =>
    members.set(userId, { ...members.get(userId)!, ...some });
  const rename = (userId: string, name: string) =>
    world.users.set(userId, { ...world.users.get(userId)!, name });
  return { world, members, ids, change, rename };
}

/** A roster that has seen no change, for it is new. */
const fresh = (world: World) => new Roster(world.members.get('org_acme')!, world.users);

describe('a roster', () => {
  it('is made once for an organization', () => {
    const { world } = setup(0);
    assert.equal(rosterOf(world, 'org_acme'), rosterOf(world, 'org_acme'));
    assert.equal(rosterOf(world, 'org_nowhere'), undefined);
  });

  it('finds exactly those whose name and address hold every word', () => {
    const { world, members, ids } = setup();
    const names = [
      '\u1234\u1234',
      'Ÿ\u0080 Ł',
      'Łukasz 漢字',
      'Half \uD83D',
      '👩🏽‍🚀 Crew',
      'two\nlines',
      '',
    ];
    for (const [index, name] of names.entries()) {
      const userId = `user_org_acme_${index + 250}`;
      world.users.set(userId, { ...world.users.get(userId)!, name });
    }
    const searches = [
      '\u1234',
      '\u2341',
      'quinn',
      'QUINN an',
      'ł',
      '漢',
      '字 漢',
      '\uD83D',
      '🚀',
      'lines two',
      'two',
    ];
    for (const search of [...searches, 'l', 'é', 'yıl', '\u0080', 'e\u0301', '.1', 'xyz', ' ']) {
      const found = finder(search);
      const expected = [...members.keys()].filter((userId) => {
        const { user } = personOf(world, 'org_acme', userId)!;
        return found(`${user.name} ${user.email}`);
      });
      assert.deepEqual(new Set(ids({ words: wordsOf(search) })), new Set(expected), search);
    }
  });

  it('shows a changed member with the next list', () => {
    const { ids, change } = setup();
    const userId = ids({ status: 'active' })[3]!;
    change(userId, { status: 'suspended' });
    assert.ok(!ids({ status: 'active' }).includes(userId));
    assert.ok(ids({ status: 'suspended' }).includes(userId));
  });

  it('follows a person who is renamed, and one who moves to another address', () => {
    const { world, ids, rename } = setup();
    const userId = ids({ status: 'active' }).at(-1)!;
    rename(userId, 'Aaa Aaa');
    assert.equal(ids({ status: 'active' })[0], userId);
    assert.deepEqual(ids({ words: ['aaa'] }), [userId]);
    world.users.set(userId, { ...world.users.get(userId)!, email: 'zzz@zzz.example' });
    assert.equal(ids({ sort: '-email' })[0], userId);
    assert.deepEqual(ids({ words: ['zzz@zzz'] }), [userId]);
  });

  it('follows who joins, who leaves and who comes back', () => {
    const { members, ids } = setup(10);
    const before = ids();
    const member = { ...members.get('user_both')!, userId: 'user_shopper' };
    members.set('user_shopper', member);
    assert.equal(ids().length, before.length + 1);
    members.delete('user_shopper');
    assert.deepEqual(ids(), before);
    assert.deepEqual(ids({ words: ['shopper'] }), []);
    members.set('user_shopper', member);
    assert.deepEqual(ids({ words: ['shopper'] }), ['user_shopper']);
    members.clear();
    assert.deepEqual(ids(), []);
  });

  it('is after any number of changes what a new one would be', () => {
    const { world, members, ids, change, rename } = setup(700);
    const random = randomSource(11);
    const one = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
    const everybody = [...members.keys()];
    const kept = new Map(members);
    const moves: ((userId: string) => void)[] = [
      (userId) => change(userId, { status: one(['active', 'pending', 'suspended'] as const) }),
      (userId) => change(userId, { lastSignInAt: Math.floor(random() * 1e12) }),
      (userId) => rename(userId, one(['Zoë', 'zoe', '', 'Éa 10', 'ea 9', 'Łu'])),
      (userId) => members.delete(userId),
      (userId) => members.set(userId, kept.get(userId)!),
      (userId) => world.users.delete(userId),
    ];
    for (let round = 0; round < 30; round += 1) {
      for (let done = Math.floor(random() * 40); done > 0; done -= 1) {
        const userId = one(everybody);
        const move = one(moves);
        if (members.has(userId) && world.users.has(userId)) move(userId);
        else if (world.users.has(userId)) members.set(userId, kept.get(userId)!);
      }
      const query = { sort: one(orders), words: one([[], ['zo'], ['a', 'e']]) };
      assert.deepEqual(ids(query), ids(query, fresh(world)), JSON.stringify(query));
    }
    for (const sort of orders) assert.deepEqual(ids({ sort }), ids({ sort }, fresh(world)));
  });
});
