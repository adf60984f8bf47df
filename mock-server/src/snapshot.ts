import type { World } from './world.ts';

/** The tables that make up the directory. Audit log, mail, keys kept for retries stand beside it. */
const tables = [
  'users',
  'organizations',
  'organizationRoles',
  'applications',
  'roles',
  'roleGroups',
  'onboardings',
  'members',
  'grants',
  'invitations',
  'domains',
  'connections',
  'directoryTokens',
  'apiKeys',
  'domainChallenges',
  'secrets',
  'versions',
] as const satisfies readonly (keyof World)[];

/** Everything that the directory holds, as plain data: equal for equal directories. */
export function directoryOf(world: World): Record<string, unknown> {
  return Object.fromEntries(tables.map((name) => [name, plain(world[name])]));
}

function plain(value: unknown): unknown {
  if (value instanceof Map) {
    const entries = [...(value as Map<string, unknown>)].filter(
      ([, inner]) => !(inner instanceof Map) || inner.size > 0,
    );
    return Object.fromEntries(
      entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, plain(inner)]),
    );
  }
  return value;
}
