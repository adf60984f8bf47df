export type { Client, World, WorldOptions } from './world.ts';
export { createWorld, userByEmail } from './world.ts';
export type { Server, ServerOptions } from './server.ts';
export { createServer } from './server.ts';
export { issueAccessToken } from './oidc/access-token.ts';
export type { Seed, SeededClient } from './seeds/seed.ts';
export { seedNamed, seeds, type SeedName } from './seeds/index.ts';
export { withManyMembers } from './seeds/many-members.ts';
