import type { Journal } from './journal.ts';
import { WatchedMap } from './watched-map.ts';

/** A watched map of a world, whose changes the world's journal can take back; order apart. */
export class Table<K, V> extends WatchedMap<K, V> {
  readonly #journal: Journal;

  constructor(journal: Journal, entries: Iterable<readonly [K, V]> = []) {
    super(entries);
    this.#journal = journal;
  }

  override set(key: K, value: V): this {
    const existed = this.has(key);
    const before = this.get(key);
    this.#journal.note(() => {
      if (existed) super.set(key, before as V);
      else super.delete(key);
    });
    return super.set(key, value);
  }

  override delete(key: K): boolean {
    if (!this.has(key)) return false;
    const before = this.get(key);
    this.#journal.note(() => super.set(key, before as V));
    return super.delete(key);
  }

  override clear(): void {
    for (const key of [...this.keys()]) this.delete(key);
  }
}
