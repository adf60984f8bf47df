import * as v from 'valibot';
import type { Scenario } from '../house.ts';
import { digestOf } from '../secrets.ts';
import { isSeedName } from '../seeds/index.ts';
import { tableNames, type Snapshot } from '../snapshot.ts';

/** A world as it is kept, with what is played in it. */
export interface Parcel {
  readonly scenario: Required<Scenario>;
  readonly world: Snapshot;
}

/** Changes whenever a former version's worlds would no longer be understood. */
const format = 1;

/** Far too large to be kept, or not to be trusted with it. */
const neverKept = ['large', 'hostile'];

const list = v.array(v.any());
const part = v.looseObject({});

const wrapping = v.strictObject({
  format: v.literal(format),
  digest: v.string(),
  parcel: v.strictObject({
    scenario: v.strictObject({ name: v.string(), random: v.number() }),
    // A part that is missing would be noticed when others have been replaced already.
    world: v.strictObject({
      tenantId: v.string(),
      settings: part,
      moved: v.number(),
      random: v.number(),
      audit: list,
      mailbox: list,
      dns: list,
      idempotency: list,
      authorization: v.looseObject({
        keys: v.looseObject({ ES256: part, RS256: part, seal: part }),
      }),
      // Tables that came or went between two versions change what a world is.
      tables: v.strictObject(Object.fromEntries(tableNames.map((name) => [name, list]))),
    }),
  }),
});

/** Whether worlds of that scenario are kept. */
export function isKept(name: string): boolean {
  return isSeedName(name) && !neverKept.includes(name);
}

/** The parcel as a text that shows damage. */
export async function wrap(parcel: Parcel): Promise<string> {
  const digest = await digestOf(JSON.stringify(parcel));
  return JSON.stringify({ format, digest, parcel });
}

/** What is in a text; `undefined` when it is damaged or of another version. */
export async function unwrap(text: string): Promise<Parcel | undefined> {
  const wrapped = parsed(text);
  if (!v.is(wrapping, wrapped) || !isKept(wrapped.parcel.scenario.name)) return undefined;
  const digest = await digestOf(JSON.stringify(wrapped.parcel));
  return digest === wrapped.digest ? (wrapped.parcel as unknown as Parcel) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
