/** What is to change of an entity: `null` takes away, `undefined` and what is left out stay. */
export type Amendment = object;

/** The names of what an amendment changes. */
export function changedBy(amendment: Amendment): readonly string[] {
  return Object.entries(amendment)
    .filter(([, value]) => value !== undefined)
    .map(([name]) => name);
}

/** The entity with its amendment. */
export function amended<T extends object>(entity: T, amendment: Amendment): T {
  const changed = changedBy(amendment);
  const kept = Object.entries(entity).filter(([name]) => !changed.includes(name));
  const set = Object.entries(amendment).filter(
    ([, value]) => value !== undefined && value !== null,
  );
  return Object.fromEntries([...kept, ...set]) as T;
}
