import type { ErrorCode } from '@tesserakit/domain';
import type { DirectoryClient } from '../directory.ts';
import { expect, expectRefusal, expectSame, expectSameSet } from './expect.ts';
import type { Law } from './ground.ts';
import { roleIdsOf, snapshotOf } from './roster.ts';

const claim: Law['claim'] = (can) =>
  can.organizationRoles?.list && can.members.setOrganizationRoles;

export const organizationRoleLaws: readonly Law[] = [
  {
    name: 'organizationRoles.list knows every role that a member has, by the same name',
    claim: (can) => can.organizationRoles?.list,
    holds: async (ground) => {
      const { client, organizationId } = ground;
      const { items } = await client.organizationRoles.list({ organizationId });
      const names = new Map(items.map(({ roleId, name }) => [roleId, name]));
      for (const member of await snapshotOf(ground)) {
        for (const { roleId, name } of member.organizationRoles) {
          expectSame(names.get(roleId), name, `${roleId} has another name.`);
        }
      }
    },
  },
  {
    name: 'a role that is assignable is given, any other is refused with its code',
    claim,
    holds: async (ground) => {
      const { client, plainClient, organizationId, colleague } = ground;
      const scope = { organizationId, userId: colleague.userId };
      const give = ({ members }: DirectoryClient, roleId: string) =>
        members.setOrganizationRoles({ ...scope, organizationRoleIds: [roleId] });
      let refused = 0;
      for (const giver of [client, plainClient]) {
        const { items } = await giver.organizationRoles.list({ organizationId });
        for (const { roleId, assignable } of items) {
          if (assignable === true) {
            expectSameSet(roleIdsOf(await give(giver, roleId)), [roleId], 'Others are given.');
          } else {
            const before = await snapshotOf(ground);
            const what = `Giving ${roleId}`;
            await expectRefusal(() => give(giver, roleId), assignable as ErrorCode, what);
            expectSame(await snapshotOf(ground), before, 'Something changed.');
            refused += 1;
          }
        }
      }
      expect(refused > 0, 'A plain member may give every role.');
    },
  },
];
