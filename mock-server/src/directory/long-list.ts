import { forgetOldest } from '../forget-oldest.ts';
import { PackedText } from './packed-text.ts';
import { comparePlaces, comparerOf, type Place, type Sequence } from './paging.ts';
import { firstWhere, orderOf, reordered } from './row-order.ts';

/** How the things of a long list are found, read and put in order. */
export interface Reading<T, Status extends string, Key extends string> {
  readonly statuses: readonly Status[];
  /** The thing of that id as it stands now; `undefined` where there is none. */
  read(id: string): T | undefined;
  idOf(thing: T): string;
  statusOf(thing: T): Status;
  /** What a search looks through. */
  textOf(thing: T): string;
  valueOf(thing: T, key: Key): string | number | undefined;
}

export interface LongListQuery<T, Status extends string, Key extends string> {
  /** Folded words, all of which the text holds. */
  readonly words: readonly string[];
  readonly status: Status | undefined;
  /** What else is asked of a thing. */
  readonly suits: ((thing: T) => boolean) | undefined;
  readonly sort: Key | `-${Key}`;
}

/** A long list in its order, in which one can also go by number. */
export interface LongSequence<T> extends Sequence<T> {
  /** At most so many, without those that come first. */
  from(first: number, most: number): T[];
}

/** A row that was read again, with what was there before. */
interface Change<T> {
  readonly row: number;
  readonly before: T | undefined;
}

/** How many searches are kept at most, until something changes. */
const mostFound = 16;

/** Many things, ready to be searched and paged: their texts packed, each order that was asked for kept. */
export class LongList<T, Status extends string, Key extends string> {
  readonly #reading: Reading<T, Status, Key>;
  /** Each thing has a number for good, by which everything else is found. */
  readonly #rows = new Map<string, number>();
  readonly #things: (T | undefined)[] = [];
  /** One number for each: 0 for nothing, else the place of its status in the list, counted from 1. */
  #statuses = new Uint8Array(0);
  readonly #texts: PackedText;
  readonly #orders = new Map<string, Uint32Array>();
  /** Rows in their order, by query; the last ones asked for. */
  readonly #found = new Map<string, Uint32Array>();
  /** Ids of those that changed since the last list. */
  readonly #changed: Set<string>;

  constructor(ids: Iterable<string>, reading: Reading<T, Status, Key>) {
    this.#reading = reading;
    this.#changed = new Set(ids);
    this.#texts = new PackedText((row) => this.#textOf(this.#things[row]));
  }

  /** The thing of that id is to be read again. */
  renew(id: string): void {
    this.#changed.add(id);
  }

  /** Those that a query asks for, in its order; good until the next change. */
  list(query: LongListQuery<T, Status, Key>): LongSequence<T> {
    this.#follow();
    const rows = query.suits ? this.#find(query) : this.#findOnce(query);
    return {
      total: rows.length,
      after: (place, most) => this.#after(place, most, query.sort, rows),
      from: (first, most) =>
        Array.from(rows.subarray(first, first + most), (row) => this.#things[row]!),
    };
  }

  /** What somebody pages through is found once; what only a function knows, each time. */
  #findOnce(query: LongListQuery<T, Status, Key>): Uint32Array {
    const key = JSON.stringify([query.words, query.status, query.sort]);
    const rows = this.#found.get(key) ?? this.#find(query);
    this.#found.delete(key);
    this.#found.set(key, rows);
    forgetOldest(this.#found, mostFound);
    return rows;
  }

  #find({ words, status, suits, sort }: LongListQuery<T, Status, Key>): Uint32Array {
    const order = this.#order(sort);
    const found = words.length > 0 ? this.#texts.find(words, this.#things.length) : undefined;
    const wanted = status && this.#numberOf(status);
    const rows = new Uint32Array(order.length);
    let total = 0;
    for (const row of order) {
      const fits =
        (found === undefined || found[row] === 1) &&
        (wanted === undefined || this.#statuses[row] === wanted) &&
        (!suits || suits(this.#things[row]!));
      if (!fits) continue;
      rows[total] = row;
      total += 1;
    }
    return rows.slice(0, total);
  }

  #after(place: Place | undefined, most: number, sort: string, rows: Uint32Array) {
    const placeOf = this.#placer(sort);
    const descending = [sort.startsWith('-')];
    const next = place
      ? firstWhere(rows, (row) => comparePlaces(placeOf(row), place, descending) > 0)
      : 0;
    return Array.from(rows.subarray(next, next + most), (row) => ({
      item: this.#things[row]!,
      ...placeOf(row),
    }));
  }

  #order(sort: string): Uint32Array {
    const kept = this.#orders.get(sort);
    if (kept) return kept;
    const rows = [...this.#things.keys()].filter((row) => this.#things[row]);
    const placeOf = this.#placer(sort);
    const places = this.#things.map((thing, row) => thing && placeOf(row));
    const order = orderOf(rows, comparerOf(places, sort.startsWith('-')));
    this.#orders.set(sort, order);
    return order;
  }

  #comparer(sort: string): (row: number, other: number) => number {
    const descending = [sort.startsWith('-')];
    const placeOf = this.#placer(sort);
    return (row, other) => comparePlaces(placeOf(row), placeOf(other), descending);
  }

  #placer(sort: string): (row: number) => Place {
    const key = sort.replace('-', '') as Key;
    return (row) => {
      const thing = this.#things[row]!;
      return { values: [this.#reading.valueOf(thing, key)], id: this.#reading.idOf(thing) };
    };
  }

  #follow(): void {
    if (this.#changed.size === 0) return;
    const changes = [...this.#changed].map((id) => this.#read(id));
    for (const [sort, order] of this.#orders) {
      const moved = changes.filter((change) => this.#isMoved(change, sort));
      if (moved.length === 0) continue;
      const rows = new Set(moved.map(({ row }) => row));
      const stillThere = [...rows].filter((row) => this.#things[row]);
      this.#orders.set(sort, reordered(order, rows, stillThere, this.#comparer(sort)));
    }
    this.#changed.clear();
    this.#found.clear();
  }

  #isMoved({ row, before }: Change<T>, sort: string): boolean {
    const after = this.#things[row];
    if (before === undefined || after === undefined) return before !== after;
    const key = sort.replace('-', '') as Key;
    return this.#reading.valueOf(before, key) !== this.#reading.valueOf(after, key);
  }

  #read(id: string): Change<T> {
    const row = this.#rows.get(id) ?? this.#things.length;
    const before = this.#things[row];
    const thing = this.#reading.read(id);
    this.#rows.set(id, row);
    this.#things[row] = thing;
    if (row >= this.#statuses.length) {
      const larger = new Uint8Array(2 * row + 64);
      larger.set(this.#statuses);
      this.#statuses = larger;
    }
    this.#statuses[row] = thing === undefined ? 0 : this.#numberOf(this.#reading.statusOf(thing));
    if (this.#textOf(before) !== this.#textOf(thing)) this.#texts.renew(row);
    return { row, before };
  }

  #textOf(thing: T | undefined): string {
    return thing === undefined ? '' : this.#reading.textOf(thing);
  }

  #numberOf(status: Status): number {
    return this.#reading.statuses.indexOf(status) + 1;
  }
}
