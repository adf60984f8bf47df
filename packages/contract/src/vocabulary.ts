import * as v from 'valibot';

/**
 * A list of words that may grow. Whoever sends keeps to it; whoever reads keeps an unknown word as
 * text, so that a newer server never breaks an older screen.
 */
export function openEnum<const T extends readonly string[]>(words: T) {
  return v.pipe(
    v.string(),
    v.metadata({ words }),
    v.transform((word) => word as OpenEnum<T[number]>),
  );
}

/** One of the known words, or a word from a newer server. */
export type OpenEnum<T extends string> = T | (string & Record<never, never>);

/** A moment in ISO 8601, in UTC. */
export const timestamp = v.pipe(v.string(), v.metadata({ format: 'date-time' }));

/** An opaque identifier. */
export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(128));

/** `true`, or the code of the reason why this caller may not. */
export const verdict = v.union([v.literal(true), v.string()]);

/** What this caller may do to this entity now. */
export const actions = v.record(v.string(), verdict);

/** One page of a list. */
export function page<T extends v.GenericSchema>(item: T) {
  return v.object({
    items: v.array(item),
    /** Where the next page starts; `null` on the last one. */
    nextCursor: v.nullable(v.string()),
    /** How many there are over all pages; `null` where the backend does not count. */
    total: v.nullable(v.number()),
  });
}

/** A role, with the name to show for it. */
export const roleReference = v.object({ roleId: id, name: v.string() });

/** Where somebody has a role of an application from. */
export const grantSource = openEnum(['direct', 'default', 'idp-group', 'parent']);

/** The answer to what leaves nothing to tell. */
export const nothing = v.object({});

/** How often an entity was written; send it back, so that nothing of somebody else is overwritten. */
export const version = v.number();
