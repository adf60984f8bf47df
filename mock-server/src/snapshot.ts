import {
  keptAuthorization,
  refill,
  restoreAuthorization,
  type Entries,
  type KeptAuthorization,
} from './authorization-state.ts';
import { keptAnswers, restoreAnswers, type KeptAnswer } from './handlers/idempotency.ts';
import { empty } from './seeds/empty.ts';
import type { Table } from './table.ts';
import { createWorld, tableOf, type Nested, type World, type WorldOptions } from './world.ts';

type TableName = {
  [Name in keyof World]: World[Name] extends Table<string, unknown> ? Name : never;
}[keyof World];

/** How every table of a world is laid out: one that is missing here does not compile. */
const layouts: {
  readonly [Name in TableName]: Name extends Nested ? 'by organization' : 'flat';
} = {
  users: 'flat',
  userIdsByEmail: 'flat',
  passwords: 'flat',
  factors: 'flat',
  passkeys: 'flat',
  organizations: 'flat',
  slugs: 'flat',
  organizationRoles: 'flat',
  applications: 'flat',
  clients: 'flat',
  roles: 'flat',
  roleGroups: 'flat',
  onboardings: 'by organization',
  members: 'by organization',
  grants: 'by organization',
  invitations: 'by organization',
  domains: 'by organization',
  connections: 'by organization',
  connectionSecrets: 'flat',
  identities: 'flat',
  directoryTokens: 'by organization',
  apiKeys: 'by organization',
  domainChallenges: 'flat',
  providers: 'flat',
  secrets: 'flat',
  versions: 'flat',
};

/** All tables of a world. */
export const tableNames = Object.keys(layouts) as readonly TableName[];

/** What stands beside the directory, as audit log, mail, and keys kept for retries do. */
const beside: readonly TableName[] = [
  ...(['userIdsByEmail', 'passwords', 'factors', 'passkeys'] as const),
  ...(['clients', 'providers'] as const),
];

/** Everything that the directory holds, as plain data: equal for equal directories. */
export function directoryOf(world: World): Record<string, unknown> {
  const directory = tableNames.filter((name) => !beside.includes(name));
  return Object.fromEntries(directory.map((name) => [name, plain(world[name])]));
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

/** Everything that a world knows, as plain data that stands for itself. */
export interface Snapshot extends Pick<World, 'tenantId' | 'settings' | 'moved'> {
  /** In their order; those of an organization as a list within the list. */
  readonly tables: Readonly<Record<TableName, Entries<unknown>>>;
  readonly audit: World['audit'];
  readonly mailbox: World['mailbox'];
  readonly dns: Entries<readonly string[]>;
  readonly idempotency: readonly KeptAnswer[];
  readonly authorization: KeptAuthorization;
  /** Where the source of ids stands, so that none is given twice. */
  readonly random: number;
}

/** Writes down a world, for {@link importWorld} to go on from here. */
export async function exportWorld(world: World): Promise<Snapshot> {
  const keys = await world.authorization.keys.keep();
  const { tenantId, settings, moved, audit, mailbox, dns, idempotency, authorization } = world;
  // Copied at one moment: what happens to the world from here on does not show in it.
  return structuredClone({
    tenantId,
    settings,
    moved,
    tables: Object.fromEntries(
      tableNames.map((name) => [name, entriesOf(world[name])]),
    ) as unknown as Snapshot['tables'],
    audit,
    mailbox,
    dns: [...dns],
    idempotency: keptAnswers(idempotency),
    authorization: keptAuthorization(authorization, keys),
    random: world.random.state,
  });
}

/**
 * Makes the world that was written down: it answers as the former one would have, with the same ids.
 * Where it stands and what time it is, the options say.
 */
export function importWorld(snapshot: Snapshot, options: Omit<WorldOptions, 'random'> = {}): World {
  const world = createWorld(empty, options);
  restore(world, snapshot);
  return world;
}

/** Replaces, in one moment, all that a world knows by what was written down. */
export function restore(world: World, snapshot: Snapshot): void {
  const {
    tenantId,
    settings,
    moved,
    tables,
    audit,
    mailbox,
    dns,
    idempotency,
    authorization,
    random,
  } = structuredClone(snapshot);
  Object.assign(world, { tenantId });
  Object.assign(world.settings, settings);
  world.moveClock(moved - world.moved);
  for (const name of tableNames) {
    if (isNested(name)) restoreNested(world, name, tables[name] as Entries<Entries<never>>);
    else refill(world[name] as Table<string, unknown>, tables[name]);
  }
  replaceItems(world.audit, audit);
  replaceItems(world.mailbox, mailbox);
  refill(world.dns, dns);
  restoreAnswers(world.idempotency, idempotency);
  restoreAuthorization(world.authorization, authorization);
  world.random.state = random;
}

function isNested(name: TableName): name is Nested {
  return layouts[name] === 'by organization';
}

function entriesOf(value: ReadonlyMap<string, unknown>): Entries<unknown> {
  return [...value].map(([key, inner]) => [key, inner instanceof Map ? [...inner] : inner]);
}

/** What is worked out from the table of an organization follows it, so that it stays the same one. */
function restoreNested(world: World, name: Nested, kept: Entries<Entries<never>>): void {
  const outer = world[name] as Table<string, unknown>;
  const former = new Map(outer);
  outer.clear();
  for (const [organizationId, entries] of kept) {
    const own = former.get(organizationId);
    if (own) outer.set(organizationId, own);
    refill(tableOf(world, name, organizationId), entries);
  }
}

function replaceItems<T>(list: T[], items: readonly T[]): void {
  list.length = 0;
  for (const item of items) list.push(item);
}
