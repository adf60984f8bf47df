import { expect, test } from './fixture.ts';

const requests = [
  { what: 'a malformed request', query: 'x=1' },
  {
    what: 'an unknown client',
    query: 'client_id=client_nobody&redirect_uri=https%3A%2F%2Fevil.example%2F&response_type=code',
  },
  {
    what: 'an unregistered address',
    query:
      'client_id=client_flights&redirect_uri=https%3A%2F%2Fevil.example%2F&response_type=code&scope=openid',
  },
  {
    what: 'an address that only begins like a registered one',
    query:
      'client_id=client_flights&redirect_uri=http%3A%2F%2Flocalhost%3A4300%2Fcallback.evil.example&response_type=code&scope=openid',
  },
];

for (const { what, query } of requests) {
  test(`${what} at /authorize ends in a page with words, not at the address`, async ({
    page,
    house,
  }) => {
    await page.goto(`${house.issuer}/authorize?${query}`);
    expect(new URL(page.url()).origin).toBe(house.issuer);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Signing in is not possible');
    const text = await page.locator('body').innerText();
    expect(text).not.toMatch(/\bat .+:\d+:\d+|node_modules|Error:/);
  });
}
