export * from './access.ts';
export * from './adapter.ts';
export * from './api-keys.ts';
export * from './applications.ts';
export * from './audit.ts';
export * from './calls.ts';
export * from './connections.ts';
export * from './directory.ts';
export * from './directory-tokens.ts';
export * from './domains.ts';
export * from './errors.ts';
export * from './invitations.ts';
export * from './managed-organizations.ts';
export * from './me.ts';
export * from './members.ts';
export * from './onboardings.ts';
export * from './organization-roles.ts';
export * from './organizations.ts';
export { mostByPosition, stretchOf, type Stretch } from './positions.ts';
export { createClient, type ClientOptions } from './rest.ts';
export * from './role-groups.ts';
export * from './roles.ts';
export * from './sessions.ts';
export {
  createTransport,
  type Call,
  type Dialect,
  type Transport,
  type TransportOptions,
} from './transport.ts';
export { unsupportedDirectory } from './unsupported.ts';
export * from './users.ts';
