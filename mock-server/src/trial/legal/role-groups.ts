import type { roleGroupRoutes } from '@tesserakit/contract';
import type { LegalRequests } from '../legal-requests.ts';

export const roleGroups: LegalRequests<typeof roleGroupRoutes> = {};
