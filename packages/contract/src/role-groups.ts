import type { Routes } from './route.ts';

export const roleGroupRoutes = {} as const satisfies Routes;
