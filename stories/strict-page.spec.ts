import { expect, test } from '@playwright/test';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build, defaultClientConditions, preview, type PreviewServer } from 'vite';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

test.describe('a page under a strict content security policy with trusted types', () => {
  let server: PreviewServer;

  test.beforeAll(async () => {
    const root = join(import.meta.dirname, 'strict-page');
    const outDir = join(test.info().outputDir, 'strict-page');
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      resolve: { conditions: ['tessera-source', ...defaultClientConditions] },
      build: { outDir, emptyOutDir: true, modulePreload: { polyfill: false } },
    });
    server = await preview({
      root,
      configFile: false,
      build: { outDir },
      preview: { port: 0, headers: { 'Content-Security-Policy': policy } },
    });
  });

  test.afterAll(() => server.close());

  test('W21, W22: shows every element, and lets a person use it, without one violation', async ({
    page,
  }) => {
    const violations: string[] = [];
    await page.exposeFunction('violated', (text: string) => violations.push(text));
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        const { violated } = window as unknown as { violated: (text: string) => void };
        violated(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
    page.on('pageerror', (error) => violations.push(error.message));

    const { port } = server.httpServer.address() as AddressInfo;
    const response = await page.goto(`http://localhost:${port}/`);
    expect(response?.headers()['content-security-policy']).toBe(policy);
    const members = page.locator('tessera-member-table');
    const detail = page.locator('tessera-member-detail');
    await expect(members.getByText('admin@borealis.example')).toBeVisible();
    const switcher = page.locator('tessera-org-switcher');
    const picker = page.locator('tessera-provider > tessera-org-picker');
    await expect(picker.getByRole('option')).toHaveCount(2);

    await switcher.getByRole('button').click();
    await switcher.getByRole('option', { name: 'Acme Travel' }).click();
    await expect(page.getByText('Only administrators see the members')).toBeVisible();
    await switcher.getByRole('button').click();
    await switcher.getByRole('option', { name: 'Borealis' }).click();
    await detail.getByRole('button', { name: 'Edit title and department' }).click();
    await detail.getByLabel('Title').fill('Head of Office');
    await detail.getByRole('button', { name: 'Save' }).click();
    await expect(detail.getByText('Head of Office')).toBeVisible();
    await detail.getByRole('button', { name: 'Edit roles and access' }).click();
    await expect(detail.locator('tessera-role-assigner')).toBeVisible();
    await members.getByRole('button', { name: 'Name' }).click();
    await members.getByRole('searchbox').fill('aino korhonen');
    await expect(members.getByRole('row')).toHaveCount(2);

    await page.getByRole('button', { name: 'Invite people' }).click();
    const dialog = page.getByRole('dialog', { name: /Invite people to/ });
    await dialog.getByLabel('Email addresses').fill('ada@newcorp.example,');
    await dialog.getByRole('button', { name: 'Invite 1 person' }).click();
    await expect(dialog.getByRole('heading', { name: '1 person invited' })).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).first().click();
    const invitations = page.locator('tessera-invitation-table');
    const invited = invitations.getByRole('row', { name: 'ada@newcorp.example' });
    await invited.getByRole('button').click();
    await invitations.getByRole('menuitem', { name: 'Revoke' }).click();
    await invitations.getByRole('button', { name: 'Revoke invitation' }).click();
    await expect(invited.getByText('Revoked')).toBeVisible();
    const roles = page.locator('tessera-provider > tessera-role-assigner');
    await roles.getByRole('checkbox', { name: 'Creator' }).check();
    await roles.getByRole('button', { name: 'Save' }).click();
    await expect(roles.getByRole('button', { name: 'Save' })).toBeHidden();
    await expect(page.locator('tessera-access-explainer').getByText('may enter')).toBeVisible();
    const launcher = page.locator('tessera-app-launcher');
    await expect(launcher.getByRole('link', { name: 'Flights' })).toBeVisible();
    const applications = page.locator('tessera-application-list');
    await applications.getByRole('button', { name: 'Default roles' }).click();
    await applications.getByRole('checkbox', { name: 'Booking agent' }).check();
    await applications.getByRole('button', { name: 'Save' }).click();
    await expect(applications.getByText('The default roles of')).toBeAttached();
    const editor = page.locator('tessera-role-editor');
    await editor.getByRole('button', { name: 'Compare two roles' }).click();
    await expect(editor.getByText('In both')).toBeVisible();
    // The avatars' hue is set by script, which a strict policy lets through.
    const hue = await page
      .locator('.avatar')
      .first()
      .evaluate((avatar) => getComputedStyle(avatar).backgroundColor);
    expect(hue).not.toBe('rgba(0, 0, 0, 0)');
    expect(violations).toEqual([]);
  });
});
