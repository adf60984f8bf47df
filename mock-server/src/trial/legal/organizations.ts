import type { organizationRoutes } from '@tesserakit/contract';
import type { LegalRequests } from '../legal-requests.ts';

const organization = { organizationId: 'org_acme' };

export const organizations: LegalRequests<typeof organizationRoutes> = {
  'organizations.list': {},
  'organizations.get': { parameters: organization },
  'organizations.capabilities': { parameters: organization },
};
