import { fileURLToPath } from 'node:url';
import { listen } from '@tesserakit/mock-server/node';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';
import { browserFlags, findBrowser } from '../e2e/browser.ts';
import { quantile } from './figures.ts';
import type { ListPage } from './lists/page.ts';
import type { Row } from './row.ts';
import { bundle } from './weight.ts';

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

/** One visit of a table, all figures by metric. */
type Figures = Readonly<Record<string, number>>;

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
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: [...browserFlags, '--disable-frame-rate-limit', '--disable-gpu-vsync'],
  });
  const site = await serveTables();
  try {
    const rows: Row[] = [];
    for (const [count, times] of Object.entries(rounds)) {
      rows.push(...rowsOf(count, await inTurns(browser, site.address, Number(count), times)));
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
      await inPage(browser, `${address}?${name}`, async (page) => {
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
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
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

/** What the main thread worked while something was done, in milliseconds. */
async function worked<T>(session: CDPSession, act: () => Promise<T>) {
  const before = await taskTime(session);
  const result = await act();
  return { result, cpu: (await taskTime(session)) - before };
}

async function taskTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
}

async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

async function lastOfMillion(browser: Browser, address: string): Promise<Row> {
  return inPage(browser, `${address}?tessera`, async (page) => {
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

async function inPage<T>(
  browser: Browser,
  address: string,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  try {
    await page.goto(address);
    await page.waitForFunction(() => 'listPage' in globalThis);
    return await use(page);
  } finally {
    await page.context().close();
  }
}

function rowsOf(count: string, visits: Map<Name, Figures[]>): Row[] {
  const median = (name: Name, metric: string) =>
    quantile(
      visits.get(name)!.map((figures) => figures[metric]!),
      0.5,
    );
  return names.flatMap((name) =>
    Object.entries(units).map(([metric, unit]): Row => {
      const value = median(name, metric);
      const row = {
        bench: 'lists',
        subject: `${count} ${name}`,
        metric,
        value: rounded(value),
        unit,
      };
      const least = median(floor, metric);
      if (unit !== 'ms' || name === floor) return row;
      return { ...row, ratio: Number((value / least).toFixed(2)), ratioTo: floor };
    }),
  );
}

function rounded(value: number): number {
  return Number(value.toFixed(value < 10 ? 2 : 1));
}

/** One page for all tables, which loads the one that its address names. */
async function serveTables() {
  const path = (file: string) => JSON.stringify(fileURLToPath(new URL(file, import.meta.url)));
  const loaders = Object.entries(subjects).map(
    ([name, file]) => `${JSON.stringify(name)}: () => import(${path(file)})`,
  );
  const { files } = await bundle(`
    import { listPage } from ${path('lists/page.ts')};
    const subjects = { ${loaders.join(',')} };
    const { default: subject } = await subjects[location.search.slice(1)]();
    globalThis.listPage = listPage(subject);`);
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Lists</title>
    <style>body { margin: 0; font: 14px Arial, sans-serif; } #host { position: relative; inline-size: 1200px; block-size: 640px; }</style>
    <div id="host"></div><script type="module" src="/entry.js"></script>`;
  const server = await listen(
    (request) => {
      const { pathname } = new URL(request.url);
      const script = files.get(pathname.slice(1));
      const [body, type] = script === undefined ? [html, 'text/html'] : [script, 'text/javascript'];
      return new Response(body, { headers: { 'Content-Type': type } });
    },
    { port: 0 },
  );
  return { address: `http://localhost:${server.port}/`, close: () => server.close() };
}
