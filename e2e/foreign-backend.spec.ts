import { expect, test, type Page } from '@playwright/test';
import {
  startRealServer,
  type Person,
  type RealServer,
} from '../packages/client-better-auth/src/trial/real-server.ts';
import { servePage, type ServedPage } from './served-page.ts';

test.describe('the members of a better-auth server', () => {
  let server: RealServer;
  let served: ServedPage;

  test.beforeAll(async () => {
    server = await startRealServer(':memory:', ['http://localhost:*']);
    const origin = new URL(server.baseUrl).origin;
    served = await servePage('foreign-backend', test.info().outputDir, { '/api/auth': origin });
  });

  test.afterAll(async () => {
    await served.close();
    await server.stop();
  });

  async function open(page: Page, { userId, token }: Person, more: object): Promise<void> {
    const state = new URLSearchParams({ user: userId, token, ...more });
    await page.goto(`${served.address}#${state}`);
  }

  const roleOf = ({ userId }: Person, organization: string) =>
    server.rows(
      'select role from member where userId = ? and organizationId = ?',
      userId,
      organization,
    );

  test('are invited, join in another browser, get another role and are removed', async ({
    page,
    browser,
  }) => {
    const olga = await server.signUp('Olga Owner');
    const stella = await server.signUp('Stella Stranger');
    const organization = await server.found(olga, 'Acme Travel');

    await open(page, olga, { organization });
    await expect(page.getByRole('row', { name: /Olga Owner/ })).toBeVisible();
    await page.getByRole('button', { name: 'Invite people' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Email addresses').fill(stella.email);
    // What this server cannot keep is not asked for.
    await expect(dialog.getByLabel(/message/i)).toHaveCount(0);
    await dialog.getByRole('button', { name: 'Invite 1 person' }).click();
    await expect(dialog.getByText('1 person invited').first()).toBeVisible();
    await dialog.getByRole('button', { name: 'Done' }).click();
    const waiting = page.getByRole('row', { name: new RegExp(stella.email) });
    await expect(waiting).toContainText('Pending');
    const [invited] = server.rows(
      'select id, status from invitation where email = ?',
      stella.email,
    );
    expect(invited?.['status']).toBe('pending');

    const other = await browser.newContext();
    const theirs = await other.newPage();
    await open(theirs, stella, { invitation: String(invited?.['id']) });
    await theirs.getByRole('button', { name: 'Join' }).click();
    await expect(theirs.getByRole('row', { name: /Olga Owner/ })).toBeVisible();
    expect(roleOf(stella, organization)).toEqual([{ role: 'member' }]);
    await theirs.getByRole('button', { name: /Actions.*Olga/ }).click();
    const remove = theirs.getByRole('menuitem', { name: 'Remove' });
    await expect(remove).toHaveAttribute('aria-disabled', 'true');
    await other.close();

    await page.reload();
    const row = page.getByRole('row', { name: /Stella Stranger/ });
    await row.getByRole('button', { name: 'Stella Stranger', exact: true }).click();
    const assigner = page.locator('tessera-role-assigner');
    await assigner.getByRole('checkbox', { name: 'Administrator', exact: true }).check();
    await assigner.getByRole('button', { name: /save/i }).click();
    await expect.poll(() => roleOf(stella, organization)).toEqual([{ role: 'member,admin' }]);

    await page.getByRole('button', { name: /Actions.*Stella Stranger/ }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Remove/ })
      .click();
    await expect(row).toHaveCount(0);
    expect(roleOf(stella, organization)).toEqual([]);
  });
});
