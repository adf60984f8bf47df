import type { userRoutes } from '@tesserakit/contract';
import type { Handlers } from './operations.ts';

export const users: Handlers<keyof typeof userRoutes> = {};
