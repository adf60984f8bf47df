import type { BrowserSession, TokenFamily } from '../../authorization-state.ts';
import { tableNames } from '../../snapshot.ts';
import type { World } from '../../world.ts';

type TableName = (typeof tableNames)[number];
type Plain<T> = T extends Map<infer K, infer V> ? ReadonlyMap<K, Plain<V>> : T;

/**
 * Everything that the world holds, at one moment, as plain maps that do not change any more. The
 * rows themselves are the world's own: it never changes one, it puts another in its place.
 */
export type Picture = { readonly [Name in TableName]: Plain<World[Name]> } & {
  readonly now: number;
  readonly families: ReadonlyMap<string, Readonly<TokenFamily>>;
  readonly sessions: ReadonlyMap<string, Readonly<BrowserSession>>;
  readonly codes: ReadonlySet<string>;
};

export function pictureOf(world: World): Picture {
  const { families, sessions, codes } = world.authorization;
  return {
    ...Object.fromEntries(tableNames.map((name) => [name, copyOf(world[name])])),
    now: world.now(),
    families: new Map([...families].map(([id, family]) => [id, { ...family }])),
    sessions: new Map([...sessions].map(([sid, session]) => [sid, { ...session }])),
    codes: new Set(codes.keys()),
  } as unknown as Picture;
}

type Rows = ReadonlyMap<string, unknown>;

/** What is kept by organization is copied one level deeper, where there is anything. */
function copyOf(table: Rows): Rows {
  const copy = new Map<string, unknown>();
  for (const [key, row] of table) {
    if (!(row instanceof Map)) copy.set(key, row);
    else if (row.size > 0) copy.set(key, new Map(row as Rows));
  }
  return copy;
}

/** One row that is not what it was. */
export interface Change {
  readonly table: TableName;
  /** The organization, for what is kept by organization. */
  readonly organizationId?: string;
  readonly key: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** The rows in which two pictures differ, sign-ins apart. */
export function changesBetween(before: Picture, after: Picture): Change[] {
  const changes: Change[] = [];
  for (const table of tableNames) {
    compare(before[table], after[table], (key, from, to) => {
      if (!(from instanceof Map || to instanceof Map)) changes.push({ table, key, from, to });
      else {
        compare((from ?? none) as Rows, (to ?? none) as Rows, (inner, from, to) =>
          changes.push({ table, organizationId: key, key: inner, from, to }),
        );
      }
    });
  }
  return changes;
}

const none: Rows = new Map();

function compare(
  before: Rows,
  after: Rows,
  tell: (key: string, from: unknown, to: unknown) => void,
): void {
  for (const [key, from] of before) {
    const to = after.get(key);
    if (from !== to) tell(key, from, to);
  }
  for (const [key, to] of after) if (!before.has(key)) tell(key, undefined, to);
}

/** Whether any refresh token ended, began or was replaced between two pictures. */
export function sameFamilies(before: Picture, after: Picture): boolean {
  if (before.families.size !== after.families.size) return false;
  for (const [id, { current, revoked }] of before.families) {
    const family = after.families.get(id);
    if (family?.current !== current || family.revoked !== revoked) return false;
  }
  return true;
}
