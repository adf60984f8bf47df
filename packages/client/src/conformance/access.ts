import type { MemberAccess } from '@tesserakit/contract';
import { expect, expectRefusal, expectSame, expectSameSet } from './expect.ts';
import type { Ground, Law } from './ground.ts';

const claim: Law['claim'] = (can) => can.access?.grant;

function tried({ client, organizationId, colleague, grant }: Ground) {
  expect(grant !== undefined, 'The ground does not say what can be granted.');
  const member = { organizationId, userId: colleague.userId };
  const { applicationId, roleIds } = grant;
  return {
    scope: { ...member, applicationId },
    roleIds,
    read: async () => (await client.access.list(member)).items,
  };
}

const others = (all: readonly MemberAccess[], applicationId: string) =>
  all.filter((one) => one.applicationId !== applicationId);

export const accessLaws: readonly Law[] = [
  {
    name: 'access.grant gives exactly these roles in one application, access.withdraw takes them',
    claim,
    holds: async (ground) => {
      const { client } = ground;
      const { scope, roleIds, read } = tried(ground);
      const before = others(await read(), scope.applicationId);
      const answer = await client.access.grant({ ...scope, roleIds: [...roleIds] });
      const given = answer.roles.map(({ roleId }) => roleId);
      expectSameSet(given, roleIds, 'Other roles are given.');
      const after = await read();
      const listed = after.find((one) => one.applicationId === scope.applicationId);
      expectSame(listed, answer, 'What is read afterwards is not the answer.');
      expectSame(others(after, scope.applicationId), before, 'Another application changed.');
      await client.access.withdraw(scope);
      const again = () => client.access.withdraw(scope);
      await expectRefusal(again, 'not_found', 'Withdrawing it again');
    },
  },
  {
    name: 'access.grant refuses what there is not, and leaves everything unchanged',
    claim,
    holds: async (ground) => {
      const { client, strangers } = ground;
      const { scope, roleIds, read } = tried(ground);
      const before = await read();
      const grants = [
        [{ ...scope, applicationId: 'application-that-never-was' }, roleIds],
        [{ ...scope, userId: strangers.userId }, roleIds],
        [scope, [...roleIds, 'role-that-never-was']],
      ] as const;
      const codes = ['not_found', 'application_not_onboarded', 'role_outside_ceiling'] as const;
      for (const [wrong, ids] of grants) {
        const call = () => client.access.grant({ ...wrong, roleIds: [...ids] });
        await expectRefusal(call, [...codes, 'validation_failed'], JSON.stringify([wrong, ids]));
      }
      expectSame(await read(), before, 'Something changed.');
    },
  },
];
