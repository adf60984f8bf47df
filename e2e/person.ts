import type { Page } from '@playwright/test';

/** Of everybody in the scenarios. */
export const password = 'Tessera-demo-1!';

/** Goes to a page of the application as somebody whom it does not know yet. */
export async function signIn(page: Page, address: string, email: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await enter(page, email);
}

/** Fills the first two steps of the hosted pages. */
export async function enter(page: Page, email: string, secret = password): Promise<void> {
  await identify(page, email);
  await page.getByLabel('Password', { exact: true }).fill(secret);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Fills the first step of the hosted pages. */
export async function identify(page: Page, email: string): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByRole('button', { name: 'Continue' }).click();
}
