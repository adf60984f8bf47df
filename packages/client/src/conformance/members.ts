import type { Capabilities } from '@tesserakit/contract';
import { expect, expectRefusal, expectSame, expectSameSet } from './expect.ts';
import type { Law } from './ground.ts';
import { filters, memberFilterLaws } from './member-filters.ts';
import { memberSortLaws, sorts } from './member-sorts.ts';
import { expectNothing, pageLaws } from './pages.ts';
import { idOf, membersOf, pagesOf, type Asked } from './roster.ts';

/** What can be asked of the list and is not claimed. */
function unclaimed({ members }: Capabilities): readonly Asked[] {
  return [
    ...(members.search ? [] : [{ search: 'a' }]),
    ...sorts.filter((sort) => !members.sorts.includes(sort)).map((sort) => ({ sort })),
    ...filters
      .filter((filter) => !members.filters.includes(filter))
      .map((filter) => ({ [filter]: filter === 'source' ? 'direct' : 'active' })),
  ];
}

/** Lists that a cursor of the plain list is not good for, as far as they are claimed. */
function others({ members }: Capabilities, userId: string): readonly Asked[] {
  return [
    ...(members.search ? [{ search: userId }] : []),
    ...sorts
      .filter((sort) => members.sorts.includes(sort))
      .map((sort) => ({ sort: `-${sort}` as const })),
    ...(members.filters.includes('status') ? [{ status: 'active' as const }] : []),
  ];
}

export const memberLaws: readonly Law[] = [
  ...pageLaws('members.list', (ground) => pagesOf(ground), idOf),
  ...memberSortLaws,
  ...memberFilterLaws,
  {
    name: 'members.list finds whom the words mean and nobody else, page by page',
    claim: (can) => can.members.search,
    holds: async (ground) => {
      expect(ground.search !== undefined, 'The ground does not say what can be searched.');
      const { words, userIds } = ground.search;
      const found = await membersOf(ground, { search: words });
      expectSameSet(found.map(idOf), userIds, `"${words}" finds others.`);
      await expectNothing(pagesOf(ground, { search: 'qqzzxx' }), 'Nonsense');
    },
  },
  {
    name: 'members.list refuses what it does not claim, and never leaves it out in silence',
    claim: (can) => unclaimed(can).length > 0,
    holds: async (ground, can) => {
      for (const asked of unclaimed(can)) {
        await expectRefusal(() => pagesOf(ground, asked)({}), 'unsupported', JSON.stringify(asked));
      }
    },
  },
  {
    name: 'members.list refuses the cursor of another list',
    holds: async (ground, can) => {
      const { nextCursor } = await pagesOf(ground)({ limit: 1 });
      expect(nextCursor !== null, 'One page holds all.');
      for (const asked of others(can, ground.colleague.userId)) {
        const what = `With ${JSON.stringify(asked)}, the cursor of the plain list`;
        const call = () => pagesOf(ground, asked)({ limit: 1, cursor: nextCursor });
        await expectRefusal(call, 'cursor_invalid', what);
      }
      const { client, organizationId } = ground;
      const call = () => client.organizations.list({ organizationId, cursor: nextCursor });
      await expectRefusal(call, 'cursor_invalid', 'In another namespace, the cursor');
    },
  },
  {
    name: 'members.list counts where that is claimed, and says nothing where not',
    holds: async (ground, can) => {
      const all = await membersOf(ground);
      const { total } = await pagesOf(ground)({ limit: 1 });
      expectSame(total, can.members.total ? all.length : null, 'The total is another one.');
    },
  },
  {
    name: 'members.list gives no more than the claimed limit',
    holds: async (ground, can) => {
      const { pageLimit } = can.members;
      const { items } = await pagesOf(ground)({ limit: pageLimit });
      expect(items.length <= pageLimit, `${items.length} items are on one page.`);
    },
  },
  {
    name: 'members.get is what the list says',
    holds: async (ground) => {
      const { client, organizationId } = ground;
      for (const member of await membersOf(ground)) {
        const one = await client.members.get({ organizationId, userId: member.userId });
        expectSame(one, member, 'Read alone, a member is another one.');
        expectSame(one.organizationId, organizationId, 'It is of another organization.');
      }
    },
  },
  {
    name: 'members carry a version where that is claimed, and none where not',
    holds: async (ground, can) => {
      const carried = (await membersOf(ground)).map(({ version }) => version !== undefined);
      const claimed = can.members.versions === true;
      expect(!carried.includes(!claimed), `The claim is ${claimed}, and it is not so.`);
    },
  },
];
