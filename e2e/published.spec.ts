import { execFile } from 'node:child_process';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { libraries } from '../build.ts';

const root = join(import.meta.dirname, '..');
interface Manifest {
  readonly name: string;
  readonly exports: Record<string, string | Record<string, string>>;
}

const manifests = await Promise.all(
  libraries.map(async (folder) => {
    const text = await readFile(join(root, folder, 'package.json'), 'utf8');
    return { folder, ...(JSON.parse(text) as Manifest) };
  }),
);

for (const { folder, name, exports } of manifests) {
  test(`${name} as it is published has every file that it offers`, async () => {
    for (const target of Object.values(exports)) {
      const files = typeof target === 'string' ? [target] : [target['types'], target['default']];
      for (const file of files) await access(join(root, folder, file ?? ''));
    }
  });
}

test('what has no screen is ready for Node as it is published', async () => {
  const modules = manifests
    .filter(({ name }) => !/elements|login/.test(name))
    .flatMap(({ name, exports }) => Object.keys(exports).map((entry) => name + entry.slice(1)))
    .filter((module) => !module.endsWith('.json'));
  const script = modules.map((module) => `await import('${module}');`).join('');
  // Without the condition under which this repository reads its own sources.
  const { NODE_OPTIONS: _, ...env } = process.env;
  const words = ['--input-type=module', '--eval', script];
  await promisify(execFile)(process.execPath, words, { cwd: root, env });
  expect(modules.length).toBeGreaterThan(5);
});
