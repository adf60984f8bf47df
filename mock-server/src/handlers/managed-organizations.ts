import type { managedOrganizationRoutes } from '@tesserakit/contract';
import type { Handlers } from './operations.ts';

export const managedOrganizations: Handlers<keyof typeof managedOrganizationRoutes> = {};
