import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { overPickerLimits } from './picker.ts';
import type { Row } from './row.ts';

const row = (metric: string, value: number, ratio?: number): Row => ({
  ...{ bench: 'picker', subject: '100000', metric, value, unit: '' },
  ...(ratio !== undefined && { ratio, ratioTo: '10' }),
});

describe('overPickerLimits', () => {
  it('is content with what is within the limits', () => {
    assert.deepEqual(overPickerLimits([row('first-option', 40, 1.9), row('options', 21)]), []);
  });

  it('names a slow first option, and too many options', () => {
    const slow = overPickerLimits([row('first-option', 40, 2.1), row('options', 21)]);
    assert.match(slow.join(), /2\.1 times/);
    const large = overPickerLimits([row('first-option', 40, 1), row('options', 61)]);
    assert.match(large.join(), /61 options/);
  });

  it('misses figures that are not there', () => {
    assert.equal(overPickerLimits([row('options', 21)]).length, 1);
  });
});
