import type { sessionRoutes } from '@tesserakit/contract';
import type { Handlers } from './operations.ts';

export const sessions: Handlers<keyof typeof sessionRoutes> = {};
