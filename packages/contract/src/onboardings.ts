import type { Routes } from './route.ts';

export const onboardingRoutes = {} as const satisfies Routes;
