import type { Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { expect, test } from './fixture.ts';
import { signIn } from './person.ts';

const secret = 'TESSERADEMOTESSERADEMOTESSERADEM';

/** What an app shows that was given the key, so many seconds from now. */
function shown(key: string, later = 0): string {
  const totp = new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) });
  return totp.generate({ timestamp: Date.now() + later * 1000 });
}

/** A device of the browser's own, which says yes whenever it is asked. */
async function authenticatorOf(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable', { enableUI: false });
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const set = (enabled: boolean) =>
    session.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled });
  const credentials = async () =>
    (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials;
  const verified = (isUserVerified: boolean) =>
    session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
  return { credentials, set, verified };
}

test('a person whose organization demands a second factor sets one up, and is asked for it the next time', async ({
  page,
  house,
}) => {
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted/.test(message.text())) violations.push(message.text());
  });
  await signIn(page, house.application, 'teller@juniper.example');
  await expect(page.getByRole('heading', { name: 'Set up a second factor' })).toBeFocused();
  await expect(page.getByText('Juniper Bank asks for a second proof')).toBeVisible();
  await expect(page.getByRole('img', { name: 'QR code with the key' })).toBeVisible();
  const key = (await page.locator('.key code').textContent()) ?? '';
  const field = page.getByLabel('One-time password that the app shows');
  await field.fill('000000');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('That is not right')).toBeVisible();
  await expect(field).toBeFocused();
  await field.fill(shown(key));
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { name: 'Keep your recovery codes' })).toBeVisible();
  const codes = await page
    .getByRole('list', { name: 'Recovery codes' })
    .locator('code')
    .allTextContents();
  expect(codes).toHaveLength(10);
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await expect(page.getByText('Acting for Juniper Bank')).toBeVisible();

  await page.context().clearCookies();
  await signIn(page, house.application, 'teller@juniper.example');
  await page.getByRole('button', { name: 'Use a recovery code' }).click();
  await expect(page.getByText('You have 10 codes left.')).toBeVisible();
  await page.getByLabel('Recovery code').fill(codes[0]!.toLowerCase());
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('Acting for Juniper Bank')).toBeVisible();
  expect(violations).toEqual([]);
});

test('E06: a one-time password lets in once, and wrong ones lead to a wait', async ({
  page,
  house,
}) => {
  await signIn(page, house.application, 'admin@juniper.example');
  const code = shown(secret);
  const field = page.getByLabel('One-time password');
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute('autocomplete', 'one-time-code');
  await field.fill(code);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('Acting for Juniper Bank')).toBeVisible();

  await page.context().clearCookies();
  await signIn(page, house.application, 'admin@juniper.example');
  for (let tries = 0; tries < 4; tries += 1) {
    await field.fill(code);
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByText('was used before')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Continue' })).not.toHaveAttribute('aria-busy');
  }
  await field.fill('111111');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('Too many attempts')).toBeVisible();
  await expect(page.getByText(/You can try again in/)).toBeVisible();
});

test('a passkey that was offered after the password lets in without one, in the field of the first step', async ({
  page,
  house,
}) => {
  const device = await authenticatorOf(page);
  await signIn(page, `${house.application}/?app=rewards`, 'shopper@mail.example');
  await expect(page.getByRole('heading', { name: 'Sign in faster next time?' })).toBeVisible();
  await device.verified(false);
  await page.getByRole('button', { name: 'Create a passkey' }).click();
  await expect(page.getByText('No passkey was created.')).toBeVisible();
  await device.verified(true);
  await page.getByRole('button', { name: 'Create a passkey' }).click();
  await expect(page.getByText('Acting for yourself in Rewards')).toBeVisible();
  const [credential] = await device.credentials();
  expect(credential?.rpId).toBe('localhost');
  expect(atob(credential?.userHandle ?? '')).not.toContain('user_shopper');

  // The browser offers it in the field of the first step, and this one takes it at once.
  await page.context().clearCookies();
  await page.goto(`${house.application}/?app=rewards`);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('Acting for yourself in Rewards')).toBeVisible();
});

test('a passkey lets in by a button too, and whoever has it at hand no more goes another way', async ({
  page,
  house,
}) => {
  const device = await authenticatorOf(page);
  await signIn(page, `${house.application}/?app=rewards`, 'creator@acme.example');
  await page.getByRole('button', { name: 'Create a passkey' }).click();
  await expect(page.getByText('Acting for yourself in Rewards')).toBeVisible();

  await page.context().clearCookies();
  // Nobody takes up what the browser offers in the field.
  await device.set(false);
  await page.goto(`${house.application}/?app=rewards`);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByLabel('Email').fill('creator@acme.example');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Use a passkey instead' }).click();
  await expect(page.getByRole('heading', { name: 'Use your passkey' })).toBeFocused();
  await device.set(true);
  await device.verified(false);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page.getByText('No passkey was used.')).toBeVisible();
  await page.getByRole('button', { name: 'Use a password' }).click();
  await page.getByRole('button', { name: 'Use a passkey instead' }).click();
  await device.verified(true);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page.getByText('Acting for yourself in Rewards')).toBeVisible();
});

test('whoever wants no passkey goes on without one', async ({ page, house }) => {
  await signIn(page, `${house.application}/?app=rewards`, 'both@acme.example');
  await page.getByRole('button', { name: 'Not now' }).click();
  await expect(page.getByText('Acting for yourself in Rewards')).toBeVisible();
});
