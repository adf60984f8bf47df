import { mkdir, writeFile } from 'node:fs/promises';
import { defaultReporter } from '@web/test-runner';
import {
  emulateMediaPlugin,
  sendKeysPlugin,
  sendMousePlugin,
  setViewportPlugin,
} from '@web/test-runner-commands/plugins';
import { browserFlags, findBrowser } from './e2e/browser.ts';
import { pooledBrowser } from './e2e/components/pooled-browser.ts';
import { viteServed } from './e2e/components/vite-served.ts';

const runnersOwn = {
  name: 'runners-own',
  enforce: 'pre',
  resolveId: (id) => (id.startsWith('/__web-') ? { id, external: true } : null),
};

const vite = viteServed({
  root: import.meta.dirname,
  cacheDir: 'node_modules/.vite/components',
  plugins: [runnersOwn],
  resolve: { conditions: ['tessera-source', 'module', 'browser', 'development'] },
  optimizeDeps: {
    // What the first look at the tests cannot see would be found in the middle of a run and reload it.
    entries: ['packages/{elements,login}/src/**/*.ts', 'mock-server/src/demo.ts'],
    include: ['@open-wc/testing'],
    exclude: ['@web/test-runner-commands'],
  },
});

/** Leaves the counts where the test command looks for them, and says what could not be loaded. */
const counts = {
  async stop({ sessions }) {
    const tests = sessions.flatMap(({ testResults }) => testsIn(testResults));
    const broken = sessions.filter(({ passed, testResults }) => !passed && !failsIn(testResults));
    const tally = {
      passed: tests.filter(({ passed, skipped }) => passed && !skipped).length,
      failed: tests.filter(({ passed, skipped }) => !passed && !skipped).length + broken.length,
      skipped: tests.filter(({ skipped }) => skipped).length,
    };
    await mkdir('test-results', { recursive: true });
    await writeFile('test-results/components.json', JSON.stringify(tally));
  },
};

function testsIn(suite) {
  return suite ? [...suite.tests, ...suite.suites.flatMap(testsIn)] : [];
}

function failsIn(suite) {
  return testsIn(suite).some(({ passed, skipped }) => !passed && !skipped);
}

export default {
  files: 'packages/{elements,login}/src/**/*.test.ts',
  nodeResolve: false,
  concurrency: 2,
  // A first run also prepares the dependencies, which takes a slow machine a while.
  testsStartTimeout: 120_000,
  testsFinishTimeout: 180_000,
  middleware: [vite.middleware],
  plugins: [
    vite.plugin,
    sendKeysPlugin(),
    sendMousePlugin(),
    setViewportPlugin(),
    emulateMediaPlugin(),
  ],
  browsers: [pooledBrowser(findBrowser(), browserFlags)],
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: process.stdout.isTTY === true }),
    counts,
  ],
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
};
