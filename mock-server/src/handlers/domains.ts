import type { domainRoutes } from '@tesserakit/contract';
import type { Handlers } from './operations.ts';

export const domains: Handlers<keyof typeof domainRoutes> = {};
