import type { Member } from '@tesserakit/contract';
import { expect, expectSameSet } from './expect.ts';
import type { Law } from './ground.ts';
import { idOf, membersOf, roleIdsOf, type Asked } from './roster.ts';

/** What a filter compares, by its name. */
const valuesOf: Record<string, (member: Member) => readonly (string | undefined)[]> = {
  status: ({ status }) => [status],
  organizationRole: roleIdsOf,
  application: ({ access }) => access.map((one) => one.applicationId),
  applicationRole: ({ access }) => access.flatMap((one) => one.roles.map((role) => role.roleId)),
  source: ({ source }) => [source],
};

export const filters = Object.keys(valuesOf) as readonly (keyof Asked)[];

export const memberFilterLaws: readonly Law[] = Object.entries(valuesOf).map(([filter, of]) => ({
  name: `members.list filters by ${filter}`,
  claim: (can) => can.members.filters.includes(filter),
  holds: async (ground) => {
    const everybody = await membersOf(ground);
    const values = new Set(everybody.flatMap(of).filter((value) => value !== undefined));
    expect(values.size > 0, `Nobody has a ${filter}, so that it cannot be tried.`);
    for (const value of values) {
      const found = await membersOf(ground, { [filter]: value });
      const wanted = everybody.filter((member) => of(member).includes(value));
      expectSameSet(found.map(idOf), wanted.map(idOf), `${filter} ${value} finds others.`);
    }
  },
}));
