/** Looks up text records of a name. Rejects when it cannot; the signal ends the wait. */
export type Resolver = (name: string, signal: AbortSignal) => Promise<readonly string[]>;

/** A resolver over records that somebody wrote down, and that may change between two questions. */
export function recordsResolver(records: ReadonlyMap<string, readonly string[]>): Resolver {
  return async (name) => records.get(name) ?? [];
}
