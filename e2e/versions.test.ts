import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly workspaces?: readonly string[];
  readonly dependencies?: Record<string, string>;
  readonly peerDependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
}

const root = join(import.meta.dirname, '..');
const manifestIn = async (folder: string) =>
  JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8')) as Manifest;

const house = await manifestIn('.');
const folders = globSync(house.workspaces?.map((folder) => `${folder}/package.json`) ?? [], {
  cwd: root,
}).map(dirname);
const workspaces = await Promise.all(folders.map(manifestIn));
const own = new Map(workspaces.map(({ name, version }) => [name, version]));

/** Whether a version lies within `^1.2.3`, `>=1`, or is the very one. */
function lies(version: string, range: string): boolean {
  const [wanted = [], given = []] = [range, version].map((text) =>
    text.replace(/^\D*/, '').split('.').map(Number),
  );
  const firstDifference = given.findIndex((part, index) => part !== (wanted[index] ?? 0));
  const above = firstDifference === -1 || given[firstDifference]! > (wanted[firstDifference] ?? 0);
  if (range.startsWith('>=')) return above;
  if (range.startsWith('^')) {
    const fixed = wanted.findIndex((part) => part > 0);
    return above && wanted.slice(0, fixed + 1).every((part, index) => part === given[index]);
  }
  return firstDifference === -1;
}

describe('the versions', () => {
  for (const { name, dependencies, peerDependencies } of workspaces) {
    it(`that ${name} accepts include the ones that are tested`, () => {
      for (const [wanted, range] of Object.entries({ ...dependencies, ...peerDependencies })) {
        const version = own.get(wanted) ?? house.devDependencies?.[wanted];
        assert.ok(version, `${wanted} has no version in the first package.json`);
        assert.ok(lies(version, range), `${wanted} ${version} is not within ${range}`);
      }
    });
  }

  it('stand in one place: no workspace has development dependencies of its own', () => {
    for (const { name, devDependencies } of workspaces) {
      assert.equal(devDependencies, undefined, name);
    }
  });

  it('are exact in the first package.json', () => {
    for (const version of Object.values(house.devDependencies ?? {})) {
      assert.match(version, /^(npm:typescript@)?\d+\.\d+\.\d+$/);
    }
  });
});

describe('package-lock.json', () => {
  it('names no registry, so that it serves behind any mirror', async () => {
    const text = await readFile(join(root, 'package-lock.json'), 'utf8');
    assert.doesNotMatch(text, /"resolved": "http/);
  });
});
