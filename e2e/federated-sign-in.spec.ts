import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { password } from './person.ts';

/** From an application to the page after the address, which may be another site's by then. */
async function identify(page: Page, address: string, email: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByLabel('Email').fill(email);
  await page.getByRole('button', { name: 'Continue' }).click();
}

test('an organization sends its people to its own provider for one application, and asks for a password at the other', async ({
  page,
  house,
}) => {
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) violations.push(message.text());
  });
  await identify(page, `${house.application}/?app=ledger`, 'user@cirrus.example');
  await expect(page.getByRole('heading', { name: 'Identity provider' })).toBeVisible();
  await page.getByRole('button', { name: 'Sign in as chiara.conti' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText(/Acting for Cirrus Group as .*accountant/)).toBeVisible();

  await page.goto(`${house.application}/?app=flights`);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByLabel('Email')).toHaveValue('user@cirrus.example');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('Acting for Cirrus Group as viewer')).toBeVisible();
  expect(violations).toEqual([]);
});

test('whoever the provider names in vain is told why, and can go another way', async ({
  page,
  house,
}) => {
  await identify(page, `${house.application}/?app=ledger`, 'zoe@cirrus.example');
  await page.getByRole('button', { name: 'Sign in as zoe.keller' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('alert')).toContainText('no access');
  await page.getByRole('button', { name: 'Use another account' }).click();
  await expect(page.getByLabel('Email')).toBeVisible();
});
