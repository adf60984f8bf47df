import type { onboardingRoutes } from '@tesserakit/contract';
import type { LegalRequests } from '../legal-requests.ts';

export const onboardings: LegalRequests<typeof onboardingRoutes> = {};
