import { chromium } from 'playwright-core';
import { elementNames } from '../build.ts';
import { browserFlags, findBrowser } from '../e2e/browser.ts';
import { firstUse, loginFirstStep, subjects, type FirstUse } from './first-use.ts';
import type { Row } from './row.ts';
import { bundle, gz } from './weight.ts';

/** Most bytes, compressed, of all scripts that reach first use. kB are 1000 bytes. */
export const budgets: Readonly<Record<string, number>> = {
  'org-switcher': 38_000,
  'member-table': 52_000,
  'login-first-step': 26_000,
};

/**
 * What the kit weighs: all that reaches first use (`gz`), with what may follow it (`lazy-gz`), from
 * the network of a real browser; and every entry of the kit alone (`alone-gz`), from the bundler.
 *
 * Expects the sign-in pages to be built.
 */
export async function sizes(): Promise<Row[]> {
  const rows: Row[] = [];
  const add = (subject: string, metric: string, value: number) =>
    rows.push({ bench: 'sizes', subject, metric, value, unit: 'B' });
  const addFirstUse = (subject: string, use: FirstUse) => {
    add(subject, 'gz', use.gz);
    add(subject, 'lazy-gz', use.lazyGz);
  };

  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserFlags });
  try {
    for (const [name, subject] of Object.entries(subjects)) {
      addFirstUse(name, await firstUse(browser, subject));
    }
    addFirstUse('login-first-step', await loginFirstStep(browser));
  } finally {
    await browser.close();
  }
  for (const name of await elementNames()) {
    const { files, atOnce } = await bundle(`import '@tesserakit/elements/${name}';`);
    const bytes = atOnce.reduce((sum, file) => sum + gz(files.get(file) ?? ''), 0);
    add(name, 'alone-gz', bytes);
  }
  return rows;
}

/** A sentence for each subject above its budget, and for each that was not measured. */
export function overBudget(rows: readonly Row[]): string[] {
  return Object.entries(budgets).flatMap(([subject, most]) => {
    const row = rows.find((one) => one.subject === subject && one.metric === 'gz');
    if (!row) return [`${subject} was not measured`];
    return row.value > most ? [`${subject} weighs ${row.value} B; its budget is ${most} B`] : [];
  });
}
