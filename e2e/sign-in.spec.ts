import { expect, test } from './fixture.ts';
import { enter, password, signIn } from './person.ts';

for (const site of ['localhost', '127.0.0.1']) {
  test.describe(`with the application on ${site}`, () => {
    test('a person of two organizations is asked, lands in the chosen one, and switches without a new sign-in', async ({
      page,
      house,
    }) => {
      const application = house.application.replace('localhost', site);
      await signIn(page, application, 'both@acme.example');
      await expect(page).toHaveURL(new RegExp(`^${house.issuer}/login/`));
      await expect(page.getByRole('option', { name: /Acme Travel/ })).toBeVisible();
      await page.getByRole('option', { name: /Borealis/ }).click();

      await expect(page).toHaveURL(`${application}/?app=flights&organization=org_borealis`);
      await expect(page.getByText('Acting for Borealis')).toBeVisible();
      const table = page.getByRole('table');
      await expect(table.getByText('admin@borealis.example')).toBeVisible();
      await expect(table.getByText('both@acme.example')).toBeVisible();

      let leftThePage = false;
      page.on('framenavigated', (frame) => {
        if (frame.url().includes('/login/') || frame.url().includes('/authorize'))
          leftThePage = true;
      });
      await page.getByRole('button', { name: /Borealis.*Switch organization/ }).click();
      await page.getByRole('option', { name: /Acme Travel/ }).click();
      await expect(page).toHaveURL(`${application}/?app=flights&organization=org_acme`);
      await expect(page.getByText('Acting for Acme Travel')).toBeVisible();
      await expect(page.getByText('Only administrators see the members')).toBeVisible();
      await expect(page.getByText('admin@borealis.example')).toHaveCount(0);
      expect(leftThePage).toBe(false);

      await page.goBack();
      await expect(page.getByText('Acting for Borealis')).toBeVisible();
      await expect(table.getByText('admin@borealis.example')).toBeVisible();
      await page.goForward();
      await expect(page.getByText('Acting for Acme Travel')).toBeVisible();
    });

    test('a reload keeps the person and the organization of the tab without asking', async ({
      page,
      house,
    }) => {
      const application = house.application.replace('localhost', site);
      await signIn(page, application, 'both@acme.example');
      await page.getByRole('option', { name: /Borealis/ }).click();
      await expect(page.getByText('Acting for Borealis')).toBeVisible();
      await page.reload();
      await expect(page.getByText('Acting for Borealis')).toBeVisible();
      await expect(page).toHaveURL(`${application}/?app=flights&organization=org_borealis`);
    });

    test('a person of one organization is not asked', async ({ page, house }) => {
      const application = house.application.replace('localhost', site);
      await signIn(page, application, 'agent@acme.example');
      await expect(page).toHaveURL(`${application}/?app=flights&organization=org_acme`);
      await expect(page.getByText('Acting for Acme Travel as booking_agent')).toBeVisible();
    });
  });
}

test('two tabs show two organizations and do not mix', async ({ context, page, house }) => {
  await signIn(page, house.application, 'both@acme.example');
  await page.getByRole('option', { name: /Borealis/ }).click();
  await expect(page.getByText('Acting for Borealis')).toBeVisible();

  const second = await context.newPage();
  await second.goto(house.application);
  await second.getByRole('button', { name: 'Sign in' }).click();
  await second.getByRole('option', { name: /Acme Travel/ }).click();
  await expect(second.getByText('Acting for Acme Travel')).toBeVisible();

  await page.reload();
  await expect(page.getByText('Acting for Borealis')).toBeVisible();
  await second.reload();
  await expect(second.getByText('Acting for Acme Travel')).toBeVisible();
});

const refusals = [
  { who: 'agent@acme.example', app: 'ledger', organization: 'Acme Travel' },
  { who: 'suspended@acme.example', app: 'flights', organization: 'Acme Travel' },
  { who: 'user@dormant.example', app: 'flights', organization: 'Dormant Ltd' },
] as const;

for (const { who, app, organization } of refusals) {
  test(`${who} at ${app} is told why ${organization} gives no entry, and can go back`, async ({
    page,
    house,
  }) => {
    await signIn(page, `${house.application}/?app=${app}`, who);
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await expect(page.getByText(who)).toBeVisible();
    await expect(page.getByText(organization)).toBeVisible();
    await page.getByRole('button', { name: /Back to/ }).click();
    await expect(page).toHaveURL(`${house.application}/?app=${app}`);
    await expect(page.getByText('You came back without signing in.')).toBeVisible();
  });
}

test('a wrong password and an unknown address look the same', async ({ page, house }) => {
  const looks: string[] = [];
  for (const email of ['agent@acme.example', 'nobody@acme.example']) {
    await page.goto(house.application);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await enter(page, email, 'not-the-password');
    await expect(page.getByText('Email or password is incorrect.').first()).toBeVisible();
    const snapshot = await page.locator('body').ariaSnapshot();
    looks.push(snapshot.replaceAll(email, 'EMAIL'));
    await page.context().clearCookies();
  }
  expect(looks[1]).toBe(looks[0]);
});

test('signing out ends the session at the sign-in server too', async ({ page, house }) => {
  await signIn(page, house.application, 'agent@acme.example');
  await expect(page.getByText('Acting for Acme Travel')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByLabel('Email')).toBeVisible();
});

test('S04, S06: signing out leaves nothing to go back to, and ends the other tab within a second', async ({
  context,
  page,
  house,
}) => {
  await signIn(page, house.application, 'agent@acme.example');
  await expect(page.getByText('Acting for Acme Travel')).toBeVisible();
  const other = await context.newPage();
  await other.goto(house.application);
  await other.getByRole('button', { name: 'Sign in' }).click();
  await expect(other.getByText('Acting for Acme Travel')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(other.getByText('Acting for Acme Travel')).toBeHidden({ timeout: 1000 });
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await expect(page.getByText('Acting for Acme Travel')).toBeHidden();
});

test('a person without an organization signs in to Shop for themselves', async ({
  page,
  house,
}) => {
  await signIn(page, `${house.application}/?app=shop`, 'shopper@mail.example');
  await expect(page.getByText('Acting for yourself in Shop')).toBeVisible();
});

test.describe('in Arabic', () => {
  test.use({ locale: 'ar' });

  test('the pages speak the language of the browser, from right to left', async ({
    page,
    house,
  }) => {
    await page.goto(house.application);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await page.getByLabel('البريد الإلكتروني').fill('both@acme.example');
    await page.getByRole('button', { name: 'متابعة' }).click();
    await page.getByLabel('كلمة المرور', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'تسجيل الدخول' }).click();
    await expect(page.getByRole('heading', { name: 'اختر مؤسسة' })).toBeVisible();
    await page.getByRole('option', { name: /Borealis/ }).click();
    await expect(page.getByText('Acting for Borealis')).toBeVisible();
  });
});
