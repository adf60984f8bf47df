/** How many tests a stage ran, and how they ended. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const oneFailed: Tally = { passed: 0, failed: 1, skipped: 0 };
export const onePassed: Tally = { passed: 1, failed: 0, skipped: 0 };

/** All of them together. */
export function sum(tallies: readonly Tally[]): Tally {
  const of = (kind: keyof Tally) => tallies.reduce((total, tally) => total + tally[kind], 0);
  return { passed: of('passed'), failed: of('failed'), skipped: of('skipped') };
}

/** The last line of the test command. */
export function lineOf({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** A stage that found no test at all has lost them somewhere: that counts as one failure. */
export function neverEmpty(tally: Tally): Tally {
  return tally.passed + tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}
