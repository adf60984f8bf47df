import type { connectionRoutes } from '@tesserakit/contract';
import type { Handlers } from './operations.ts';

export const connections: Handlers<keyof typeof connectionRoutes> = {};
