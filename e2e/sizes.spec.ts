import { expect, test } from '@playwright/test';
import { overBudget, sizes } from '../benchmarks/sizes.ts';

test('a page becomes usable within its budget of scripts', async () => {
  expect(overBudget(await sizes())).toEqual([]);
});
