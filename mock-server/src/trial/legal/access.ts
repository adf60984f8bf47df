import type { accessRoutes } from '@tesserakit/contract';
import type { LegalRequests } from '../legal-requests.ts';

const organization = { organizationId: 'org_acme' };
const member = { organizationId: 'org_acme', userId: 'user_agent_acme' };
const grant = { userId: 'user_agent_acme', applicationId: 'app_flights' };
const inFlights = { ...organization, ...grant };

export const access: LegalRequests<typeof accessRoutes> = {
  'access.list': { parameters: member },
  'access.explain': { parameters: inFlights },
  'access.matrix': { parameters: organization },
  'access.grant': {
    parameters: inFlights,
    body: { roleIds: ['role_flights_viewer', 'role_flights_approver'] },
  },
  'access.withdraw': { parameters: inFlights },
  'access.bulk': {
    parameters: organization,
    body: {
      items: [
        { ...grant, roleIds: ['role_flights_approver'] },
        { ...grant, applicationId: 'app_ledger', roleIds: null },
      ],
    },
  },
};
