import { expect, test, type Page } from '@playwright/test';
import { start, type Started } from '../examples/start.ts';
import { signIn } from './person.ts';

/** Notes something about the organization in view of a page, as a screen in it would. */
function note(page: Page, metadata: Record<string, string>): Promise<string> {
  return page.evaluate(async (metadata) => {
    const { client, organizationId = '' } = document.querySelector('tessera-provider')!;
    await client!.organizations.update({ organizationId, metadata });
    return organizationId;
  }, metadata);
}

function notes(page: Page) {
  return page.evaluate(async () => {
    const { client, organizationId = '' } = document.querySelector('tessera-provider')!;
    const { name, metadata } = await client!.organizations.get({ organizationId });
    return { name, metadata };
  });
}

test.describe('a person who administers two organizations', () => {
  // It changes who administers what, so it has a house of its own.
  let house: Started;

  test.beforeAll(async () => {
    house = await start({ mockPort: 0, applicationPort: 0, built: true });
  });

  test.afterAll(async () => {
    await house.close();
  });

  test('O09: writes in the organization of each tab, 50 times by turns', async ({ browser }) => {
    const own = await browser.newContext();
    const administrator = await own.newPage();
    await signIn(administrator, house.application, 'admin@acme.example');
    await expect(administrator.getByText('Acting for Acme Travel')).toBeVisible();
    await administrator.evaluate(async () => {
      const { client } = document.querySelector('tessera-provider')!;
      const scope = { organizationId: 'org_acme', userId: 'user_both' };
      const { version } = await client!.members.get(scope);
      const organizationRoleIds = ['organizationAdmin'];
      await client!.members.setOrganizationRoles({ ...scope, organizationRoleIds, version });
    });
    await own.close();

    const context = await browser.newContext();
    const borealis = await context.newPage();
    await signIn(borealis, house.application, 'both@acme.example');
    await borealis.getByRole('option', { name: /Borealis/ }).click();
    await expect(borealis.getByText('Acting for Borealis')).toBeVisible();
    const acme = await context.newPage();
    await acme.goto(house.application);
    await acme.getByRole('button', { name: 'Sign in' }).click();
    await acme.getByRole('option', { name: /Acme Travel/ }).click();
    await expect(acme.getByText('Acting for Acme Travel')).toBeVisible();

    for (let turn = 0; turn < 50; turn += 1) {
      const [page, organizationId] =
        turn % 2 === 0 ? ([borealis, 'org_borealis'] as const) : ([acme, 'org_acme'] as const);
      expect(await note(page, { turn: String(turn), of: organizationId })).toBe(organizationId);
    }
    expect(await notes(borealis)).toEqual({
      name: 'Borealis',
      metadata: { turn: '48', of: 'org_borealis' },
    });
    expect(await notes(acme)).toEqual({
      name: 'Acme Travel',
      metadata: { turn: '49', of: 'org_acme' },
    });
    await borealis.reload();
    await expect(borealis.getByText('Acting for Borealis')).toBeVisible();
    await expect(acme.getByText('Acting for Acme Travel')).toBeVisible();
    await context.close();
  });
});
