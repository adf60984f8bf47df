import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Row } from './row.ts';
import { budgets, overBudget } from './sizes.ts';

const atBudget: Row[] = Object.entries(budgets).flatMap(([subject, limits]) =>
  Object.entries(limits).map(([metric, value]) => {
    return { bench: 'sizes', subject, metric, value, unit: 'B' };
  }),
);

describe('overBudget', () => {
  it('is content with what is exactly at its budget', () => {
    assert.deepEqual(overBudget(atBudget), []);
  });

  it('names what is a byte above', () => {
    const [first, ...others] = atBudget;
    const heavier = { ...first!, value: first!.value + 1 };
    assert.deepEqual(overBudget([heavier, ...others]), [
      `${heavier.subject} weighs ${heavier.value} B; its budget is ${heavier.value - 1} B`,
    ]);
  });

  it('does not take a missing figure for a good one', () => {
    assert.match(overBudget(atBudget.slice(1)).join(), /was not measured/);
  });
});
