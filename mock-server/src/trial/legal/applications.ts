import type { applicationRoutes } from '@tesserakit/contract';
import type { LegalRequests } from '../legal-requests.ts';

const organization = { organizationId: 'org_acme' };

export const applications: LegalRequests<typeof applicationRoutes> = {
  'applications.list': { parameters: organization },
};
