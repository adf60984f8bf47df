import type { roleGroupRoutes } from '@tesserakit/contract';
import type { Handlers } from './operations.ts';

export const roleGroups: Handlers<keyof typeof roleGroupRoutes> = {};
