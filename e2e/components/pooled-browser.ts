import { playwrightLauncher } from '@web/test-runner-playwright';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';

interface Slot {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly devtools: CDPSession;
  origin?: string;
}

/**
 * Playwright's launcher with one window per concurrent test file, wiped and used again: opening a
 * window and filling its cache costs more than most files of tests.
 */
export function pooledBrowser(executablePath: string, flags: readonly string[]) {
  const free: Slot[] = [];
  const slots = new WeakMap<object, Slot>();
  return playwrightLauncher({
    product: 'chromium',
    launchOptions: { executablePath, args: [...flags] },
    createBrowserContext: async ({ browser }) => {
      const slot = free.pop() ?? (await open(await browser.newContext()));
      const context = overlay(slot.context, {
        close: async () => {
          await wipe(slot);
          free.push(slot);
        },
      });
      slots.set(context, slot);
      return context;
    },
    createPage: async ({ context }) => {
      const slot = slots.get(context)!;
      return overlay(slot.page, {
        close: async () => undefined,
        goto: (address: string) => {
          slot.origin = new URL(address).origin;
          return slot.page.goto(address);
        },
      });
    },
  });
}

async function open(context: BrowserContext): Promise<Slot> {
  const page = await context.newPage();
  return { context, page, devtools: await context.newCDPSession(page) };
}

async function wipe({ context, page, devtools, origin }: Slot): Promise<void> {
  page.removeAllListeners();
  await page.goto('about:blank');
  if (origin) await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await context.clearCookies();
  await page.emulateMedia({
    colorScheme: null,
    reducedMotion: null,
    forcedColors: null,
    media: null,
    contrast: null,
  });
}

/** The same object to look at, but for a few methods. */
function overlay<T extends object>(original: T, methods: Record<string, unknown>): T {
  return new Proxy(original, {
    get(target, name) {
      if (typeof name === 'string' && name in methods) return methods[name];
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
