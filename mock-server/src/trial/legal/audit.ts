import type { auditRoutes } from '@tesserakit/contract';
import type { LegalRequests } from '../legal-requests.ts';

const organization = { organizationId: 'org_acme' };

export const audit: LegalRequests<typeof auditRoutes> = {
  'audit.list': { parameters: organization },
  'audit.listAll': { as: 'platform', query: { organization: 'org_acme', outcome: 'denied' } },
};
