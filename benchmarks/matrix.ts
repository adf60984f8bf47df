import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { quantile } from './figures.ts';
import { directions, type MatrixPage } from './matrix/page.ts';
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

/** Grids of members and applications, by name; the floors do the least that can be done. */
const subjects = {
  floor: 'floors/matrix-innerhtml.js',
  'floor-recycled': 'floors/matrix-recycle.js',
  tessera: 'matrix/tessera.ts',
  'tanstack-virtual': 'matrix/tanstack.ts',
  'vaadin-grid': 'matrix/vaadin.ts',
} as const;

type Name = keyof typeof subjects;
const floor: Name = 'floor';
const names = Object.keys(subjects) as Name[];
const rounds = 9;
const scrollSteps = 80;
const blankSteps = 40;

const units: Readonly<Record<string, string>> = {
  'first-paint': 'ms',
  'first-paint-cpu': 'ms',
  ...Object.fromEntries(
    directions.flatMap((direction) => [
      [`${direction}-cpu`, 'ms'],
      [`${direction}-p95`, 'ms'],
    ]),
  ),
  toggle: 'ms',
  column: 'ms',
  heap: 'MB',
  nodes: '',
  blank: '%',
};

/**
 * Grids of 10,000 members by 200 applications that are in memory, with the same cells, each visit in
 * a new page; the visits of all grids take turns, and each figure is the median of its visits.
 *
 * - `first-paint`: from handing over the data until all cells in sight are on the screen, and what
 *   the main thread worked in that time (`first-paint-cpu`)
 * - `vertical-cpu`, `horizontal-cpu`, `diagonal-cpu`: work of the main thread for one of 80 steps of
 *   200 pixels; `-p95`: the frame that is longer than 95 of 100, as fast as frames can be made
 * - `toggle`: until what one member had of one application is gone from the screen
 * - `column`: the same for all members
 * - `heap`: over the data, after scrolling; `nodes`: of the page then
 * - `blank`: frames in which some place held no cell, or another than belongs there
 */
export async function matrix(): Promise<Row[]> {
  const browser = await hurriedBrowser();
  const site = await serveGrids();
  try {
    const visits = await inTurns(browser, site.address);
    return mediansOf('matrix', '', visits, units, floor);
  } finally {
    await site.close();
    await browser.close();
  }
}

async function inTurns(browser: Browser, address: string): Promise<Map<Name, Figures[]>> {
  const visits = new Map(names.map((name) => [name, [] as Figures[]]));
  const looks = new Map<string, Name>();
  for (let round = 0; round < rounds; round += 1) {
    for (const place of names.keys()) {
      const name = names[(place + round) % names.length]!;
      await inPage(browser, `${address}?${name}`, 'matrixPage', async (page) => {
        const { firstRow, figures } = await visit(page);
        looks.set(firstRow, name);
        visits.get(name)!.push(figures);
      });
    }
  }
  if (looks.size > 1) {
    const told = [...looks].map(([look, name]) => `${name}: ${look}`);
    throw new Error(`The grids differ:\n${told.join('\n')}`);
  }
  return visits;
}

async function visit(page: Page): Promise<{ firstRow: string; figures: Figures }> {
  const session = await sessionOf(page);
  const call = <T>(method: keyof MatrixPage, ...sent: readonly unknown[]) =>
    page.evaluate(
      ([method, sent]) => {
        const { matrixPage } = globalThis as unknown as Page_;
        return matrixPage[method](...sent) as T;
      },
      [method, sent] as const,
    );

  await call('prepare');
  const dataAlone = await heapOf(session);
  const showing = await worked(session, () => call<number>('show'));
  const firstRow = await call<string>('firstRow');
  const figures: Record<string, number> = {
    'first-paint': showing.result,
    'first-paint-cpu': showing.cpu,
  };
  for (const direction of directions) {
    const scrolling = await worked(session, () => call<number[]>('scroll', direction, scrollSteps));
    figures[`${direction}-cpu`] = scrolling.cpu / scrollSteps;
    figures[`${direction}-p95`] = quantile(scrolling.result, 0.95);
  }
  figures['heap'] = ((await heapOf(session)) - dataAlone) / 1e6;
  figures['nodes'] = await call<number>('nodes');
  figures['blank'] = ((await call<number>('blanks', blankSteps)) / blankSteps) * 100;
  figures['toggle'] = await call<number>('toggle');
  figures['column'] = await call<number>('take');
  return { firstRow, figures };
}

interface Page_ {
  readonly matrixPage: Record<keyof MatrixPage, (...sent: readonly unknown[]) => unknown>;
}

/** One page for all grids, which loads the one that its address names. */
function serveGrids() {
  const path = (file: string) => JSON.stringify(fileURLToPath(new URL(file, import.meta.url)));
  const loaders = Object.entries(subjects).map(
    ([name, file]) => `${JSON.stringify(name)}: () => import(${path(file)})`,
  );
  return servePage(
    `
    import { matrixPage } from ${path('matrix/page.ts')};
    const subjects = { ${loaders.join(',')} };
    const { default: subject } = await subjects[location.search.slice(1)]();
    globalThis.matrixPage = matrixPage(subject);`,
    'Matrix',
  );
}
