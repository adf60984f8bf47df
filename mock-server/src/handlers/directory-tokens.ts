import type { directoryTokenRoutes } from '@tesserakit/contract';
import type { Handlers } from './operations.ts';

export const directoryTokens: Handlers<keyof typeof directoryTokenRoutes> = {};
