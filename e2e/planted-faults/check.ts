import { spawn } from 'node:child_process';

/** Something that passes or fails: a test file, or a program whose end tells. */
export interface Check {
  /** From the root of the copy. */
  readonly file: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What failed when the program ends badly; a test file names its tests. */
  readonly title?: string;
}

/** How a check ended. One that fails without the title of a test could not run at all. */
export type Ending =
  | { readonly kind: 'passed' }
  | { readonly kind: 'failed'; readonly title: string }
  | { readonly kind: 'broken'; readonly why: string };

/** These take longer than all others together, so they come last, and with smaller numbers. */
export const longChecks: readonly Check[] = [
  { file: 'mock-server/src/handlers/authorization.test.ts' },
  { file: 'mock-server/src/handlers/openapi.test.ts', env: { OPENAPI_REQUESTS: '3000' } },
  {
    file: 'mock-server/src/trial/model/main.ts',
    env: { MODEL_COMMANDS: '6000' },
    title: 'random commands leave the directory as its rules have it',
  },
  { file: 'mock-server/src/trial/model/properties.test.ts' },
];

const patience = 180_000;

/** Runs a check in a folder; ends with the first test that fails. */
export function runCheck(folder: string, { file, env, title }: Check): Promise<Ending> {
  return new Promise((resolve) => {
    const words = ['--conditions=tessera-source', '--test-reporter=tap', file];
    // A group of its own, so that what a test started ends with it.
    const child = spawn(process.execPath, words, {
      cwd: folder,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let ending: Ending | undefined;
    let told = '';
    const end = (how: Ending) => {
      ending ??= how;
      if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    };
    const timer = setTimeout(
      () => end({ kind: 'broken', why: `takes more than ${patience / 1000} seconds` }),
      patience,
    );
    const listen = (text: string) => {
      told += text;
      const failed = failedTest(told);
      if (failed !== undefined) end({ kind: 'failed', title: failed });
    };
    child.stdout.setEncoding('utf8').on('data', listen);
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      told += text;
    });
    child.on('error', ({ message }) => end({ kind: 'broken', why: message }));
    child.on('close', (code) => {
      clearTimeout(timer);
      if (code === 0) resolve(ending ?? { kind: 'passed' });
      else if (title !== undefined) resolve(ending ?? { kind: 'failed', title });
      else resolve(ending ?? { kind: 'broken', why: lastWords(told) });
    });
  });
}

/** The title of the first test that failed, in the words of TAP: the innermost comes first. */
export function failedTest(tap: string): string | undefined {
  const [, title] = /^\s*not ok \d+ - (.*?)(?: # time=.*)?$(?=\n)/m.exec(tap) ?? [];
  return title?.replace(/\\(.)/g, '$1');
}

function lastWords(told: string): string {
  const lines = told.split('\n').filter((line) => line.trim() !== '');
  return lines.find((line) => /Error/.test(line)) ?? lines.at(-1) ?? 'says nothing';
}
