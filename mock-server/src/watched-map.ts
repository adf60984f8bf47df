/** A Map that tells what was set or removed, so that what is worked out from it can follow. */
export class WatchedMap<K, V> extends Map<K, V> {
  readonly #watchers: ((key: K) => void)[] = [];

  constructor(entries: Iterable<readonly [K, V]> = []) {
    super();
    for (const [key, value] of entries) super.set(key, value);
  }

  /** Calls the watcher after each change, with the key. */
  watch(watcher: (key: K) => void): void {
    this.#watchers.push(watcher);
  }

  override set(key: K, value: V): this {
    super.set(key, value);
    this.#tell(key);
    return this;
  }

  override delete(key: K): boolean {
    const existed = super.delete(key);
    if (existed) this.#tell(key);
    return existed;
  }

  override clear(): void {
    const keys = [...this.keys()];
    super.clear();
    for (const key of keys) this.#tell(key);
  }

  #tell(key: K): void {
    for (const watcher of this.#watchers) watcher(key);
  }
}
