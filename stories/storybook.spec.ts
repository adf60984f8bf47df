import { expect, test, type Page } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { troublesInLooks, troublesWithTexts } from './looks.js';
import { serveStorybook, type ServedStorybook } from './served.js';
import { walk, type Finished } from './walk.js';

const root = join(import.meta.dirname, '..');

// Stories by the hundred: what a trace keeps of each would take longer than looking at it.
test.use({ trace: 'off', screenshot: 'off' });

test.describe('the built Storybook, below another path', () => {
  // One after the other in one worker: each would build, and each uses two pages by itself.
  test.describe.configure({ mode: 'default', timeout: 900_000 });

  let storybook: ServedStorybook;

  test.beforeAll(() => {
    const build = spawnSync('npm', ['run', 'build-storybook'], { cwd: root, encoding: 'utf8' });
    expect(build.status, build.stdout + build.stderr).toBe(0);
  });

  test.beforeEach(async () => {
    storybook = await serveStorybook(join(root, 'storybook-static'));
  });

  test.afterEach(() => storybook.close());

  /** What everybody sees of a story, whatever is in it. */
  async function judge(page: Page, { storyId, status, reporters }: Finished): Promise<void> {
    const violations = reporters.flatMap(({ result }) => result.violations.map(({ id }) => id));
    expect.soft({ status, violations }, storyId).toEqual({ status: 'success', violations: [] });
    const drawn = await page.locator('#storybook-root > *').first().boundingBox();
    const dialogs = await page.locator('dialog:modal').count();
    expect.soft((drawn?.height ?? 0) > 20 || dialogs > 0, storyId).toBe(true);
  }

  test('shows every story without an error, accessible in every look, and answered by the worker', async ({
    browser,
  }) => {
    let stories = 0;
    const { address, strays } = storybook;
    const { faults, answers } = await walk(
      browser,
      { address, scenario: 'own' },
      async (page, finished) => {
        stories += 1;
        await judge(page, finished);
        expect.soft(await troublesInLooks(page), finished.storyId).toEqual({});
      },
    );
    expect(faults).toEqual([]);
    expect(strays).toEqual([]);
    expect(stories).toBeGreaterThan(160);
    expect(answers).toBeGreaterThan(stories);
  });

  test('shows every story with hostile texts: none runs, none sticks out, none turns another', async ({
    browser,
  }) => {
    const { address, strays } = storybook;
    const { faults, outside } = await walk(
      browser,
      { address, scenario: 'hostile' },
      async (page, finished) => {
        await judge(page, finished);
        expect.soft(await troublesWithTexts(page), finished.storyId).toEqual({});
      },
    );
    expect(faults).toEqual([]);
    expect(outside).toEqual([]);
    expect(strays).toEqual([]);
  });

  test('shows the documentation of an element with all its stories', async ({ page }) => {
    await page.goto(
      `${storybook.address}iframe.html?id=organizations-organization-picker--docs&viewMode=docs`,
    );
    await expect(page.getByRole('heading', { name: 'Organization picker' })).toBeVisible();
    await expect(page.getByText('tessera-organization-chosen').first()).toBeVisible();
    await expect(page.getByRole('listbox').first().getByRole('option')).toHaveCount(2);
  });
});
