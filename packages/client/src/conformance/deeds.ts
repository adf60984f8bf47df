import type { Capabilities, Member } from '@tesserakit/contract';
import type { ErrorCode } from '@tesserakit/domain';
import type { DirectoryClient } from '../directory.ts';
import type { MemberScope } from '../members.ts';
import { expect, expectRefusal, expectSame, expectSameSet, refusal } from './expect.ts';
import type { Ground, Law } from './ground.ts';
import { allOf } from './pages.ts';
import { idOf, membersOf, pagesOf, roleIdsOf, snapshotOf } from './roster.ts';

/** Something that is done to a member. */
interface Deed {
  readonly claim: (can: Capabilities['members']) => boolean | undefined;
  readonly run: (client: DirectoryClient, scope: MemberScope, member: Member) => Promise<unknown>;
}

const deeds: Record<string, Deed> = {
  'member.update': {
    claim: (can) => can.update,
    run: ({ members }, scope) => members.update({ ...scope, title: 'Tried' }),
  },
  'member.suspend': {
    claim: (can) => can.suspend,
    run: ({ members }, scope) => members.suspend(scope),
  },
  'member.reactivate': {
    claim: (can) => can.suspend,
    run: ({ members }, scope) => members.reactivate(scope),
  },
  'member.setOrganizationRoles': {
    claim: (can) => can.setOrganizationRoles,
    run: ({ members }, scope, member) =>
      members.setOrganizationRoles({ ...scope, organizationRoleIds: roleIdsOf(member) }),
  },
  'member.remove': {
    claim: (can) => can.remove,
    run: ({ members }, scope) => members.remove(scope),
  },
};

function deedsOf({ members }: Capabilities, claimed = true): readonly (readonly [string, Deed])[] {
  return Object.entries(deeds).filter(([, { claim }]) => (claim(members) === true) === claimed);
}

const canAct = (can: Capabilities) => deedsOf(can).length > 0;
const setsRoles: Law['claim'] = ({ members }) => members.setOrganizationRoles;
const removes: Law['claim'] = ({ members }) => members.remove;
const suspends: Law['claim'] = ({ members }) => members.suspend;

/** Fails the law where it leaves a trace. */
async function expectUnchanged(ground: Ground, deed: () => Promise<void>): Promise<void> {
  const before = await snapshotOf(ground);
  await deed();
  expectSame(await snapshotOf(ground), before, 'Something changed.');
}

function colleagueOf({ client, organizationId, colleague }: Ground) {
  const scope = { organizationId, userId: colleague.userId };
  return { scope, read: () => client.members.get(scope) };
}

export const deedLaws: readonly Law[] = [
  {
    name: 'what actions refuse is refused with that code, and leaves everything unchanged',
    claim: canAct,
    holds: async (ground, can) => {
      const { client, plainClient, organizationId } = ground;
      const { userId } = await plainClient.me.get({ organizationId });
      const self = await plainClient.members.get({ organizationId, userId });
      const seen = (await membersOf(ground)).map((member) => ({ client, member }));
      let tried = 0;
      await expectUnchanged(ground, async () => {
        for (const { client, member } of [...seen, { client: plainClient, member: self }]) {
          for (const [action, { run }] of deedsOf(can)) {
            const verdict = member.actions[action];
            const what = `${action} on ${member.email}`;
            expect(verdict !== undefined, `${what} has no verdict.`);
            if (verdict === true) continue;
            const scope = { organizationId, userId: member.userId };
            await expectRefusal(() => run(client, scope, member), verdict as ErrorCode, what);
            tried += 1;
          }
        }
      });
      expect(tried > 0, 'Nobody is refused anything.');
    },
  },
  {
    name: 'what actions permit is done',
    claim: canAct,
    holds: async (ground, can) => {
      const { client } = ground;
      const { scope, read } = colleagueOf(ground);
      for (const [action, { run }] of deedsOf(can)) {
        const member = await read();
        expectSame(member.actions[action], true, `The administrator may not ${action}.`);
        await run(client, scope, member);
      }
    },
  },
  {
    name: 'what is not claimed is refused with unsupported, and in no actions',
    claim: (can) => deedsOf(can, false).length > 0,
    holds: async (ground, can) => {
      const { scope, read } = colleagueOf(ground);
      const member = await read();
      for (const [action, { run }] of deedsOf(can, false)) {
        expect(!(action in member.actions), `${action} has a verdict.`);
        await expectRefusal(() => run(ground.client, scope, member), 'unsupported', action);
      }
    },
  },
  {
    name: 'a plain member changes nobody',
    claim: canAct,
    holds: async (ground, can) => {
      const { scope, read } = colleagueOf(ground);
      const member = await read();
      await expectUnchanged(ground, async () => {
        for (const [action, { run }] of deedsOf(can)) {
          const what = `${action} by a plain member`;
          await expectRefusal(() => run(ground.plainClient, scope, member), 'forbidden', what);
        }
      });
    },
  },
  {
    name: 'members.setOrganizationRoles gives exactly these roles, and leaves the others alone',
    claim: setsRoles,
    holds: async (ground) => {
      const { scope, read } = colleagueOf(ground);
      const { otherRoleIds } = ground.colleague;
      const others = (all: readonly Member[]) => all.filter((one) => idOf(one) !== scope.userId);
      const before = await snapshotOf(ground);
      const change = { ...scope, organizationRoleIds: otherRoleIds };
      const answer = await ground.client.members.setOrganizationRoles(change);
      expectSameSet(roleIdsOf(answer), otherRoleIds, 'The roles in the answer are others.');
      expectSame(await read(), answer, 'What is read afterwards is not the answer.');
      expectSame(others(await snapshotOf(ground)), others(before), 'Somebody else changed.');
    },
  },
  {
    name: 'members.setOrganizationRoles refuses a role that does not exist, and changes nothing',
    claim: setsRoles,
    holds: (ground) =>
      expectUnchanged(ground, async () => {
        const { scope } = colleagueOf(ground);
        const { otherRoleIds } = ground.colleague;
        for (const roleId of ['role-that-never-was', [...otherRoleIds, 'x'].join(','), ' ', '']) {
          const organizationRoleIds = [...otherRoleIds, roleId];
          const change = { ...scope, organizationRoleIds };
          const call = () => ground.client.members.setOrganizationRoles(change);
          await expectRefusal(call, 'validation_failed', `The role "${roleId}"`);
        }
      }),
  },
  {
    name: 'members.setOrganizationRoles twenty times at once is as once',
    claim: setsRoles,
    holds: async (ground) => {
      const { scope, read } = colleagueOf(ground);
      const organizationRoleIds = ground.colleague.otherRoleIds;
      const change = { ...scope, organizationRoleIds };
      const calls = Array.from({ length: 20 }, () =>
        ground.client.members.setOrganizationRoles(change),
      );
      for (const answer of await Promise.all(calls)) {
        expectSameSet(roleIdsOf(answer), organizationRoleIds, 'One of twenty answers differs.');
      }
      expectSameSet(roleIdsOf(await read()), organizationRoleIds, 'In the end it differs.');
    },
  },
  {
    name: 'members.remove ends a membership, once',
    claim: removes,
    holds: async (ground) => {
      const { scope, read } = colleagueOf(ground);
      const before = (await membersOf(ground)).map(idOf);
      await ground.client.members.remove(scope);
      const after = (await membersOf(ground)).map(idOf);
      const left = before.filter((userId) => userId !== scope.userId);
      expectSameSet(after, left, 'Others are left than were there.');
      await expectRefusal(read, 'not_found', 'Reading who is removed');
      const again = () => ground.client.members.remove(scope);
      await expectRefusal(again, 'not_found', 'Removing them again');
    },
  },
  {
    name: 'members.remove twenty times at once is done once',
    claim: removes,
    holds: async (ground) => {
      const { scope } = colleagueOf(ground);
      const before = (await membersOf(ground)).length;
      const calls = Array.from({ length: 20 }, () => ground.client.members.remove(scope));
      const outcomes = await Promise.allSettled(calls);
      for (const outcome of outcomes) {
        if (outcome.status === 'fulfilled') continue;
        const { code } = await refusal(() => Promise.reject(outcome.reason), 'One of twenty');
        expectSame(code, 'not_found', 'One of twenty is refused for another reason.');
      }
      expect(
        outcomes.some(({ status }) => status === 'fulfilled'),
        'None of twenty is done.',
      );
      expectSame((await membersOf(ground)).length, before - 1, 'Not one is gone.');
    },
  },
  {
    name: 'members.suspend shuts out, and members.reactivate lets in as they were',
    claim: suspends,
    holds: async (ground) => {
      const { client } = ground;
      const { scope, read } = colleagueOf(ground);
      const before = await read();
      expectSame((await client.members.suspend(scope)).status, 'suspended', 'The answer differs.');
      expectSame((await read()).status, 'suspended', 'What is read differs.');
      const again = () => client.members.suspend(scope);
      await expectRefusal(again, 'member_suspended', 'Suspending them again');
      expectSame((await client.members.reactivate(scope)).status, 'active', 'The answer differs.');
      expectSame(roleIdsOf(await read()), roleIdsOf(before), 'The roles are others.');
      const more = () => client.members.reactivate(scope);
      await expectRefusal(more, 'already_member', 'Letting them in again');
    },
  },
  {
    name: 'a write with the version of an earlier look is refused, and changes nothing',
    claim: ({ members }) => members.versions && members.setOrganizationRoles,
    holds: async (ground) => {
      const { client, colleague } = ground;
      const { scope, read } = colleagueOf(ground);
      const { version, ...before } = await read();
      const change = { ...scope, organizationRoleIds: colleague.otherRoleIds };
      const after = await client.members.setOrganizationRoles({ ...change, version });
      expect(after.version !== version, 'The version stays the same.');
      await expectUnchanged(ground, async () => {
        const back = { ...scope, organizationRoleIds: roleIdsOf(before as Member), version };
        const late = () => client.members.setOrganizationRoles(back);
        await expectRefusal(late, 'version_conflict', 'A change of what was seen earlier');
        const gone = () => client.members.remove({ ...scope, version });
        await expectRefusal(gone, 'version_conflict', 'A removal of who was seen earlier');
      });
    },
  },
  {
    name: 'a version is refused where the backend cannot keep to it',
    claim: ({ members }) => !members.versions && members.setOrganizationRoles,
    holds: (ground) =>
      expectUnchanged(ground, async () => {
        const { scope } = colleagueOf(ground);
        const change = { ...scope, organizationRoleIds: ground.colleague.otherRoleIds };
        const call = () => ground.client.members.setOrganizationRoles({ ...change, version: 1 });
        await expectRefusal(call, 'unsupported', 'A version');
      }),
  },
  {
    name: 'nobody is missed where somebody is removed between two pages',
    claim: ({ members }) => members.steadyPages && members.remove,
    holds: async (ground) => {
      const { scope } = colleagueOf(ground);
      const before = (await membersOf(ground)).map(idOf);
      const place = before.indexOf(scope.userId);
      expect(place < before.length - 1, 'Nobody comes after the colleague.');
      const first = await pagesOf(ground)({ limit: place + 1 });
      await ground.client.members.remove(scope);
      const cursor = first.nextCursor ?? undefined;
      const rest = await pagesOf(ground)({ cursor });
      const seen = [...first.items, ...rest.items].map(idOf);
      expectSame(seen, before.slice(0, seen.length), 'The pages do not follow each other.');
      const left = before.filter((userId) => userId !== scope.userId);
      expectSame((await allOf(pagesOf(ground), idOf)).map(idOf), left, 'Others are left.');
    },
  },
];
