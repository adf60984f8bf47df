import type { memberRoutes } from '@tesserakit/contract';
import type { LegalRequests } from '../legal-requests.ts';

const organization = { organizationId: 'org_acme' };
const member = { organizationId: 'org_acme', userId: 'user_agent_acme' };

export const members: LegalRequests<typeof memberRoutes> = {
  'members.list': { parameters: organization },
  'members.get': { parameters: member },
  'members.add': {
    parameters: organization,
    body: { userId: 'user_shopper', organizationRoleIds: ['organizationMember'], title: 'Guest' },
  },
  'members.update': { parameters: member, body: { title: 'Lead agent', department: null } },
  'members.suspend': { parameters: member },
  'members.reactivate': { parameters: { ...organization, userId: 'user_suspended_acme' } },
  'members.remove': { parameters: member },
  'members.setOrganizationRoles': {
    parameters: member,
    body: { organizationRoleIds: ['organizationMember', 'organizationCreator'] },
  },
  'members.bulk': {
    parameters: organization,
    body: { action: 'suspend', userIds: ['user_agent_acme', 'user_nobody'] },
  },
  'members.listSessions': { parameters: member },
  'members.endSessions': { parameters: member },
};
