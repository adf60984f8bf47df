import type { CallOptions, ListQuery, Page } from '../calls.ts';
import { expect, expectRefusal, expectSame } from './expect.ts';
import type { Ground, Law } from './ground.ts';

type Query = Pick<ListQuery, 'limit' | 'cursor'>;
/** A list, with whatever else is asked of it. */
export type Pages<T> = (query: Query, options?: CallOptions) => Promise<Page<T>>;

/**
 * All items of a list, page after page. Fails the law where an item comes twice, a page is larger
 * than asked for, or the count is another one than there are.
 */
export async function allOf<T>(
  pages: Pages<T>,
  idOf: (item: T) => string,
  limit?: number,
): Promise<readonly T[]> {
  const items = new Map<string, T>();
  const totals: (number | null)[] = [];
  let cursor: string | undefined;
  do {
    const page = await pages({ limit, cursor });
    totals.push(page.total);
    expect(
      limit === undefined || page.items.length <= limit,
      `A page of ${limit} has ${page.items.length} items.`,
    );
    expect(
      page.nextCursor === null || page.items.length > 0,
      'An empty page says that there is more.',
    );
    for (const item of page.items) {
      expect(!items.has(idOf(item)), `${idOf(item)} is on two pages.`);
      items.set(idOf(item), item);
    }
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  for (const total of totals) {
    expect(
      total === null || total === items.size,
      `The total is ${total}, and all pages together have ${items.size} items.`,
    );
  }
  return [...items.values()];
}

/** What holds for every list. */
export function pageLaws<T>(
  name: string,
  pagesOf: (ground: Ground) => Pages<T> | Promise<Pages<T>>,
  idOf: (item: T) => string,
  claim?: Law['claim'],
): Law[] {
  const law = (sentence: string, holds: Law['holds']): Law => ({
    name: `${name} ${sentence}`,
    ...(claim && { claim }),
    holds,
  });
  return [
    law('gives each item once, however long the pages are', async (ground) => {
      const pages = await pagesOf(ground);
      const whole = (await allOf(pages, idOf)).map(idOf);
      expect(whole.length >= 2, 'The list is too short to be tried.');
      for (const limit of [1, 2, whole.length, whole.length + 1]) {
        const ids = (await allOf(pages, idOf, limit)).map(idOf);
        expectSame(ids, whole, `Pages of ${limit} give another list.`);
      }
    }),
    law('refuses a cursor that it never gave', async (ground) => {
      const pages = await pagesOf(ground);
      for (const cursor of ['nonsense', '2', 'WzFd', '😀', `${'x'.repeat(500)}=`]) {
        await expectRefusal(() => pages({ cursor }), 'cursor_invalid', `The cursor ${cursor}`);
      }
    }),
    law('refuses a limit that is none', async (ground) => {
      const pages = await pagesOf(ground);
      for (const limit of [0, -1, 1.5, Number.NaN]) {
        await expectRefusal(() => pages({ limit }), 'validation_failed', `The limit ${limit}`);
      }
    }),
    law('answers twenty at once as it answers one', async (ground) => {
      const pages = await pagesOf(ground);
      const one = await pages({ limit: 2 });
      const many = await Promise.all(Array.from({ length: 20 }, () => pages({ limit: 2 })));
      for (const page of many) {
        expectSame(page.items, one.items, 'One of twenty answers differs.');
        expectSame(page.total, one.total, 'One of twenty totals differs.');
      }
    }),
  ];
}

/** Fails the law unless the list is empty, and says so. */
export async function expectNothing(pages: Pages<unknown>, what: string): Promise<void> {
  const { items, nextCursor, total } = await pages({});
  expect(items.length === 0, `${what} finds ${items.length}.`);
  expect(nextCursor === null, `${what} finds nothing and says that there is more.`);
  expect(total === null || total === 0, `${what} finds nothing and counts ${total}.`);
}
