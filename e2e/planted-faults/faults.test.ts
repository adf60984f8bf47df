import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { failedTest } from './check.ts';
import { expectedCatcher, planted, whyUnplantable, type Fault } from './fault.ts';
import { faults } from './faults.ts';
import { checksFor } from './trial.ts';

const root = join(import.meta.dirname, '..', '..');

function textOf({ file }: Pick<Fault, 'file'>): string | undefined {
  const place = join(root, file);
  return existsSync(place) ? readFileSync(place, 'utf8') : undefined;
}

const fault: Fault = {
  says: 'a limit is one too high',
  file: 'packages/domain/src/limits.ts',
  find: 'used >= limit',
  replace: 'used > limit',
};

describe('the table of planted faults', () => {
  it('has at least sixty, no two alike', () => {
    assert.ok(faults.length >= 60, `${faults.length} faults`);
    assert.equal(new Set(faults.map(({ says }) => says)).size, faults.length);
    const edits = faults.map((one) => planted(textOf(one) ?? '', one));
    assert.equal(new Set(edits).size, faults.length);
  });

  it('finds the text of each once, and changes it', () => {
    for (const one of faults) {
      assert.equal(whyUnplantable(textOf(one), one), undefined, one.says);
      assert.notEqual(one.find, one.replace, one.says);
    }
  });

  it('expects each to be caught by a test that is there', () => {
    const nowhere = faults.map(expectedCatcher).filter((file) => textOf({ file }) === undefined);
    assert.deepEqual(nowhere, []);
  });
});

describe('whyUnplantable', () => {
  it('tells a text that is gone or stands more than once, and a file that is gone', () => {
    assert.equal(whyUnplantable('if (used >= limit)', fault), undefined);
    assert.match(whyUnplantable('if (used > limit)', fault) ?? '', /0 times/);
    assert.match(whyUnplantable('used >= limit, used >= limit', fault) ?? '', /2 times/);
    assert.match(whyUnplantable(undefined, fault) ?? '', /limits\.ts is gone/);
  });
});

describe('planted', () => {
  it('puts the text in as it is', () => {
    assert.equal(planted('a; b', { ...fault, find: 'a', replace: '$& $1' }), '$& $1; b');
  });
});

describe('checksFor', () => {
  it('begins where the fault is expected, and ends with what takes long', () => {
    const beside = 'packages/domain/src/limits.test.ts';
    const other = 'mock-server/src/body.test.ts';
    const long = 'mock-server/src/handlers/openapi.test.ts';
    const files = checksFor(fault, [other, long, beside]).map(({ file }) => file);
    assert.deepEqual(files.slice(0, 2), [beside, other]);
    assert.equal(files.filter((file) => file === long).length, 1);
    assert.equal(checksFor({ ...fault, caughtBy: long }, [other, long])[0]?.file, long);
  });
});

describe('failedTest', () => {
  it('is the innermost of those that failed, in its own words', () => {
    const tap = `TAP version 13
    # Subtest: keeps \\#1
    not ok 1 - keeps \\#1
      ---
      duration_ms: 1.2
      ...
not ok 1 - the list
`;
    assert.equal(failedTest(tap), 'keeps #1');
  });

  it('is none while everything passes', () => {
    assert.equal(failedTest('ok 1 - is not ok 2 - at all\n'), undefined);
  });
});
