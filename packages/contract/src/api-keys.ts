import type { Routes } from './route.ts';

export const apiKeyRoutes = {} as const satisfies Routes;
