import type { apiKeyRoutes } from '@tesserakit/contract';
import type { LegalRequests } from '../legal-requests.ts';

export const apiKeys: LegalRequests<typeof apiKeyRoutes> = {};
