import { expect, test } from './fixture.ts';
import { password } from './person.ts';

interface Asked {
  readonly device_code: string;
  readonly user_code: string;
  readonly verification_uri: string;
  readonly verification_uri_complete: string;
}

/** A device that has no browser, behind the same server. */
function deviceAt(issuer: string) {
  const post = async (path: string, form: Record<string, string>) => {
    const body = new URLSearchParams({ client_id: 'client_kiosk', ...form });
    return (await fetch(issuer + path, { method: 'POST', body })).json() as Promise<unknown>;
  };
  return {
    ask: async () => (await post('/device_authorization', { scope: 'openid email' })) as Asked,
    poll: async (device_code: string) => {
      const grant_type = 'urn:ietf:params:oauth:grant-type:device_code';
      return (await post('/token', { grant_type, device_code })) as Record<string, string>;
    },
  };
}

test('a person lets a device in, for one of their organizations, by the code that it shows', async ({
  page,
  house,
}) => {
  const device = deviceAt(house.issuer);
  const { device_code, user_code, verification_uri } = await device.ask();
  await page.goto(verification_uri);
  await page.getByLabel('Code').fill('BBBB-BBBB');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('No device shows this code')).toBeVisible();
  await page.getByLabel('Code').fill(user_code.toLowerCase());
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Email').fill('both@acme.example');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('option', { name: /Borealis/ }).click();
  await expect(page.getByText('Acting for')).toBeVisible();
  await expect(page.getByText(user_code)).toBeVisible();
  await page.getByRole('button', { name: 'Change' }).click();
  await page.getByRole('option', { name: /Acme Travel/ }).click();
  await expect(page.getByText('Acme Travel')).toBeVisible();
  expect((await device.poll(device_code))['error']).toBe('authorization_pending');
  await page.getByRole('button', { name: 'Allow', exact: true }).click();
  await expect(page.getByText('Flights is signed in on your device.')).toBeVisible();
  expect((await device.poll(device_code))['access_token']).toBeTruthy();
});

test('a person who did not ask for it turns a device away', async ({ page, house }) => {
  const device = deviceAt(house.issuer);
  const { device_code, user_code, verification_uri_complete } = await device.ask();
  await page.goto(verification_uri_complete);
  await expect(page.getByLabel('Code')).toHaveValue(user_code);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Email').fill('agent@acme.example');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Do not allow' }).click();
  await expect(page.getByText('Flights was not signed in on the device.')).toBeVisible();
  expect((await device.poll(device_code))['error']).toBe('access_denied');
});
