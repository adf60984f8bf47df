import type { userRoutes } from '@tesserakit/contract';
import type { LegalRequests } from '../legal-requests.ts';

export const users: LegalRequests<typeof userRoutes> = {};
