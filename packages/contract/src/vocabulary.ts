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

/** What every list takes. */
export const listQuery = {
  search: v.optional(v.pipe(v.string(), v.maxLength(200))),
  limit: v.optional(
    v.pipe(
      v.string(),
      v.digits(),
      v.metadata({ type: 'integer', minimum: 1, maximum: 100, pattern: undefined }),
      v.toNumber(),
      v.minValue(1),
      v.maxValue(100),
    ),
  ),
  cursor: v.optional(v.pipe(v.string(), v.maxLength(2048))),
};

/** A role, with the name to show for it. */
export const roleReference = v.object({ roleId: id, name: v.string() });

/** Where somebody has a role of an application from. */
export const grantSource = openEnum(['direct', 'default', 'idp-group', 'parent']);

/** The answer to what leaves nothing to tell. */
export const nothing = v.object({});

/** How often an entity was written; send it back, so that nothing of somebody else is overwritten. */
export const version = v.number();

/** What became of one item of a bulk call, in the order in which they were sent. */
export function bulk<T extends v.ObjectEntries>(entries: T) {
  return v.object({
    results: v.array(
      v.object({
        ...entries,
        outcome: openEnum(['done', 'refused']),
        /** Why it was refused. */
        code: v.optional(v.string()),
      }),
    ),
  });
}

/** What a deed would do beside what it says, and the token that confirms it was looked at. */
export const impact = v.object({
  /** How many of each kind of change. */
  counts: v.record(v.string(), v.number()),
  /** The first hundred of them. */
  changes: v.array(
    v.object({
      action: v.string(),
      organizationId: v.optional(id),
      applicationId: v.optional(id),
      target: v.optional(v.object({ type: v.string(), id: v.string() })),
    }),
  ),
  /** The roles of applications that members lose by it, and how many members each. */
  roles: v.optional(
    v.array(v.object({ roleId: id, name: v.string(), applicationId: id, members: v.number() })),
    [],
  ),
  token: v.string(),
});

/** How many people have something, in how many organizations. */
export const holders = v.object({ members: v.number(), organizations: v.number() });

export type Holders = v.InferOutput<typeof holders>;

export type Impact = v.InferOutput<typeof impact>;
