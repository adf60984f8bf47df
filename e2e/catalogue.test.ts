import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const root = join(import.meta.dirname, '..');
const catalogue = readFileSync(join(root, 'docs/security.md'), 'utf8');
const groups: Readonly<Record<string, number>> = {
  T: 20,
  P: 32,
  I: 26,
  D: 19,
  F: 23,
  O: 23,
  W: 39,
  E: 15,
  S: 16,
};

/** The ids in the titles of tests: `it('T01 …')`, `it('T01, T16: …')`. */
function named(source: string): string[] {
  return [...source.matchAll(/\b(?:it|test)(?:\.each\([^)]*\))?\(\s*(['"`])([\s\S]*?)\1/g)].flatMap(
    ([, , title = '']) => title.match(/\b[A-Z]\d\d\b/g) ?? [],
  );
}

const files = globSync('{packages,mock-server,e2e,stories}/**/*.{test,spec}.ts', {
  cwd: root,
  exclude: ['**/node_modules/**', '**/dist/**'],
});
const tested = new Set(files.flatMap((file) => named(readFileSync(join(root, file), 'utf8'))));
const rows = [...catalogue.matchAll(/^\| ([A-Z]\d\d) .*$/gm)];
const ids = rows.map(([, id = '']) => id);
/** Those of which the row says why there is nothing to test. */
const excused = rows
  .filter(([row]) => /\| (cannot apply|not there yet): /.test(row))
  .map(([, id = '']) => id);

describe('the catalogue of attacks and faults', () => {
  for (const [group, count] of Object.entries(groups)) {
    it(`numbers its group ${group} without a gap`, () => {
      const numbers = ids.filter((id) => id.startsWith(group)).map((id) => Number(id.slice(1)));
      assert.deepEqual(
        numbers,
        Array.from({ length: count }, (_, index) => index + 1),
      );
    });
  }

  it('has a test that names each id', () => {
    const without = ids.filter((id) => !tested.has(id) && !excused.includes(id));
    assert.deepEqual(without, [], `${without.length} without a test`);
  });

  it('excuses few, and none that has a test', () => {
    assert.deepEqual([...excused].sort(), ['S07', 'S11', 'S15', 'W35']);
    assert.deepEqual(
      excused.filter((id) => tested.has(id)),
      [],
    );
  });
});

describe('named', () => {
  it('reads ids from titles of tests, and from nothing else', () => {
    assert.deepEqual(named(`it('Z01 does', () => {}); it("Z02, Z03: do"`), ['Z01', 'Z02', 'Z03']);
    assert.deepEqual(named('// Z01\nconst text = "Z02"; describe(\'Z03\''), []);
  });
});
