import { expect, test, type Page } from '@playwright/test';
import { start, type Started } from '../examples/start.ts';
import { signIn } from './person.ts';

/** Who is in view, and what the server answers to somebody who asks for more than the screens offer. */
function attempts(page: Page) {
  return page.evaluate(async () => {
    const { client, organizationId = '' } = document.querySelector('tessera-provider')!;
    const codeOf = async (attempt: Promise<unknown>): Promise<string> =>
      attempt.then(
        () => 'done',
        (error: unknown) => (error as { code: string }).code,
      );
    const me = await client!.me.get({ organizationId });
    // With the token of the organization in view.
    const from = (other: string) => ({ organizationId: other, actingFrom: organizationId });
    const grant = (roleIds: string[]) =>
      client!.access.grant({
        organizationId,
        userId: me.userId,
        applicationId: 'app_flights',
        roleIds,
      });
    const invite = (roleId: string) =>
      client!.invitations.create({
        organizationId,
        email: `${roleId}@newcorp.example`,
        organizationRoleIds: ['organizationMember'],
        access: [{ applicationId: 'app_flights', roleIds: [roleId] }],
      });
    return {
      name: me.organization?.name,
      parent: await codeOf(client!.organizations.get(from('org_acme'))),
      parentsMembers: await codeOf(client!.members.list(from('org_acme'))),
      nobody: await codeOf(client!.organizations.get(from('org_of_nobody'))),
      within: await codeOf(invite('role_flights_approver')),
      outside: await codeOf(invite('role_flights_booking_agent')),
      toThemselves: await codeOf(grant(['role_flights_booking_agent'])),
    };
  });
}

test.describe('an administrator who looks after organizations below their own', () => {
  // It changes who may do what, so it has a house of its own.
  let house: Started;

  test.beforeAll(async () => {
    house = await start({ mockPort: 0, applicationPort: 0, built: true });
  });

  test.afterAll(async () => {
    await house.close();
  });

  test('makes one with one role group; its first administrator reaches nothing above it', async ({
    browser,
  }) => {
    const parent = await (await browser.newContext()).newPage();
    await signIn(parent, `${house.application}/portal/organizations`, 'admin@acme.example');
    const own = parent.getByRole('row', { name: /Acme Travel/ });
    const menu = async (item: string): Promise<void> => {
      await own.getByRole('button', { name: /Actions/ }).click();
      await parent.getByRole('menuitem', { name: item }).click();
    };
    await menu('Expose role groups');
    await parent.getByRole('checkbox', { name: 'Approvals' }).check();
    await parent.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(
      parent.getByText('Exposed role groups of Acme Travel saved').first(),
    ).toBeAttached();

    await menu('Create organization');
    await parent.getByLabel('Name', { exact: true }).fill('Acme South');
    await parent.getByRole('checkbox', { name: 'Approvals' }).check();
    await parent.getByLabel('First administrator').fill('admin@borealis.example');
    await expect(parent.getByText(/is free/)).toBeVisible();
    await parent.getByRole('dialog').getByRole('button', { name: 'Create organization' }).click();
    await expect(parent.getByText(/Acme South.? is created/).first()).toBeVisible();
    const invited = parent.getByText(/admin@borealis\.example.? is invited to administer it/);
    await expect(invited.first()).toBeVisible();

    const child = await (await browser.newContext()).newPage();
    await signIn(child, `${house.application}/portal/`, 'admin@borealis.example');
    await child.getByRole('button', { name: /Borealis/ }).click();
    await child.getByRole('button', { name: /Accept the invitation to .?Acme South/ }).click();
    await expect(child.getByText(/You have joined .?Acme South/).first()).toBeVisible();
    await child.getByRole('option', { name: /Acme South/ }).click();
    await expect(child).toHaveTitle(/Acme South/);
    expect(await attempts(child)).toEqual({
      name: 'Acme South',
      parent: 'not_found',
      parentsMembers: 'not_found',
      nobody: 'not_found',
      within: 'done',
      outside: 'role_outside_ceiling',
      toThemselves: 'self_change_refused',
    });
    // Nor does a screen offer it.
    await child.getByRole('link', { name: 'Invitations', exact: true }).click();
    await expect(child.getByText('role_flights_approver@newcorp.example')).toBeVisible();
    await child.getByRole('button', { name: 'Invite people' }).click();
    const dialog = child.getByRole('dialog');
    await dialog.locator('summary', { hasText: 'Flights' }).click();
    await expect(dialog.getByRole('checkbox', { name: /Approver/ })).toBeEnabled();
    await expect(dialog.getByRole('checkbox', { name: /Booking agent/ })).toBeDisabled();
  });
});
