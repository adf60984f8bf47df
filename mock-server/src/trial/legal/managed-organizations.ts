import type { managedOrganizationRoutes } from '@tesserakit/contract';
import type { LegalRequests } from '../legal-requests.ts';

export const managedOrganizations: LegalRequests<typeof managedOrganizationRoutes> = {};
