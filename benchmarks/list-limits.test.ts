import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { overLimits } from './list-limits.ts';
import type { Row } from './row.ts';

const row = (subject: string, metric: string, value: number): Row => {
  return { bench: 'lists', subject: `${subject} tessera`, metric, value, unit: '' };
};
const good = [
  row('1000', 'nodes', 1900),
  row('100000', 'nodes', 1940),
  row('100000', 'heap', 0.4),
  row('100000', 'blank', 0),
  row('1000000', 'last-reached', 1),
];

describe('overLimits', () => {
  it('is content with what is within the limits', () => {
    assert.deepEqual(overLimits(good), []);
  });

  it('names each figure that is worse', () => {
    for (const [place, value] of [
      [1, 5000],
      [2, 4.1],
      [3, 1.7],
      [4, 0],
    ] as const) {
      assert.equal(overLimits(good.with(place, { ...good[place]!, value })).length, 1);
    }
  });

  it('does not take a missing figure for a good one', () => {
    assert.equal(overLimits([]).length, 4);
  });
});
