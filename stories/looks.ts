import type { Page } from '@playwright/test';
import type { Look } from './checks/looks.js';

const wide = 1280;
const narrow = 320;
const height = 720;
const light: Look = { theme: 'light', language: 'en' };

type Question = 'overflows' | 'rulesBroken' | 'escaped';

/** What is wrong with a story that is on the page, by the look that it was given. */
export type Troubles = Record<string, string[]>;

/** Contrast, targets and room again in each look, and what is left where the browser has the colours. */
export async function troublesInLooks(page: Page): Promise<Troubles> {
  const all: Question[] = ['rulesBroken', 'overflows'];
  return told({
    light: await asked(page, light, wide, all),
    narrow: await asked(page, light, narrow, all),
    'narrow and right to left': await asked(page, { ...light, language: 'ar' }, narrow, all),
    'right to left': await asked(page, { ...light, language: 'ar' }, wide, all),
    dark: await asked(page, { ...light, theme: 'dark' }, wide, all),
    'forced colours': await inForcedColours(page),
  });
}

/** Whether texts that try to break a page stay texts, and within their place. */
export async function troublesWithTexts(page: Page): Promise<Troubles> {
  const all: Question[] = ['escaped', 'overflows'];
  const found = {
    light: await asked(page, light, wide, all),
    narrow: await asked(page, light, narrow, all),
    'narrow and right to left': await asked(page, { ...light, language: 'ar' }, narrow, all),
  };
  await asked(page, light, wide, []);
  return told(found);
}

async function asked(
  page: Page,
  look: Look,
  width: number,
  questions: readonly Question[],
): Promise<string[]> {
  await page.setViewportSize({ width, height });
  return page.evaluate(
    async ({ look, questions }) => {
      await window.checks.dressed(look);
      const answers = [];
      for (const question of questions) answers.push(...(await window.checks[question]()));
      return answers;
    },
    { look, questions },
  );
}

/** With the bright and the dark palette of the system, whatever the host's page is made for. */
async function inForcedColours(page: Page): Promise<string[]> {
  await page.evaluate((look) => window.checks.dressed(look), light);
  const answers = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    answers.push(...(await page.evaluate(() => window.checks.lostInForcedColours())));
  }
  await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
  return answers;
}

function told(troubles: Troubles): Troubles {
  return Object.fromEntries(Object.entries(troubles).filter(([, found]) => found.length > 0));
}
