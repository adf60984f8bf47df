import type { Invitation } from '@tesserakit/contract';
import { expect, expectRefusal, expectSame, expectSameSet } from './expect.ts';
import type { Ground, Law } from './ground.ts';
import { allOf, pageLaws, type Pages } from './pages.ts';

const claim: Law['claim'] = (can) => can.invitations?.list;
const idOf = ({ invitationId }: Invitation) => invitationId;

function pagesOf({ client, organizationId }: Ground): Pages<Invitation> {
  return (query, options) => client.invitations.list({ organizationId, ...query }, options);
}

function inviteesOf({ invitees }: Ground): readonly string[] {
  expect(invitees !== undefined && invitees.length >= 2, 'The ground names nobody to invite.');
  return invitees;
}

function invite(ground: Ground, client = ground.client): Promise<Invitation> {
  const { organizationId, colleague } = ground;
  const [email = ''] = inviteesOf(ground);
  const organizationRoleIds = [...colleague.otherRoleIds];
  return client.invitations.create({ organizationId, email, organizationRoleIds });
}

async function withSome(ground: Ground): Promise<Pages<Invitation>> {
  for (const email of inviteesOf(ground)) await invite({ ...ground, invitees: [email, email] });
  return pagesOf(ground);
}

export const invitationLaws: readonly Law[] = [
  ...pageLaws('invitations.list', withSome, idOf, claim),
  {
    name: 'invitations.create is found in the list, and one person waits once',
    claim,
    holds: async (ground) => {
      const made = await invite(ground);
      expectSame(made.status, 'pending', 'It does not wait.');
      const again = await invite(ground);
      const all = await allOf(pagesOf(ground), idOf, 1);
      const waiting = all.filter(
        ({ email, status }) => email === made.email && status === 'pending',
      );
      expectSameSet(waiting.map(idOf), [idOf(again)], 'Another one waits.');
    },
  },
  {
    name: 'invitations.revoke ends an invitation, once',
    claim: (can) => can.invitations?.revoke,
    holds: async (ground) => {
      const { client, organizationId } = ground;
      const scope = { organizationId, invitationId: idOf(await invite(ground)) };
      expectSame((await client.invitations.revoke(scope)).status, 'revoked', 'It still waits.');
      const again = () => client.invitations.revoke(scope);
      await expectRefusal(again, 'invitation_revoked', 'Revoking it again');
      const nothing = { organizationId, invitationId: 'invitation-that-never-was' };
      const unknown = () => client.invitations.revoke(nothing);
      await expectRefusal(unknown, 'not_found', 'One that never was');
    },
  },
  {
    name: 'a plain member invites nobody',
    claim,
    holds: async (ground) => {
      const before = await allOf(pagesOf(ground), idOf);
      const call = () => invite(ground, ground.plainClient);
      await expectRefusal(call, 'forbidden', 'An invitation by a plain member');
      expectSame(await allOf(pagesOf(ground), idOf), before, 'Something changed.');
    },
  },
];
