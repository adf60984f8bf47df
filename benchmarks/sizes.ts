import { chromium } from 'playwright-core';
import { elementNames } from '../build.ts';
import { browserFlags, findBrowser } from '../e2e/browser.ts';
import { firstUse, loginFirstStep, subjects, type FirstUse } from './first-use.ts';
import type { Row } from './row.ts';
import { bundle, gz } from './weight.ts';

/**
 * Most bytes, compressed, of all scripts that reach first use, or of those on top of the core. kB are
 * 1000 bytes.
 */
export const budgets: Readonly<Record<string, { readonly [metric: string]: number }>> = {
  core: { gz: 33_000 },
  'org-switcher': { gz: 38_000 },
  'org-profile': { 'top-gz': 12_000 },
  'org-create': { 'top-gz': 12_000 },
  'org-tree': { 'top-gz': 12_000 },
  'org-portal': { 'top-gz': 12_000 },
  // With its first screen, which asks five namespaces of the client how many there are.
  'org-portal-overview': { 'top-gz': 22_000 },
  'member-table': { gz: 44_000, 'top-gz': 18_000 },
  'member-detail': { 'top-gz': 12_000 },
  'role-assigner': { 'top-gz': 12_000 },
  'access-explainer': { 'top-gz': 12_000 },
  'app-launcher': { 'top-gz': 12_000 },
  'application-list': { 'top-gz': 12_000 },
  'role-editor': { 'top-gz': 12_000 },
  'app-access-matrix': { 'top-gz': 11_500 },
  'invite-dialog': { 'top-gz': 12_000 },
  'invitation-table': { 'top-gz': 12_000 },
  'login-first-step': { gz: 26_000 },
};

/**
 * What the kit weighs: all that reaches first use (`gz`), how much of it is not the core that elements
 * share (`top-gz`), and what may follow (`lazy-gz`), from the network of a real browser; and every
 * entry of the kit alone (`alone-gz`), from the bundler.
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
    const core = await firstUse(browser, subjects.core);
    addFirstUse('core', core);
    for (const [name, subject] of Object.entries(subjects)) {
      if (name === 'core') continue;
      const use = await firstUse(browser, subject);
      addFirstUse(name, use);
      add(name, 'top-gz', use.gz - core.gz);
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
  return Object.entries(budgets).flatMap(([subject, limits]) =>
    Object.entries(limits).flatMap(([metric, most]) => {
      const row = rows.find((one) => one.subject === subject && one.metric === metric);
      if (!row) return [`${subject} was not measured`];
      const { value } = row;
      const what = metric === 'gz' ? 'weighs' : 'weighs on top of the core';
      return value > most ? [`${subject} ${what} ${value} B; its budget is ${most} B`] : [];
    }),
  );
}
