import { expect, test as base } from '@playwright/test';
import { start, type Started } from '../examples/start.ts';

/**
 * A house for the journeys: a directory with its sign-in pages, and the example application in front
 * of it, on free ports. One for each worker, with what `npm run build` has built; its world is
 * shared by the journeys of the worker, so a journey that changes it begins with its own people.
 */
export const test = base.extend<object, { house: Started }>({
  house: [
    // Playwright insists on a destructured first parameter.
    async ({}, use) => {
      const house = await start({ mockPort: 0, applicationPort: 0, built: true });
      await use(house);
      await house.close();
    },
    { scope: 'worker' },
  ],
});

export { expect };
