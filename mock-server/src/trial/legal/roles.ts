import type { roleRoutes } from '@tesserakit/contract';
import type { LegalRequests } from '../legal-requests.ts';

export const roles: LegalRequests<typeof roleRoutes> = {};
