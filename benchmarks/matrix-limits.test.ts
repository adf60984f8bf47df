import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { overMatrixLimits } from './matrix-limits.ts';
import type { Row } from './row.ts';

const row = (subject: string, metric: string, value: number, ratio?: number): Row => ({
  bench: 'matrix',
  subject,
  metric,
  value,
  unit: '',
  ...(ratio !== undefined && { ratio, ratioTo: 'floor' }),
});

const good = [
  row('floor', 'heap', 1),
  row('tessera', 'heap', 3),
  row('tessera', 'blank', 0),
  row('tessera', 'first-paint-cpu', 50, 1.2),
  row('tessera', 'vertical-cpu', 5, 0.6),
  row('tessera', 'horizontal-cpu', 5, 0.7),
  row('tessera', 'diagonal-cpu', 5, 1),
];

describe('overMatrixLimits', () => {
  it('has nothing to say of a matrix within its limits', () => {
    assert.deepEqual(overMatrixLimits(good), []);
  });

  it('names what is above its limit, and what was not measured', () => {
    const [floor, ...others] = good;
    const heavy = [floor!, row('tessera', 'heap', 42), ...others.slice(1, -1)];
    assert.equal(overMatrixLimits(heavy).length, 2);
    const slow = good.map((one) => (one.metric === 'vertical-cpu' ? { ...one, ratio: 1.6 } : one));
    assert.deepEqual(overMatrixLimits(slow), [
      'The vertical-cpu of the matrix is 1.6 × the floor, above 1.2',
    ]);
    const blank = good.map((one) => (one.metric === 'blank' ? { ...one, value: 2 } : one));
    assert.equal(overMatrixLimits(blank).length, 1);
  });
});
