import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { run as runTests } from 'node:test';
import { dot } from 'node:test/reporters';
import { oneFailed, onePassed, type Tally } from './tally.ts';

export interface Stage {
  /** As `--only` takes it. */
  readonly name: string;
  readonly title: string;
  run(): Promise<Tally>;
}

const root = join(import.meta.dirname, '..');
const sources = '--conditions=tessera-source';

/** Everything that `npm test` does, in order: what fails fastest comes first. */
export const stages: readonly Stage[] = [
  { name: 'types', title: 'Types', run: () => check('typescript7/bin/tsc', '-p', 'tsconfig.json') },
  {
    name: 'lint',
    title: 'ESLint and Prettier',
    run: async () => {
      const eslint = await check('eslint/bin/eslint.js', '.');
      const prettier = await check('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.');
      return eslint.failed + prettier.failed > 0 ? oneFailed : onePassed;
    },
  },
  {
    name: 'openapi',
    title: 'openapi.json is what the routes say',
    run: () => judged(node(sources, 'packages/contract/generate.ts', '--check')),
  },
  { name: 'unit', title: 'Unit tests', run: unitTests },
  {
    name: 'model',
    title: 'The directory held to its rules under random commands',
    run: () => judged(node(sources, 'mock-server/src/trial/model/main.ts')),
  },
  { name: 'components', title: 'Component tests', run: componentTests },
  { name: 'e2e', title: 'Journeys in a browser', run: journeys },
];

async function unitTests(): Promise<Tally> {
  const files = [
    'packages/{domain,contract,client}/src/**/*.test.ts',
    'packages/client-*/src/**/*.test.ts',
    'packages/*/*.test.ts',
    'mock-server/src/**/*.test.ts',
    '{e2e,benchmarks,examples}/**/*.test.ts',
  ].flatMap((pattern) => globSync(pattern, { cwd: root, exclude: ['**/node_modules/**'] }));
  const events = runTests({
    files: files.map((file) => join(root, file)),
    concurrency: 2,
    execArgv: [sources],
  });
  let tally: Tally | undefined;
  events.on('test:summary', ({ file, counts }) => {
    if (file !== undefined) return;
    const skipped = counts.skipped + counts.todo;
    tally = { passed: counts.passed, failed: counts.tests - counts.passed - skipped, skipped };
  });
  for await (const text of events.compose<NodeJS.ReadableStream>(dot)) process.stdout.write(text);
  return tally ?? oneFailed;
}

async function componentTests(): Promise<Tally> {
  return counted('components.json', ['node_modules/@web/test-runner/dist/bin.js']);
}

async function journeys(): Promise<Tally> {
  if ((await node(sources, 'build.ts')) !== 0) return oneFailed;
  const playwright = 'node_modules/@playwright/test/cli.js';
  return counted('journeys.json', [playwright, 'test', '--config=e2e/playwright.config.ts'], {
    NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} ${sources}`.trim(),
  });
}

/** Runs a command that leaves its counts in a file of `test-results`. */
async function counted(file: string, words: readonly string[], env = {}): Promise<Tally> {
  const place = join(root, 'test-results', file);
  await rm(place, { force: true });
  const code = await command(process.execPath, words, env);
  const text = await readFile(place, 'utf8').catch(() => undefined);
  if (text === undefined) return oneFailed;
  const tally = tallyOf(JSON.parse(text) as Report);
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

/** Of Playwright's report, or of our own. */
type Report =
  Tally | { stats: { expected: number; unexpected: number; flaky: number; skipped: number } };

function tallyOf(report: Report): Tally {
  if (!('stats' in report)) return report;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}

function check(script: string, ...words: string[]): Promise<Tally> {
  return judged(node(join('node_modules', script), ...words));
}

async function judged(code: Promise<number>): Promise<Tally> {
  return (await code) === 0 ? onePassed : oneFailed;
}

function node(...words: string[]): Promise<number> {
  return command(process.execPath, words);
}

function command(file: string, words: readonly string[], env = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, words, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
