import type { domainRoutes } from '@tesserakit/contract';
import type { LegalRequests } from '../legal-requests.ts';

export const domains: LegalRequests<typeof domainRoutes> = {};
