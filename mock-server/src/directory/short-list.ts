import type { World } from '../world.ts';
import { pageOf, sorted, type Page, type Place } from './paging.ts';
import { finder } from './search.ts';

/** What every list is asked with. */
export interface ListQuery {
  readonly search?: string | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

/** A list that is short enough to be gone through each time. */
export interface ShortList<T, View> {
  readonly items: () => Iterable<T>;
  /** What is searched. */
  readonly textOf: (item: T) => string;
  readonly idOf: (item: T) => string;
  /** What decides its place. */
  readonly valuesOf: (item: T) => Place['values'];
  /** Which of the values go downwards; none by default. */
  readonly descending?: readonly boolean[];
  /** What a cursor is good for beside the search: the list, its filters, and who asks. */
  readonly scope: readonly unknown[];
  readonly view: (item: T) => View;
}

/** A page of a short list, of what holds every word of the search. */
export async function pageOfShortList<T, View>(
  world: World,
  { search, limit, cursor }: ListQuery,
  { items, textOf, idOf, valuesOf, descending = [], scope, view }: ShortList<T, View>,
): Promise<Page<View>> {
  const fits = finder(search);
  const placed = () =>
    [...items()]
      .filter((item) => fits(textOf(item)))
      .map((item) => ({ item, values: valuesOf(item), id: idOf(item) }));
  const page = await pageOf(world, () => sorted(placed(), descending), {
    limit,
    cursor,
    scope: [...scope, search],
  });
  return { ...page, items: page.items.map(view) };
}
