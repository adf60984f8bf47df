import { listen } from '@tesserakit/mock-server/node';
import { chromium, type Browser } from 'playwright-core';
import { browserFlags, findBrowser } from '../e2e/browser.ts';
import { quantile } from './figures.ts';
import type { Row } from './row.ts';
import { bundle } from './weight.ts';

const few = 10;
const many = 100_000;
const rounds = 9;
/** More options than these are never drawn, and many take no longer than this many times few. */
export const limits = { options: 60, ratio: 2 } as const;

interface Visit {
  readonly firstOption: number;
  readonly options: number;
}

/**
 * The choice of an organization out of 10 and out of 100,000, from a source in memory that answers
 * page by page: until the first option is on the screen (`first-option`), and the most options that
 * were ever drawn while one scrolls through what was loaded (`options`).
 */
export async function picker(): Promise<Row[]> {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserFlags });
  const site = await servePicker();
  try {
    const visits = new Map<number, Visit[]>([few, many].map((count) => [count, []]));
    // The first visit of all compiles the scripts.
    await visit(browser, site.address, few);
    for (let round = 0; round < rounds; round += 1) {
      for (const count of round % 2 ? [few, many] : [many, few]) {
        visits.get(count)!.push(await visit(browser, site.address, count));
      }
    }
    const median = (count: number) =>
      quantile(
        visits.get(count)!.map(({ firstOption }) => firstOption),
        0.5,
      );
    const most = (count: number) => Math.max(...visits.get(count)!.map(({ options }) => options));
    return [few, many].flatMap((count): Row[] => {
      const row = { bench: 'picker', subject: String(count) };
      const value = Number(median(count).toFixed(1));
      const ratio = Number((median(count) / median(few)).toFixed(2));
      return [
        {
          ...row,
          metric: 'first-option',
          value,
          unit: 'ms',
          ...(count === many && { ratio, ratioTo: String(few) }),
        },
        { ...row, metric: 'options', value: most(count), unit: '' },
      ];
    });
  } finally {
    await site.close();
    await browser.close();
  }
}

/** A sentence for each limit that the picker is above, and for each figure that is missing. */
export function overPickerLimits(rows: readonly Row[]): string[] {
  const row = (metric: string) =>
    rows.find(
      (one) => one.bench === 'picker' && one.subject === String(many) && one.metric === metric,
    );
  const [first, options] = [row('first-option'), row('options')];
  const complaints: string[] = [];
  if (!first?.ratio || !options) return ['The picker was not measured'];
  if (first.ratio > limits.ratio) {
    complaints.push(`The first of many organizations takes ${first.ratio} times that of few`);
  }
  if (options.value > limits.options) {
    complaints.push(`The picker draws ${options.value} options, above ${limits.options}`);
  }
  return complaints;
}

async function visit(browser: Browser, address: string, count: number): Promise<Visit> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  try {
    await page.goto(address);
    await page.waitForFunction(() => 'tryPicker' in globalThis);
    return await page.evaluate(
      (count) =>
        (globalThis as unknown as { tryPicker(count: number): Promise<Visit> }).tryPicker(count),
      count,
    );
  } finally {
    await page.context().close();
  }
}

async function servePicker() {
  const { files } = await bundle(`
    import '@tesserakit/elements/org-picker.js';
    const frame = () => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
    globalThis.tryPicker = async (count) => {
      const all = Array.from({ length: count }, (_, index) => ({
        organizationId: 'org_' + index, name: 'Organization ' + index, status: 'active', entry: true, roles: [],
      }));
      const search = async (words, cursor) => {
        const found = words ? all.filter(({ name }) => name.includes(words)) : all;
        const start = Number(cursor ?? 0);
        const end = start + 50;
        return { items: found.slice(start, end), nextCursor: end < found.length ? String(end) : null, total: found.length };
      };
      const picker = document.createElement('tessera-org-picker');
      picker.source = { search };
      const options = () => picker.shadowRoot?.querySelectorAll('[role="option"]').length ?? 0;
      await frame();
      const start = performance.now();
      document.body.append(picker);
      while (options() === 0) await frame();
      await frame();
      const firstOption = performance.now() - start;
      let most = options();
      for (let step = 0; step < 40; step += 1) {
        const list = picker.shadowRoot.querySelector('.list');
        list.scrollTop = step % 10 === 9 ? 0 : list.scrollHeight;
        await frame();
        most = Math.max(most, options());
      }
      return { firstOption, options: most };
    };`);
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Picker</title>
    <style>body { margin: 0; inline-size: 320px; font: 14px Arial, sans-serif; }</style>
    <body><script type="module" src="/entry.js"></script>`;
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
