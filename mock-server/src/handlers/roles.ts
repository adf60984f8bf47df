import type { roleRoutes } from '@tesserakit/contract';
import type { Handlers } from './operations.ts';

export const roles: Handlers<keyof typeof roleRoutes> = {};
