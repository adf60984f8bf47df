import type { sessionRoutes } from '@tesserakit/contract';
import type { LegalRequests } from '../legal-requests.ts';

export const sessions: LegalRequests<typeof sessionRoutes> = {};
