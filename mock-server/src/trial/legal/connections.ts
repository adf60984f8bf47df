import type { connectionRoutes } from '@tesserakit/contract';
import type { LegalRequests } from '../legal-requests.ts';

export const connections: LegalRequests<typeof connectionRoutes> = {};
