import { expect, test, type Page } from '@playwright/test';
import { servePage, type ServedPage } from './served-page.ts';

test.describe('an administrator with a keyboard alone', () => {
  test.describe.configure({ mode: 'default' });

  let served: ServedPage;

  test.beforeAll(async () => {
    served = await servePage('administrator', test.info().outputDir);
  });

  test.afterAll(() => served.close());

  async function open(page: Page): Promise<void> {
    await page.goto(served.address);
    await page.waitForFunction(() => 'directory' in window);
    await expect(page.getByRole('row', { name: /Adaeze/ }).first()).toBeVisible();
  }

  /** Goes on with the Tab key until something of this name has the focus. */
  async function tabTo(page: Page, name: string | RegExp, key = 'Tab'): Promise<void> {
    const named = (text: string) =>
      typeof name === 'string' ? text.includes(name) : name.test(text);
    for (let presses = 0; presses < 60; presses += 1) {
      if (named(await focused(page))) return;
      await page.keyboard.press(key);
    }
    throw new Error(`nothing named ${String(name)} is reached by ${key}`);
  }

  /** What has the focus, by its name. */
  const focused = (page: Page): Promise<string> =>
    page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      if (active === document.body) return '';
      const label =
        active instanceof HTMLInputElement || active instanceof HTMLSelectElement
          ? active.labels?.[0]?.textContent
          : '';
      return active?.getAttribute('aria-label') ?? (label || (active?.textContent ?? ''));
    });

  test('invites three people with different roles, and sends one again', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page);
    await tabTo(page, 'Invite people');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    const table =
      'email\trole\nada@partner.example\tAdministrator\nbea@partner.example\tCreator\ncem@partner.example\tMember\n';
    await page.evaluate((text) => navigator.clipboard.writeText(text), table);
    await page.keyboard.press('ControlOrMeta+V');
    await tabTo(page, 'Invite 3 people');
    await page.keyboard.press('Enter');
    await expect(page.getByText('3 people invited').first()).toBeVisible();
    const invited = await page.evaluate(() => window.directory.invited());
    for (const [email, role] of [
      ['ada@partner.example', 'organizationAdmin'],
      ['bea@partner.example', 'organizationCreator'],
      ['cem@partner.example', 'organizationMember'],
    ] as const) {
      const invitation = invited.find((one) => one.email === email);
      expect(invitation, email).toMatchObject({ status: 'pending' });
      expect(invitation?.roles, email).toContain(role);
    }
    await tabTo(page, 'Done');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeHidden();

    await tabTo(page, /Actions .*ada@partner\.example/);
    await page.keyboard.press('Enter');
    await tabTo(page, 'Send again', 'ArrowDown');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.evaluate(() => window.directory.mailsTo('ada@partner.example')))
      .toBe(2);
  });

  test('suspends one, and takes it back', async ({ page }) => {
    await open(page);
    await tabTo(page, 'Search by name or email');
    await page.keyboard.type('agent@acme');
    await expect(page.getByRole('row', { name: /Tomás Ribeiro/ })).toBeVisible();
    await expect(page.getByRole('row', { name: /Adaeze/ })).toHaveCount(0);
    await tabTo(page, /Actions .*Tomás Ribeiro/);
    await page.keyboard.press('Enter');
    await tabTo(page, 'Suspend', 'ArrowDown');
    await page.keyboard.press('Enter');
    const status = () => page.evaluate(() => window.directory.statusOf('user_agent_acme'));
    await expect.poll(status).toBe('suspended');
    await tabTo(page, 'Undo', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect.poll(status).toBe('active');
  });

  test('grants an application to hundreds, tries again what failed, and takes all back', async ({
    page,
  }) => {
    await open(page);
    const holding = () => page.evaluate(() => window.directory.holding('role_ledger_controller'));
    const before = await holding();
    await tabTo(page, /Select all/);
    await page.keyboard.press('Space');
    await tabTo(page, /Select all \d+ matching/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Grant application');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await tabTo(page, 'Role');
    await page.keyboard.type('Controller');
    await tabTo(page, /Grant to \d+ members/);
    await page.keyboard.press('Enter');
    await expect(page.getByText(/were refused/).first()).toBeVisible({ timeout: 30_000 });
    const given = await holding();
    expect(given).toBeGreaterThan(before + 490);
    await tabTo(page, 'Try 3 again');
    await page.keyboard.press('Enter');
    await expect.poll(holding).toBe(given + 3);
    await tabTo(page, 'Undo');
    await page.keyboard.press('Enter');
    await expect.poll(holding, { timeout: 30_000 }).toBe(before);
  });
});
