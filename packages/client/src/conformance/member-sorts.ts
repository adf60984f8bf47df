import type { Member, MemberSort } from '@tesserakit/contract';
import { expect, expectSame, expectSameSet } from './expect.ts';
import type { Law } from './ground.ts';
import { idOf, membersOf } from './roster.ts';

export const sorts: readonly MemberSort[] = ['name', 'email', 'status', 'joinedAt', 'lastSignInAt'];

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });
/** Orders of texts that a backend may have: as people read them, or by the codes of the letters. */
const orders = [
  (a: string, b: string) => collator.compare(a, b),
  (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0),
];

/** Values in the order of the list, each run of equal ones once; people without one come last. */
function runsOf(members: readonly Member[], key: MemberSort): readonly string[] {
  const values = members.map((member) => member[key] || undefined);
  const given = values.filter((value) => value !== undefined);
  expectSame(values.slice(0, given.length), given, `People without ${key} do not come last.`);
  return given.filter((value, index) => value !== given[index - 1]);
}

export const memberSortLaws: readonly Law[] = sorts.map((key) => ({
  name: `members.list sorts by ${key}, both ways`,
  claim: (can) => can.members.sorts.includes(key),
  holds: async (ground) => {
    const up = await membersOf(ground, { sort: key });
    const down = await membersOf(ground, { sort: `-${key}` });
    expectSameSet(up.map(idOf), down.map(idOf), 'Up and down are different people.');
    const runs = runsOf(up, key);
    expect(runs.length > 1, `Nobody differs in ${key}, so that it cannot be tried.`);
    expectSame(runsOf(down, key), [...runs].reverse(), 'Down is not up turned around.');
    // Which status comes first is the backend's matter; that equal ones stand together is not.
    const isOrdered =
      key === 'status'
        ? new Set(runs).size === runs.length
        : orders.some((compare) =>
            runs.every((value, index) => index === 0 || compare(runs[index - 1]!, value) <= 0),
          );
    expect(isOrdered, `Sorted by ${key} it reads ${runs.join(', ')}.`);
  },
}));
