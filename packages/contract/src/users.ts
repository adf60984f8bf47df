import type { Routes } from './route.ts';

export const userRoutes = {} as const satisfies Routes;
