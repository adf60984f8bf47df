import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { signIn } from './person.ts';

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

const sections = [
  ['Members', 'members', 'agent@acme.example'],
  ['Invitations', 'invitations', 'invited@newcorp.example'],
  ['Roles', 'roles', 'organization:read'],
  ['Access', 'access', 'Booking agent'],
  ['Applications', 'applications', 'Front office'],
  ['Managed organizations', 'organizations', 'Acme North'],
  ['Settings', 'settings', 'Sign-in look'],
  ['Overview', '', 'Needs attention'],
] as const;

/** Puts an organization in view, or the person's own. @returns the address then. */
async function actFor(page: Page, organizationId: string): Promise<string> {
  await page.evaluate(async (id) => {
    const provider = document.querySelector('tessera-provider')!;
    await (id === provider.actingFrom ? provider.switchTo(id) : provider.actFor(id));
  }, organizationId);
  return page.url();
}

/** Does what asks for an organization, and waits for the question. @returns what lets the answer through. */
async function hold(page: Page, organizationId: string, act: () => Promise<unknown>) {
  const address = new RegExp(`/${organizationId}(\\?|$)`);
  let release = (): void => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(address, async (route) => {
    await released;
    await route.continue();
  });
  await Promise.all([page.waitForRequest(address), act()]);
  return async () => {
    const answered = page.waitForResponse(address);
    release();
    await answered;
    await page.unroute(address);
  };
}

test.describe('the portal of an organization', () => {
  test('is walked through by an administrator with a keyboard alone, under a strict policy', async ({
    page,
    house,
  }) => {
    const violations: string[] = [];
    await page.exposeFunction('violated', (text: string) => violations.push(text));
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        const { violated } = window as unknown as { violated: (text: string) => void };
        violated(`${event.effectiveDirective} ${event.blockedURI}`);
      });
    });
    await signIn(page, `${house.application}/portal/`, 'admin@acme.example');
    await expect(page.getByText('Needs attention')).toBeVisible();

    const focused = () =>
      page.evaluate(() => {
        let active = document.activeElement;
        while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
        return `${active?.tagName} ${active?.textContent.trim()}`;
      });
    for (const [name, path, words] of sections) {
      // From the title of a screen the links stand before it.
      for (let presses = 0; presses < 40 && (await focused()) !== `A ${name}`; presses += 1) {
        await page.keyboard.press('Shift+Tab');
      }
      await page.keyboard.press('Enter');
      await expect.poll(focused).toBe(`H1 ${name}`);
      await expect(page).toHaveTitle(`${name} · Acme Travel`);
      expect(new URL(page.url()).pathname).toBe(`/portal/${path}`);
      const current = page.getByRole('navigation').locator('[aria-current="page"]');
      await expect(current.first()).toHaveText(name);
      await expect(page.getByText(words).first()).toBeVisible();
    }
    expect(violations).toEqual([]);
  });

  test('shows a plain member what is theirs, and lets them change nothing', async ({
    page,
    house,
  }) => {
    await signIn(page, `${house.application}/portal/`, 'agent@acme.example');
    const links = page.getByRole('navigation', { name: 'Organization' }).getByRole('link');
    await expect(links).toHaveText(['Overview', 'Roles', 'Applications', 'Settings']);
    await expect(page.getByText(/You are a member of .*Acme Travel/)).toBeVisible();
    await links.filter({ hasText: 'Settings' }).click();
    await expect(page.getByText('Sign-in look')).toBeVisible();
    await expect(page.getByRole('textbox')).toHaveCount(0);
    await links.filter({ hasText: 'Roles' }).click();
    await expect(page.getByRole('checkbox').first()).toBeVisible();
    await expect(page.getByText(/platform’s administrators/)).toBeVisible();
    await page.goto(new URL('/portal/members', house.application).href);
    await expect(title(page, 'Members: not open to you')).toBeAttached();
  });

  test('is found again where it was left, by its address', async ({ page, house }) => {
    const address = `${house.application}/portal/members/user_agent_acme`;
    await signIn(page, address, 'admin@acme.example');
    const member = page.getByRole('heading', { level: 2, name: 'Tomás Ribeiro' });
    await expect(member).toBeVisible();
    await page.reload();
    await expect(member).toBeVisible();
    expect(new URL(page.url()).pathname).toBe('/portal/members/user_agent_acme');
    await page.goto(`${house.application}/portal/nothing/here`);
    await expect(page.getByText('There is no such page').first()).toBeVisible();
    await page.getByRole('link', { name: 'Go to the overview' }).click();
    await expect(title(page, 'Overview')).toBeFocused();
  });

  test('goes back and forth with the browser, also from one organization to another', async ({
    page,
    house,
  }) => {
    await signIn(page, `${house.application}/portal/members`, 'both@acme.example');
    await page.getByRole('option', { name: /Borealis/ }).click();
    await expect(page.getByText('admin@borealis.example')).toBeVisible();
    await page.locator('.open-member').first().click();
    await expect(title(page, 'Member')).toBeFocused();
    const there = page.url();
    await page.getByRole('button', { name: /Borealis/ }).click();
    await page.getByRole('option', { name: /Acme Travel/ }).click();
    // Of Acme they are a plain member: its members are not theirs to see.
    await expect(title(page, 'Overview')).toBeVisible();
    await expect(page).toHaveTitle('Overview · Acme Travel');
    await expect(page.getByText('borealis.example')).toHaveCount(0);
    await page.goBack();
    await expect(title(page, 'Member')).toBeVisible();
    await expect(page).toHaveTitle('Member · Borealis');
    expect(page.url()).toBe(there);
    await page.goBack();
    await expect(title(page, 'Members')).toBeFocused();
    await page.goForward();
    await expect(title(page, 'Member')).toBeFocused();
  });

  test('is where the last of several quick steps leads, and the others stay as they were', async ({
    page,
    house,
  }) => {
    await signIn(page, `${house.application}/portal/settings`, 'admin@acme.example');
    await expect(page).toHaveTitle('Settings · Acme Travel');
    const [north, oslo, acme] = [
      await actFor(page, 'org_acme_north'),
      await actFor(page, 'org_acme_north_oslo'),
      await actFor(page, 'org_acme'),
    ];
    expect(new Set([north, oslo, acme]).size).toBe(3);

    let answer = await hold(page, 'org_acme_north_oslo', () => page.evaluate('history.back()'));
    await page.evaluate('history.forward()');
    await expect(page).toHaveURL(acme);
    await answer();
    await expect(page).toHaveTitle('Settings · Acme Travel');
    await expect(page).toHaveURL(acme);

    answer = await hold(page, 'org_acme_north_oslo', () => page.evaluate('history.back()'));
    const last = await hold(page, 'org_acme_north', () => page.evaluate('history.back()'));
    await answer();
    await expect(page).toHaveURL(north);
    await last();
    await expect(page).toHaveTitle('Settings · Acme North');
    await expect(page).toHaveURL(north);
    await page.evaluate('history.forward()');
    await expect(page).toHaveTitle('Settings · Acme North Oslo');
    await expect(page).toHaveURL(oslo);
    await page.evaluate('history.forward()');
    await expect(page).toHaveTitle('Settings · Acme Travel');
    await expect(page).toHaveURL(acme);
  });

  test('looks after a managed organization, and says so until one goes back', async ({
    page,
    house,
  }) => {
    await signIn(page, `${house.application}/portal/organizations`, 'admin@acme.example');
    await page
      .getByRole('row', { name: /Acme North/ })
      .getByRole('button', { name: /Actions/ })
      .click();
    await page.getByRole('menuitem', { name: 'Act for it' }).click();
    const banner = page.getByText(/^on behalf of .*Acme Travel/);
    await expect(banner).toBeVisible();
    await page.getByRole('link', { name: 'Access' }).click();
    await expect(
      page.getByText(/What can be handed out here comes from .*Acme Travel/),
    ).toBeVisible();
    await page.reload();
    await expect(banner).toBeVisible();
    await expect(title(page, 'Access')).toBeVisible();
    await page.getByRole('button', { name: /Back to .*Acme Travel/ }).click();
    await expect(banner).toBeHidden();
    await expect(page).toHaveTitle('Access · Acme Travel');
    await expect(page.getByText('Booking agent').first()).toBeVisible();
  });
});
