import type { onboardingRoutes } from '@tesserakit/contract';
import type { Handlers } from './operations.ts';

export const onboardings: Handlers<keyof typeof onboardingRoutes> = {};
