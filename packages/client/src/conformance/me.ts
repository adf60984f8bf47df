import { expect, expectSame } from './expect.ts';
import type { Law } from './ground.ts';

export const meLaws: readonly Law[] = [
  {
    name: 'me.get says who the caller is, the same each time',
    holds: async ({ client, organizationId }) => {
      const me = await client.me.get({ organizationId });
      expect(me.userId !== '', 'The caller has no id.');
      expectSame(me.organization?.organizationId, organizationId, 'It is another organization.');
      expectSame(await client.me.get({ organizationId }), me, 'The second answer differs.');
    },
  },
  {
    name: 'me.get is the member of the same id',
    holds: async ({ client, organizationId }) => {
      const me = await client.me.get({ organizationId });
      const member = await client.members.get({ organizationId, userId: me.userId });
      expectSame(member.email, me.email, 'The address is another one.');
      expectSame(
        member.organizationRoles,
        me.organization?.organizationRoles,
        'The organization roles are others.',
      );
    },
  },
  {
    name: 'identity is one text per person, constant while they are signed in',
    holds: async ({ client, plainClient, organizationId }) => {
      const before = client.identity();
      expect(before !== '', 'It is empty.');
      await client.me.get({ organizationId });
      expectSame(client.identity(), before, 'It changed.');
      expect(plainClient.identity() !== before, 'Two people have the same.');
    },
  },
];
