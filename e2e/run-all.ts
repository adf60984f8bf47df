/** `npm test [-- --only unit,components]`: all stages, whatever becomes of one; the last line has the sums. */
import { parseArgs } from 'node:util';
import { stages } from './stages.ts';
import { lineOf, neverEmpty, oneFailed, sum, type Tally } from './tally.ts';

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const wanted = values.only?.split(',').map((name) => name.trim());
const unknown = wanted?.find((name) => !stages.some((stage) => stage.name === name));
if (unknown !== undefined) {
  console.error(
    `There is no stage "${unknown}". There are: ${stages.map((s) => s.name).join(', ')}.`,
  );
  process.exit(1);
}

const tallies: Tally[] = [];
const summary: string[] = [];
for (const { name, title, run } of stages) {
  if (wanted && !wanted.includes(name)) continue;
  console.log(`\n── ${title} ──`);
  const begin = performance.now();
  const tally = neverEmpty(
    await run().catch((error: unknown) => {
      console.error(error);
      return oneFailed;
    }),
  );
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  summary.push(`${name.padEnd(12)}${`${seconds} s`.padStart(8)}   ${lineOf(tally)}`);
  console.log(`\n${title}: ${lineOf(tally)} (${seconds} s)`);
  tallies.push(tally);
}

const all = sum(tallies);
console.log(`\n${summary.join('\n')}\n`);
process.exitCode = all.failed > 0 ? 1 : 0;
// Written last and at once, so that nothing that a stage left behind can follow it.
process.stdout.write(`${lineOf(all)}\n`, () => process.exit());
