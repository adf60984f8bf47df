import type { CallOptions } from '../calls.ts';
import { expect, expectRefusal, expectSame } from './expect.ts';
import type { Ground, Law } from './ground.ts';
import { snapshotOf } from './roster.ts';

type Calls = Record<string, (options: CallOptions) => Promise<unknown>>;

function reads({ client, organizationId, colleague }: Ground): Calls {
  const scope = { organizationId };
  return {
    capabilities: (options) => client.capabilities(scope, options),
    'me.get': (options) => client.me.get(scope, options),
    'organizations.list': (options) => client.organizations.list(scope, options),
    'organizations.get': (options) => client.organizations.get(scope, options),
    'members.list': (options) => client.members.list(scope, options),
    'members.get': (options) => client.members.get({ ...scope, userId: colleague.userId }, options),
  };
}

function writes({ client, organizationId, colleague }: Ground): Calls {
  const scope = { organizationId, userId: colleague.userId };
  const organizationRoleIds = colleague.otherRoleIds;
  return {
    'members.setOrganizationRoles': (options) =>
      client.members.setOrganizationRoles({ ...scope, organizationRoleIds }, options),
    'members.remove': (options) => client.members.remove(scope, options),
  };
}

const mayWrite: Law['claim'] = ({ members }) => members.remove && members.setOrganizationRoles;

async function expectAbortedBefore(calls: Calls): Promise<void> {
  for (const [name, call] of Object.entries(calls)) {
    await expectRefusal(() => call({ signal: AbortSignal.abort() }), 'aborted', name);
  }
}

export const abortLaws: readonly Law[] = [
  {
    name: 'a read whose signal is aborted already ends with aborted',
    holds: (ground) => expectAbortedBefore(reads(ground)),
  },
  {
    name: 'a read that is aborted on its way ends with aborted, and others are not disturbed',
    holds: async (ground) => {
      for (const [name, call] of Object.entries(reads(ground))) {
        const controller = new AbortController();
        const aborted = expectRefusal(() => call({ signal: controller.signal }), 'aborted', name);
        const other = call({});
        controller.abort(new Error('The reason stays with whoever aborted.'));
        await aborted;
        await other;
      }
    },
  },
  {
    name: 'a write whose signal is aborted already is not made',
    claim: mayWrite,
    holds: async (ground) => {
      const before = await snapshotOf(ground);
      await expectAbortedBefore(writes(ground));
      expectSame(await snapshotOf(ground), before, 'Something changed.');
    },
  },
  {
    name: 'a write that is aborted on its way ends with aborted, made whole or not at all',
    claim: mayWrite,
    holds: async (ground) => {
      const call = writes(ground)['members.setOrganizationRoles']!;
      const { client, organizationId, colleague } = ground;
      const scope = { organizationId, userId: colleague.userId };
      const rolesOf = async () =>
        (await client.members.get(scope)).organizationRoles.map((role) => role.roleId);
      const before = await rolesOf();
      const controller = new AbortController();
      const aborted = expectRefusal(
        () => call({ signal: controller.signal }),
        'aborted',
        'members.setOrganizationRoles',
      );
      controller.abort();
      await aborted;
      const after = JSON.stringify(await rolesOf());
      const whole = [before, colleague.otherRoleIds].map((roles) => JSON.stringify(roles));
      expect(whole.includes(after), `Half of it was made: ${after}.`);
    },
  },
];
