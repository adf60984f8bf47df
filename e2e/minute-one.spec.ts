import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';

const root = new URL('../', import.meta.url);

test('the snippet of the README shows a living directory, from any static server', async ({
  page,
}) => {
  const readme = await readFile(new URL('README.md', root), 'utf8');
  const snippet = /```html\n([\s\S]*?)```/.exec(readme)?.[1];
  const address = /https:\/\/cdn\S+?\/@tesserakit\/elements@[^/]+\//.exec(snippet ?? '')?.[0];
  expect(address, 'the snippet loads the kit from a CDN').toBeDefined();
  const html = snippet?.replace(address ?? '', '/') ?? '';

  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    if (path === '/') return response.setHeader('Content-Type', 'text/html').end(html);
    readFile(new URL(`packages/elements${path}`, root)).then(
      (file) => response.setHeader('Content-Type', 'text/javascript').end(file),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  try {
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await expect(page.getByText('Demo data')).toBeVisible();
    await expect(page.getByRole('button', { name: /Switch organization/ })).toBeVisible();
    await expect(page.getByRole('table').getByText('admin@borealis.example')).toBeVisible();
  } finally {
    server.close();
  }
});
