export { createBetterAuthClient, type BetterAuthClientOptions } from './client.ts';
export { defaultRoles, type BetterAuthRole } from './roles.ts';
