import type { Routes } from './route.ts';

export const connectionRoutes = {} as const satisfies Routes;
