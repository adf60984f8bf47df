import { longChecks, runCheck, type Check } from './check.ts';
import { testsIn, withFault } from './copy.ts';
import { expectedCatcher, type Fault } from './fault.ts';

/** What became of a planted fault. */
export interface Verdict {
  readonly fault: Fault;
  /** Where it was caught, and by which test; absent when it was not. */
  readonly caught?: { readonly file: string; readonly title: string };
  /** Why it counts as not caught though something failed. */
  readonly trouble?: string;
  readonly seconds: number;
}

/** Everything that may catch a fault: where it is expected first, what takes long last. */
export function checksFor(fault: Fault, tests: readonly string[]): readonly Check[] {
  const expected = expectedCatcher(fault);
  const all = [...shortChecks(tests), ...longChecks];
  return [
    ...all.filter(({ file }) => file === expected),
    ...all.filter(({ file }) => file !== expected),
  ];
}

/** The checks that do not take long. */
export function shortChecks(tests: readonly string[]): readonly Check[] {
  const long = longChecks.map(({ file }) => file);
  return tests.filter((file) => !long.includes(file)).map((file) => ({ file }));
}

/**
 * Plants faults in a copy and runs its tests until one notices. A test that fails without the fault
 * too proves nothing, and neither does a fault with which a test cannot even begin.
 *
 * @param passes whether a check passes where nothing is planted
 */
export async function tryFault(
  folder: string,
  fault: Fault,
  passes: (check: Check) => Promise<boolean>,
): Promise<Verdict> {
  const begin = performance.now();
  const outcome = await withFault(folder, fault, () => firstToNotice(folder, fault, passes)).catch(
    (error: unknown) => ({ trouble: error instanceof Error ? error.message : String(error) }),
  );
  return { fault, ...outcome, seconds: (performance.now() - begin) / 1000 };
}

async function firstToNotice(
  folder: string,
  fault: Fault,
  passes: (check: Check) => Promise<boolean>,
): Promise<Pick<Verdict, 'caught' | 'trouble'>> {
  for (const check of checksFor(fault, testsIn(folder))) {
    const ending = await runCheck(folder, check);
    if (ending.kind === 'passed') continue;
    const { file } = check;
    if (!(await passes(check))) return { trouble: `${file} fails without the fault too.` };
    if (ending.kind === 'broken') return { trouble: `${file} cannot run: ${ending.why}` };
    return { caught: { file, title: ending.title } };
  }
  return {};
}
