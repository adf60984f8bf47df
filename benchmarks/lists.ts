import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { quantile } from './figures.ts';
import type { ListPage } from './lists/page.ts';
import {
  heapOf,
  hurriedBrowser,
  inPage,
  mediansOf,
  servePage,
  sessionOf,
  worked,
  type Figures,
} from './page-figures.ts';
import type { Row } from './row.ts';

/** Tables of members, by name; the floors do the least that can be done. */
const subjects = {
  floor: 'floors/table-innerhtml.js',
  'floor-recycled': 'floors/table-recycle.js',
  tessera: 'lists/tessera.ts',
  'lit-virtualizer': 'lists/virtualizer.ts',
  'tanstack-table': 'lists/tanstack.ts',
  'vaadin-grid': 'lists/vaadin.ts',
} as const;

type Name = keyof typeof subjects;
const floor: Name = 'floor';
const names = Object.keys(subjects) as Name[];
const rounds: Readonly<Record<number, number>> = { 1_000: 3, 10_000: 3, 100_000: 9 };
const scrollSteps = 200;

const units: Readonly<Record<string, string>> = {
  'first-paint': 'ms',
  'first-paint-cpu': 'ms',
  'scroll-cpu': 'ms',
  'frame-p95': 'ms',
  filter: 'ms',
  sort: 'ms',
  heap: 'MB',
  nodes: '',
  blank: '%',
};

/**
 * Tables of 1,000, 10,000 and 100,000 members that are in memory, with the same cells, each visit in
 * a new page; the visits of all tables take turns, and each figure is the median of its visits.
 *
 * - `first-paint`: from handing over the members until the first row is on the screen, and what
 *   the main thread worked in that time (`first-paint-cpu`)
 * - `scroll-cpu`: work of the main thread for one of 200 steps of 200 pixels
 * - `frame-p95`: the frame that is longer than 95 of 100, as fast as frames can be made
 * - `filter`, `sort`: until the rows found, or sorted by name, are on the screen; for the first time
 * - `heap`: over the members, after scrolling, before anything is searched
 * - `nodes`: of the page, after scrolling
 * - `blank`: frames in which some place held no row, or another than belongs there
 *
 * Of a million members: whether the last one can be reached, 1 or 0.
 */
export async function lists(): Promise<Row[]> {
  const browser = await hurriedBrowser();
  const site = await serveTables();
  try {
    const rows: Row[] = [];
    for (const [count, times] of Object.entries(rounds)) {
      const visits = await inTurns(browser, site.address, Number(count), times);
      rows.push(...mediansOf('lists', `${count} `, visits, units, floor));
    }
    rows.push(await lastOfMillion(browser, site.address));
    return rows;
  } finally {
    await site.close();
    await browser.close();
  }
}

async function inTurns(
  browser: Browser,
  address: string,
  count: number,
  times: number,
): Promise<Map<Name, Figures[]>> {
  const visits = new Map(names.map((name) => [name, [] as Figures[]]));
  const looks = new Set<string>();
  for (let round = 0; round < times; round += 1) {
    for (const place of names.keys()) {
      const name = names[(place + round) % names.length]!;
      await inPage(browser, `${address}?${name}`, 'listPage', async (page) => {
        const { firstRow, figures } = await visit(page, count);
        looks.add(firstRow);
        visits.get(name)!.push(figures);
      });
    }
  }
  if (looks.size > 1) throw new Error(`The tables differ:\n${[...looks].join('\n')}`);
  return visits;
}

async function visit(page: Page, count: number): Promise<{ firstRow: string; figures: Figures }> {
  const session = await sessionOf(page);
  const call = <T>(method: keyof ListPage, argument?: number) =>
    page.evaluate(
      ([method, argument]) => (globalThis as unknown as Page_).listPage[method](argument!) as T,
      [method, argument] as const,
    );

  await call('prepare', count);
  const membersAlone = await heapOf(session);
  const showing = await worked(session, () => call<number>('show'));
  const firstRow = await call<string>('firstRow');
  const scrolling = await worked(session, () => call<number[]>('scroll', scrollSteps));
  const heap = (await heapOf(session)) - membersAlone;
  const nodes = await call<number>('nodes');
  const blanks = await call<number>('blanks', 60);
  const figures = {
    'first-paint': showing.result,
    'first-paint-cpu': showing.cpu,
    'scroll-cpu': scrolling.cpu / scrollSteps,
    'frame-p95': quantile(scrolling.result, 0.95),
    filter: await call<number>('search'),
    sort: await call<number>('sort'),
    heap: heap / 1e6,
    nodes,
    blank: (blanks / 60) * 100,
  };
  return { firstRow, figures };
}

interface Page_ {
  readonly listPage: Record<keyof ListPage, (argument: number) => unknown>;
}

async function lastOfMillion(browser: Browser, address: string): Promise<Row> {
  return inPage(browser, `${address}?tessera`, 'listPage', async (page) => {
    const name = await page.evaluate(async () => {
      const { listPage } = globalThis as unknown as { listPage: ListPage };
      await listPage.prepare(1_000_000);
      await listPage.show();
      return listPage.last();
    });
    const value = name.endsWith(' 999999') ? 1 : 0;
    return { bench: 'lists', subject: '1000000 tessera', metric: 'last-reached', value, unit: '' };
  });
}

/** One page for all tables, which loads the one that its address names. */
function serveTables() {
  const path = (file: string) => JSON.stringify(fileURLToPath(new URL(file, import.meta.url)));
  const loaders = Object.entries(subjects).map(
    ([name, file]) => `${JSON.stringify(name)}: () => import(${path(file)})`,
  );
  return servePage(
    `
    import { listPage } from ${path('lists/page.ts')};
    const subjects = { ${loaders.join(',')} };
    const { default: subject } = await subjects[location.search.slice(1)]();
    globalThis.listPage = listPage(subject);`,
    'Lists',
  );
}
