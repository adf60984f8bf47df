import { globSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { planted, whyUnplantable, type Fault } from './fault.ts';

const packages = ['packages/domain', 'packages/contract', 'packages/client', 'mock-server'];
const files = ['package.json', 'tsconfig.json'];

/** Copies what is tried to a folder of its own, and links the modules that it needs. */
export async function copySources(from: string, to: string): Promise<void> {
  const filter = (path: string) => !['node_modules', 'dist'].includes(basename(path));
  for (const name of packages)
    await cp(join(from, name), join(to, name), { recursive: true, filter });
  for (const name of files) await cp(join(from, name), join(to, name));
  const [theirs, ours] = [join(from, 'node_modules'), join(to, 'node_modules')];
  const own = join(ours, '@tesserakit');
  await mkdir(own, { recursive: true });
  for (const name of packages) await symlink(join(to, name), join(own, basename(name)));
  for (const name of await readdir(theirs)) {
    if (name !== basename(own)) await symlink(join(theirs, name), join(ours, name));
  }
}

/** The test files of a copy, from its root. */
export function testsIn(folder: string): readonly string[] {
  return globSync('{packages/*,mock-server}/src/**/*.test.ts', { cwd: folder }).sort();
}

/** Runs the task while the fault is in place, and takes the fault out again. */
export async function withFault<T>(
  folder: string,
  fault: Fault,
  task: () => Promise<T>,
): Promise<T> {
  const place = join(folder, fault.file);
  const before = await readFile(place, 'utf8').catch(() => undefined);
  const unplantable = whyUnplantable(before, fault);
  if (before === undefined || unplantable !== undefined) throw new Error(unplantable);
  await writeFile(place, planted(before, fault));
  try {
    return await task();
  } finally {
    await writeFile(place, before);
  }
}
