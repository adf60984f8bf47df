import type { Routes } from './route.ts';

export const managedOrganizationRoutes = {} as const satisfies Routes;
