import type { Routes } from './route.ts';

export const domainRoutes = {} as const satisfies Routes;
