import { expect, test } from '@playwright/test';
import { routes, type Operation } from '@tesserakit/contract';
import { legalAnswer } from '../mock-server/src/trial/legal-answer.ts';
import { overPort } from '../mock-server/src/trial/over-port.ts';
import { servePage } from './served-page.ts';

test('every route answers alike in a service worker, in the page and behind a port (inv-48)', async ({
  page,
}, { outputDir }) => {
  const { address, close } = await servePage('parity', outputDir);
  try {
    await page.goto(address);
    await page.waitForFunction(() => 'answers' in window);
    const inWorker = await page.evaluate(() => window.answers('worker'));
    const inPage = await page.evaluate(() => window.answers('page'));
    expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    for (const operation of Object.keys(routes) as Operation[]) {
      const answer = await legalAnswer(operation, overPort);
      expect.soft(answer.status, operation).toBe(200);
      expect.soft(inWorker[operation], operation).toEqual(answer);
      expect.soft(inPage[operation], operation).toEqual(answer);
    }
  } finally {
    await close();
  }
});
