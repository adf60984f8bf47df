import { listen } from '@tesserakit/mock-server/node';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';
import { browserFlags, findBrowser } from '../e2e/browser.ts';
import { quantile } from './figures.ts';
import type { Row } from './row.ts';
import { bundle } from './weight.ts';

/** One visit of a page, all figures by metric. */
export type Figures = Readonly<Record<string, number>>;

/** A browser that draws as fast as it can. */
export function hurriedBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser(),
    args: [...browserFlags, '--disable-frame-rate-limit', '--disable-gpu-vsync'],
  });
}

/** What the main thread worked while something was done, in milliseconds. */
export async function worked<T>(session: CDPSession, act: () => Promise<T>) {
  const before = await taskTime(session);
  const result = await act();
  return { result, cpu: (await taskTime(session)) - before };
}

async function taskTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
}

/** A page's session that counts the work of the main thread alone. */
export async function sessionOf(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return session;
}

/** Bytes in use, after everything else was thrown away. */
export async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

/** A new page that has a global of that name. */
export async function inPage<T>(
  browser: Browser,
  address: string,
  global: string,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  try {
    await page.goto(address);
    await page.waitForFunction((global) => global in globalThis, global);
    return await use(page);
  } finally {
    await page.context().close();
  }
}

/** The medians of visits as rows, times also as a ratio to those of the floor. */
export function mediansOf<Name extends string>(
  bench: string,
  prefix: string,
  visits: ReadonlyMap<Name, readonly Figures[]>,
  units: Readonly<Record<string, string>>,
  floor: Name,
): Row[] {
  const median = (name: Name, metric: string) =>
    quantile(
      visits.get(name)!.map((figures) => figures[metric]!),
      0.5,
    );
  return [...visits.keys()].flatMap((name) =>
    Object.entries(units).map(([metric, unit]): Row => {
      const value = median(name, metric);
      const row = { bench, subject: `${prefix}${name}`, metric, value: rounded(value), unit };
      const least = median(floor, metric);
      if (unit !== 'ms' || name === floor) return row;
      return { ...row, ratio: Number((value / least).toFixed(2)), ratioTo: floor };
    }),
  );
}

function rounded(value: number): number {
  return Number(value.toFixed(value < 10 ? 2 : 1));
}

/** One page for all subjects, which runs the script. */
export async function servePage(script: string, title: string) {
  const { files } = await bundle(script);
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>
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
