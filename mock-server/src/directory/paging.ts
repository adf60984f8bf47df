import { base64url } from 'jose';
import { bytesOf } from '../random.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';
import { compareTexts, sortKey } from './collation.ts';

type Value = string | number | undefined;

/** What places an item in its list. The id breaks ties, so that no two places are equal. */
export interface Place {
  readonly values: readonly Value[];
  readonly id: string;
}

/** An item with its place. */
export interface Placed<T> extends Place {
  readonly item: T;
}

/** A list in its order, as it stands now. */
export interface Sequence<T> {
  readonly total: number;
  /** At most so many that come after a place; without one, from the start. */
  after(place: Place | undefined, count: number): readonly Placed<T>[];
}

export interface PageRequest {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
  /** Everything that a cursor is good for: the list, its filters, its order, and who asked. */
  readonly scope: readonly unknown[];
}

export interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
  readonly total: number;
}

const usualLimit = 50;

/**
 * Which of two places comes first. `descending` says which of the values go downwards; what has no
 * value comes last either way.
 */
export function comparePlaces(a: Place, b: Place, descending: readonly boolean[]): number {
  for (const [index, value] of a.values.entries()) {
    const order = compareValues(value, b.values[index], descending[index] === true);
    if (order !== 0) return order;
  }
  return compareIds(a, b);
}

/**
 * {@link comparePlaces} for numbered places with one value each, of which every text is looked at
 * once: for long lists, and as long as the places stay what they are.
 */
export function comparerOf(
  places: readonly (Place | undefined)[],
  descending: boolean,
): (number: number, other: number) => number {
  const keys = places.map((place) => {
    const value = place?.values[0];
    return typeof value === 'string' ? sortKey(value) : undefined;
  });
  const direction = [descending];
  return (number, other) => {
    const [place, otherPlace] = [places[number]!, places[other]!];
    const [key, otherKey] = [keys[number], keys[other]];
    if (key === undefined || otherKey === undefined) {
      return comparePlaces(place, otherPlace, direction);
    }
    if (key === otherKey) return compareIds(place, otherPlace);
    return key < otherKey === descending ? 1 : -1;
  };
}

function compareIds(a: Place, b: Place): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function compareValues(a: Value, b: Value, descending: boolean): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  const order =
    typeof a === 'number' && typeof b === 'number' ? a - b : compareTexts(String(a), String(b));
  return descending ? -order : order;
}

/**
 * A short list in its order. Of that no more is put in order than is asked for: the first page of a
 * list that is not so short after all costs one look at each item.
 */
export function sorted<T>(list: readonly Placed<T>[], descending: readonly boolean[]): Sequence<T> {
  return {
    total: list.length,
    after: (place, count) => {
      const first: Placed<T>[] = [];
      for (const placed of list) {
        if (place && comparePlaces(placed, place, descending) <= 0) continue;
        const last = first.at(-1);
        if (first.length === count && last && comparePlaces(placed, last, descending) > 0) continue;
        first.splice(placeIn(first, placed, descending), 0, placed);
        if (first.length > count) first.pop();
      }
      return first;
    },
  };
}

/** Where a place belongs among others that are in order. */
function placeIn(places: readonly Place[], place: Place, descending: readonly boolean[]): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (comparePlaces(places[middle]!, place, descending) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * One page of a list. The cursor is the place of the page's last item, so that what is added or
 * removed elsewhere neither repeats nor hides an item. Refuses a cursor that was not given out for
 * this very list, order and caller with `cursor_invalid`.
 */
export async function pageOf<T>(
  world: World,
  sequence: () => Sequence<T>,
  { cursor, scope, limit = usualLimit }: PageRequest,
): Promise<Page<T>> {
  const place = cursor === undefined ? undefined : await openCursor(world, cursor, scope);
  const { total, after } = sequence();
  const found = after(place, limit + 1);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((placed) => placed.item),
    nextCursor: found.length > limit && last ? await sealCursor(world, last, scope) : null,
    total,
  };
}

function spelled(part: string): string {
  return base64url.encode(bytesOf(part));
}

async function sealCursor(world: World, place: Place, scope: readonly unknown[]): Promise<string> {
  const text = JSON.stringify([place.id, ...place.values]);
  const key = await world.authorization.keys.seal();
  const seal = await crypto.subtle.sign('HMAC', key, sealed(text, scope));
  return `${base64url.encode(text)}.${base64url.encode(new Uint8Array(seal))}`;
}

async function openCursor(world: World, cursor: string, scope: readonly unknown[]): Promise<Place> {
  try {
    const [body = '', seal = ''] = cursor.split('.');
    // One cursor, one spelling: what decodes to the same bytes is not the same cursor.
    if (cursor !== `${spelled(body)}.${spelled(seal)}`) throw new Refusal('cursor_invalid');
    const text = new TextDecoder().decode(bytesOf(body));
    const key = await world.authorization.keys.seal();
    const good = await crypto.subtle.verify('HMAC', key, bytesOf(seal), sealed(text, scope));
    if (!good) throw new Refusal('cursor_invalid');
    const [id, ...values] = JSON.parse(text) as [string, ...(string | number | null)[]];
    return { id, values: values.map((value) => value ?? undefined) };
  } catch {
    throw new Refusal('cursor_invalid');
  }
}

function sealed(text: string, scope: readonly unknown[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify([text, scope]));
}
