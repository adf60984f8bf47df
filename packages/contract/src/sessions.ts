import type { Routes } from './route.ts';

export const sessionRoutes = {} as const satisfies Routes;
