import type { Routes } from './route.ts';

export const roleRoutes = {} as const satisfies Routes;
