import type { apiKeyRoutes } from '@tesserakit/contract';
import type { Handlers } from './operations.ts';

export const apiKeys: Handlers<keyof typeof apiKeyRoutes> = {};
