import { expect, test, type Page } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const root = join(import.meta.dirname, '..');
const built = join(root, 'storybook-static');
const place = '/docs/storybook/';
const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** What Storybook tells of a story that was drawn, played and checked. */
interface Finished {
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

test.describe('the built Storybook, below another path', () => {
  // One worker after the other: both would build.
  test.describe.configure({ mode: 'default', timeout: 480_000 });

  let server: Server;
  let address: string;
  /** What the worker should have answered, or what is missing from the build. */
  let strays: string[];

  test.beforeAll(() => {
    const build = spawnSync('npm', ['run', 'build-storybook'], { cwd: root, encoding: 'utf8' });
    expect(build.status, build.stdout + build.stderr).toBe(0);
  });

  test.beforeEach(async () => {
    strays = [];
    server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const path = normalize(pathname.replace(place, '/'));
      readFile(join(built, path)).then(
        (content) => {
          response.writeHead(200, { 'Content-Type': types[extname(path)] ?? 'text/plain' });
          response.end(content);
        },
        () => {
          strays.push(pathname);
          response.writeHead(404).end();
        },
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://localhost:${(server.address() as AddressInfo).port}${place}`;
  });

  test.afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  test('shows every story without an error, accessible, and answered by the worker', async ({
    page,
  }) => {
    const faults: string[] = [];
    let answers = 0;
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      // What a story's server refuses on purpose is told by the browser, not by a script.
      const refused = message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !refused) faults.push(message.text());
    });
    page.on('response', (response) => {
      if (response.url().includes('/worlds/') && response.fromServiceWorker()) answers += 1;
    });

    const index = await page.request.get(`${address}index.json`);
    const { entries } = (await index.json()) as {
      entries: Record<string, { type: string; id: string }>;
    };
    const ids = Object.values(entries).flatMap(({ type, id }) => (type === 'story' ? [id] : []));
    expect(ids.length).toBeGreaterThan(40);

    await page.goto(`${address}iframe.html?id=${ids[0]}&viewMode=story`);
    for (const storyId of ids) {
      const { status, reporters } = await outcome(page, storyId);
      const violations = reporters.flatMap(({ result }) => result.violations.map(({ id }) => id));
      expect.soft({ status, violations }, storyId).toEqual({ status: 'success', violations: [] });
      const drawn = await page.locator('#storybook-root > *').first().boundingBox();
      const dialogs = await page.locator('dialog:modal').count();
      expect.soft((drawn?.height ?? 0) > 20 || dialogs > 0, storyId).toBe(true);
    }
    expect(faults).toEqual([]);
    expect(strays).toEqual([]);
    expect(answers).toBeGreaterThan(ids.length);
  });

  test('shows the documentation of an element with all its stories', async ({ page }) => {
    await page.goto(
      `${address}iframe.html?id=organizations-organization-picker--docs&viewMode=docs`,
    );
    await expect(page.getByRole('heading', { name: 'Organization picker' })).toBeVisible();
    await expect(page.getByText('tessera-organization-chosen').first()).toBeVisible();
    await expect(page.getByRole('listbox').first().getByRole('option')).toHaveCount(2);
  });
});
