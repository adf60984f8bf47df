import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { identify } from './person.ts';

async function reach(page: Page, application: string, email: string, way: string): Promise<void> {
  await page.goto(application);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await identify(page, email);
  await page.getByRole('button', { name: way }).click();
  await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible();
}

interface Mail {
  readonly code?: string;
  readonly link?: string;
}

async function mailsTo(issuer: string, email: string): Promise<Mail[]> {
  const address = `${issuer}/dev/mailbox.json?${new URLSearchParams({ to: email })}`;
  return (await (await fetch(address)).json()) as Mail[];
}

test('a code from the mailbox signs a person in; a wrong one says so, and keeps the field', async ({
  page,
  house,
}) => {
  const email = 'agent@acme.example';
  await reach(page, house.application, email, 'Get a code by email');
  const [{ code = '' } = {}] = await mailsTo(house.issuer, email);
  const field = page.getByLabel('Code');
  await expect(field).toBeFocused();
  await field.fill(code === '000000' ? '000001' : '000000');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('That is not the code that was sent last.')).toBeVisible();
  await field.fill(code);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('Acting for Acme Travel')).toBeVisible();
});

test('an address that is nobody’s looks the same, and gets no mail', async ({ page, house }) => {
  const email = 'nobody@acme.example';
  await reach(page, house.application, email, 'Get a code by email');
  await expect(page.getByText('six digits are on their way')).toBeVisible();
  expect(await mailsTo(house.issuer, email)).toEqual([]);
  await page.getByLabel('Code').fill('123456');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('That is not the code that was sent last.')).toBeVisible();
});

test('a link from the mailbox goes on in the browser in which it was asked for, once', async ({
  page,
  house,
}) => {
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted/.test(message.text())) violations.push(message.text());
  });
  const email = 'admin@borealis.example';
  await reach(page, house.application, email, 'Get a link by email');
  const [{ link = '' } = {}] = await mailsTo(house.issuer, email);
  const opened = await page.context().newPage();
  await opened.goto(link);
  await expect(opened.getByRole('heading', { name: 'Sign in with this link?' })).toBeVisible();
  // The secret is in the address no longer, and a reload keeps the step.
  expect(opened.url()).not.toContain('#');
  await opened.reload();
  await opened.getByRole('button', { name: 'Sign in' }).click();
  await expect(opened).toHaveURL(new RegExp(`^${house.application}`));
  const again = await page.context().newPage();
  await again.goto(link);
  await expect(again.getByRole('heading', { name: 'This link works no more' })).toBeVisible();
  expect(violations).toEqual([]);
});

test('a link that is opened in another browser signs in there, from the beginning', async ({
  page,
  browser,
  house,
}) => {
  const email = 'admin@cirrus.example';
  await reach(page, house.application, email, 'Get a link by email');
  const [{ link = '' } = {}] = await mailsTo(house.issuer, email);
  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  await other.getByRole('button', { name: 'Sign in' }).click();
  await expect(other).toHaveURL(new RegExp(`^${house.application}`));
  await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible();
});
