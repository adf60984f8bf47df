import { base64url } from 'jose';
import { bytesOf } from '../random.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';

type Value = string | number | undefined;

/** An item with what places it in its list. The id breaks ties, so that no two places are equal. */
export interface Placed<T> {
  readonly item: T;
  readonly values: readonly Value[];
  readonly id: string;
}

export interface PageRequest {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
  /** Which of the values go downwards. What has no value comes last either way. */
  readonly descending: readonly boolean[];
  /** Everything that a cursor is good for: the list, its filters, its order, and who asked. */
  readonly scope: readonly unknown[];
}

export interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
  readonly total: number;
}

type Place = Pick<Placed<unknown>, 'values' | 'id'>;

const usualLimit = 50;
const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

function comparePlaces(a: Place, b: Place, descending: readonly boolean[]): number {
  for (const [index, value] of a.values.entries()) {
    const order = compareValues(value, b.values[index], descending[index] === true);
    if (order !== 0) return order;
  }
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function compareValues(a: Value, b: Value, descending: boolean): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  const order =
    typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
  return descending ? -order : order;
}

/**
 * One page of a list. The cursor is the place of the page's last item, so that what is added or
 * removed elsewhere neither repeats nor hides an item. Refuses a cursor that was not given out for
 * this very list, order and caller with `cursor_invalid`.
 */
export async function pageOf<T>(
  world: World,
  list: readonly Placed<T>[],
  request: PageRequest,
): Promise<Page<T>> {
  const { cursor, descending, limit = usualLimit } = request;
  const ordered = [...list].sort((a, b) => comparePlaces(a, b, descending));
  let start = 0;
  if (cursor !== undefined) {
    const last = await openCursor(world, cursor, request.scope);
    const next = ordered.findIndex((placed) => comparePlaces(placed, last, descending) > 0);
    start = next === -1 ? ordered.length : next;
  }
  const shown = ordered.slice(start, start + limit);
  const last = shown.at(-1);
  const more = start + limit < ordered.length;
  return {
    items: shown.map((placed) => placed.item),
    nextCursor: more && last ? await sealCursor(world, last, request.scope) : null,
    total: ordered.length,
  };
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
