/** What is to change of an entity: `null` takes away, what is left out stays. */
export type Amendment = Readonly<Record<string, unknown>>;

/** The names of what an amendment changes. */
export function changedBy(amendment: Amendment): readonly string[] {
  return Object.keys(amendment).filter((name) => amendment[name] !== undefined);
}

/** The entity with its amendment. */
export function amended<T extends object>(entity: T, amendment: Amendment): T {
  const changed = new Set(changedBy(amendment));
  const kept = Object.entries(entity).filter(([name]) => !changed.has(name));
  const set = [...changed].map((name) => [name, amendment[name]]);
  return Object.fromEntries([...kept, ...set.filter(([, value]) => value !== null)]) as T;
}
