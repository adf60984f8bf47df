import { defineConfig } from '@playwright/test';
import { browserFlags, findBrowser } from './browser.ts';

export default defineConfig({
  testDir: '..',
  testMatch: ['e2e/*.spec.ts', 'stories/*.spec.ts'],
  outputDir: '../test-results/journeys',
  fullyParallel: true,
  forbidOnly: !!process.env['CI'],
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '../test-results/journeys.json' }]],
  use: {
    // Worker processes read this file again; they shall not search again.
    launchOptions: {
      executablePath: (process.env['CHROME_PATH'] ??= findBrowser()),
      args: browserFlags,
    },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
});
