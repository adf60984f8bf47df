import type { directoryTokenRoutes } from '@tesserakit/contract';
import type { LegalRequests } from '../legal-requests.ts';

export const directoryTokens: LegalRequests<typeof directoryTokenRoutes> = {};
