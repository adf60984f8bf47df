/**
 * `npm run faults [-- --only 12|text] [-- --list]`: plants each fault of the tables in a copy of the
 * sources and tells which test catches it. Fails when one is not caught.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCheck, type Check } from './check.ts';
import { copySources, testsIn } from './copy.ts';
import type { Fault } from './fault.ts';
import { faults } from './faults.ts';
import { shortChecks, tryFault, type Verdict } from './trial.ts';

const root = join(import.meta.dirname, '..', '..');
const workers = 2;

const { values } = parseArgs({
  options: { only: { type: 'string' }, list: { type: 'boolean', default: false } },
});
const chosen = faults.filter((fault) => values.only === undefined || isMeant(fault, values.only));
const numberOf = (fault: Fault) => String(faults.indexOf(fault) + 1).padStart(3);

function isMeant(fault: Fault, text: string): boolean {
  if (/^\d+$/.test(text)) return fault === faults[Number(text) - 1];
  return `${fault.file} ${fault.says}`.includes(text);
}

if (chosen.length === 0) {
  console.error(`There is no fault "${values.only}". See --list.`);
  process.exitCode = 1;
} else if (values.list) {
  for (const fault of chosen) console.log(`${numberOf(fault)}  ${fault.file}: ${fault.says}`);
} else {
  const place = await mkdtemp(join(tmpdir(), 'tessera-faults-'));
  try {
    await plantAll(place);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

async function plantAll(place: string): Promise<void> {
  const unchanged = join(place, 'unchanged');
  const copies = Array.from({ length: workers }, (_, worker) => join(place, String(worker)));
  for (const folder of [unchanged, ...copies]) await copySources(root, folder);
  const passes = once((check) => runCheck(unchanged, check).then(({ kind }) => kind === 'passed'));
  if (values.only === undefined) {
    console.log('The tests, with nothing planted:');
    const checks = shortChecks(testsIn(unchanged));
    const failing: string[] = [];
    await eachOf(checks, async (check) => {
      if (!(await passes(check))) failing.push(check.file);
    });
    console.log(
      failing.length > 0 ? `${failing.join('\n')}\nThese fail as they are.\n` : 'pass.\n',
    );
    process.exitCode = failing.length > 0 ? 1 : 0;
    if (failing.length > 0) return;
  }
  const verdicts: Verdict[] = [];
  await eachOf(chosen, async (fault, worker) => {
    const verdict = await tryFault(copies[worker]!, fault, passes);
    verdicts.push(verdict);
    console.log(lineOf(verdict));
  });
  const caught = verdicts.filter((verdict) => verdict.caught).length;
  if (caught < chosen.length) process.exitCode = 1;
  console.log(`\n${caught} of ${chosen.length} caught`);
}

/** Does a task for each item, as many at a time as there are workers. */
async function eachOf<T>(
  items: readonly T[],
  task: (item: T, worker: number) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  const work = async (_: unknown, worker: number) => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
      await task(item, worker);
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
}

/** Asks for each check once. */
function once(ask: (check: Check) => Promise<boolean>): (check: Check) => Promise<boolean> {
  const known = new Map<string, Promise<boolean>>();
  return (check) => {
    const answer = known.get(check.file) ?? ask(check);
    known.set(check.file, answer);
    return answer;
  };
}

function lineOf({ fault, caught, trouble, seconds }: Verdict): string {
  const head = `${numberOf(fault)} ${seconds.toFixed(1).padStart(6)} s  ${fault.file}: ${fault.says}`;
  if (!caught)
    return `${head}\n              NOT CAUGHT${trouble === undefined ? '' : ` (${trouble})`}`;
  return `${head}\n              ${caught.file}: ${caught.title}`;
}
