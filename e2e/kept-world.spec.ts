import { expect, test, type Page } from '@playwright/test';
import { servePage, type ServedPage } from './served-page.ts';

test.describe('a world that the browser keeps', () => {
  // One worker after the other: both would build.
  test.describe.configure({ mode: 'default' });

  let served: ServedPage;

  test.beforeAll(async () => {
    served = await servePage('kept-world', test.info().outputDir);
  });

  test.afterAll(() => served.close());

  async function open(page: Page): Promise<Page> {
    await page.goto(served.address);
    await page.waitForFunction(() => 'keptWorld' in window);
    return page;
  }

  const invite = (tab: Page, email: string) =>
    tab.evaluate((email) => window.keptWorld.invite(email), email);
  const invited = (tab: Page) => tab.evaluate(() => window.keptWorld.invited());

  test('is there again after a reload', async ({ page }) => {
    await open(page);
    expect(await invite(page, 'first@partner.example')).toBe(200);
    await open(page);
    expect(await invited(page)).toContain('first@partner.example');
  });

  test('loses none of 20 writes from two tabs', async ({ page, context }) => {
    const tabs = [await open(page), await open(await context.newPage())] as const;
    const emails = Array.from({ length: 20 }, (_, at) => `p${at}@partner.example`);
    const statuses = await Promise.all(emails.map((email, at) => invite(tabs[at % 2]!, email)));
    expect(new Set(statuses)).toEqual(new Set([200]));
    for (const tab of tabs) {
      await expect.poll(() => invited(tab)).toEqual(expect.arrayContaining(emails));
    }
    expect(await invited(tabs[0])).toEqual(await invited(tabs[1]));
  });

  test('begins anew in every tab when it is reset in one', async ({ page, context }) => {
    const [one, other] = [await open(page), await open(await context.newPage())];
    await invite(one, 'first@partner.example');
    await expect.poll(() => invited(other)).toContain('first@partner.example');
    await one.evaluate(() => window.keptWorld.reset());
    await expect.poll(() => invited(other)).not.toContain('first@partner.example');
    expect(await invite(other, 'second@partner.example')).toBe(200);
    await expect.poll(() => invited(one)).toContain('second@partner.example');
    await open(one);
    expect(await invited(one)).not.toContain('first@partner.example');
  });

  test('lives in memory, and says so once, where storage is blocked (C27)', async ({ page }) => {
    const warnings: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'warning') warnings.push(message.text());
    });
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('Blocked.', 'SecurityError');
      };
    });
    await open(page);
    expect(await invite(page, 'first@partner.example')).toBe(200);
    expect(await invite(page, 'second@partner.example')).toBe(200);
    expect(await invited(page)).toContain('first@partner.example');
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('it lives in memory');
  });

  test('begins anew where what was kept is damaged (C29)', async ({ page }) => {
    await open(page);
    await invite(page, 'first@partner.example');
    await page.evaluate(async () => {
      const opened = indexedDB.open('tessera-mock');
      await new Promise((resolve) => (opened.onsuccess = resolve));
      const transaction = opened.result.transaction('worlds', 'readwrite');
      transaction.objectStore('worlds').put('{"format":1', 'journey');
      await new Promise((resolve) => (transaction.oncomplete = resolve));
    });
    await open(page);
    expect(await invited(page)).not.toContain('first@partner.example');
    expect(await invite(page, 'first@partner.example')).toBe(200);
    await open(page);
    expect(await invited(page)).toContain('first@partner.example');
  });
});
