import type { organizationRoleRoutes } from '@tesserakit/contract';
import type { LegalRequests } from '../legal-requests.ts';

const organization = { organizationId: 'org_acme' };

export const organizationRoles: LegalRequests<typeof organizationRoleRoutes> = {
  'organizationRoles.list': { parameters: organization },
};
