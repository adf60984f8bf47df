import type { Browser, Page } from '@playwright/test';
import type { Scenario } from './scene.js';

/** What Storybook tells of a story that was drawn, played and checked. */
export interface Finished {
  readonly storyId: string;
  readonly status: string;
  readonly reporters: readonly {
    type: string;
    result: { violations: readonly { id: string }[] };
  }[];
}

declare global {
  interface Window {
    __STORYBOOK_ADDONS_CHANNEL__?: {
      emit(type: 'setCurrentStory', story: { storyId: string; viewMode: string }): void;
      last(type: 'storyFinished'): readonly [Finished] | undefined;
    };
    __STORYBOOK_PREVIEW__?: { currentRender?: { id: string; phase: string } };
  }
}

/** What went wrong beside what a story shows, and what was asked for where. */
export interface Noticed {
  readonly faults: string[];
  /** Addresses outside the Storybook. */
  readonly outside: string[];
  /** Answers that the worker gave in the place of a server. */
  answers: number;
}

/** Every story that the build lists. */
export async function storiesAt(address: string): Promise<string[]> {
  const index = (await (await fetch(`${address}index.json`)).json()) as {
    entries: Record<string, { type: string; id: string }>;
  };
  return Object.values(index.entries).flatMap(({ type, id }) => (type === 'story' ? [id] : []));
}

/**
 * Puts one story after the other on a page, without a reload in between, until Storybook is done
 * with it, and gives each to whoever looks at it. Two pages share the work.
 */
export async function walk(
  browser: Browser,
  { address, scenario }: { address: string; scenario: Scenario },
  look: (page: Page, finished: Finished) => Promise<void>,
): Promise<Noticed> {
  const ids = await storiesAt(address);
  const half = Math.ceil(ids.length / 2);
  const noticed: Noticed = { faults: [], outside: [], answers: 0 };
  const start = `${address}iframe.html?viewMode=story&globals=scenario:${scenario}&id=`;
  await Promise.all(
    [ids.slice(0, half), ids.slice(half)].map(async (ids) => {
      // What fades in would be looked at half way.
      const context = await browser.newContext({ reducedMotion: 'reduce' });
      const page = await context.newPage();
      watch(page, address, noticed);
      await page.goto(`${start}${ids[0]}`);
      for (const storyId of ids) await look(page, await outcome(page, storyId));
      await context.close();
    }),
  );
  return noticed;
}

function watch(page: Page, address: string, noticed: Noticed): void {
  page.on('pageerror', (error) => noticed.faults.push(error.message));
  page.on('dialog', (dialog) => {
    noticed.faults.push(`a script asks ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    // What a story's server refuses on purpose is told by the browser, not by a script.
    const refused = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !refused) noticed.faults.push(message.text());
  });
  page.on('request', (request) => {
    const isOwn = [address, 'data:', 'blob:'].some((start) => request.url().startsWith(start));
    if (!isOwn) noticed.outside.push(request.url());
  });
  page.on('response', (response) => {
    if (response.url().includes('/worlds/') && response.fromServiceWorker()) noticed.answers += 1;
  });
}

/** Puts a story on the page, unless it is there, and waits until Storybook is done with it. */
async function outcome(page: Page, storyId: string): Promise<Finished> {
  await page.waitForFunction(
    () => window.__STORYBOOK_PREVIEW__?.currentRender?.phase === 'finished',
  );
  await page.evaluate((storyId) => {
    if (window.__STORYBOOK_PREVIEW__?.currentRender?.id === storyId) return;
    window.__STORYBOOK_ADDONS_CHANNEL__?.emit('setCurrentStory', { storyId, viewMode: 'story' });
  }, storyId);
  const finished = await page.waitForFunction((storyId) => {
    const last = window.__STORYBOOK_ADDONS_CHANNEL__?.last('storyFinished')?.[0];
    const { id, phase } = window.__STORYBOOK_PREVIEW__?.currentRender ?? {};
    return id === storyId && phase === 'finished' && last?.storyId === storyId && last;
  }, storyId);
  return (await finished.jsonValue()) as Finished;
}
