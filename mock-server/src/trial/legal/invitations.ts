import type { invitationRoutes } from '@tesserakit/contract';
import type { World } from '../../world.ts';
import type { LegalRequests } from '../legal-requests.ts';

const organization = { organizationId: 'org_acme' };
const invitation = { invitationId: 'invitation_newcorp' };
const invited = { ...organization, ...invitation };

/** As following the link of a mail does. */
function proveAddress({ users }: World): undefined {
  const user = users.get('user_invited');
  if (user) users.set('user_invited', { ...user, emailVerified: true });
}

export const invitations: LegalRequests<typeof invitationRoutes> = {
  'invitations.list': { parameters: organization },
  'invitations.create': {
    parameters: organization,
    body: {
      email: 'new@partner.example',
      organizationRoleIds: ['organizationMember'],
      access: [{ applicationId: 'app_flights', roleIds: ['role_flights_viewer'] }],
      message: 'Join us.',
    },
  },
  'invitations.bulk': {
    parameters: organization,
    body: {
      emails: ['one@partner.example', 'no address', 'agent@acme.example'],
      organizationRoleIds: ['organizationMember'],
    },
  },
  'invitations.resend': { parameters: invited },
  'invitations.revoke': { parameters: invited },
  'invitations.listOwn': { as: 'invited', prepare: proveAddress },
  'invitations.accept': { as: 'invited', prepare: proveAddress, body: invitation },
  'invitations.decline': { as: 'invited', prepare: proveAddress, body: invitation },
};
