import type { Routes } from './route.ts';

export const directoryTokenRoutes = {} as const satisfies Routes;
