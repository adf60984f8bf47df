import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lineOf, neverEmpty, onePassed, sum } from './tally.ts';

describe('the last line of the test command', () => {
  it('gives the sums over all stages', () => {
    const unit = { passed: 120, failed: 1, skipped: 0 };
    assert.equal(lineOf(sum([onePassed, unit])), '121 passed, 1 failed');
  });

  it('names skipped tests only when there are some', () => {
    assert.equal(lineOf({ passed: 3, failed: 0, skipped: 2 }), '3 passed, 0 failed, 2 skipped');
  });

  it('does not let a stage pass that ran nothing', () => {
    assert.equal(lineOf(neverEmpty({ passed: 0, failed: 0, skipped: 0 })), '0 passed, 1 failed');
    assert.equal(lineOf(neverEmpty(onePassed)), '1 passed, 0 failed');
  });
});
