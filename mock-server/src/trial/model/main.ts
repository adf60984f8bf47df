/**
 * Tries the directory with random commands, and holds it to its rules after each. `MODEL_COMMANDS`
 * says how many, `MODEL_SEED` where to begin; with `MODEL_PATH` and `MODEL_REPLAY`, as a failure
 * prints them, the commands that failed are run again.
 */
import { kinds } from './kinds.ts';
import { runModel } from './run.ts';
import { Tally } from './tally.ts';

/** From so many commands on, each kind has to have been accepted and refused. */
const enough = 50_000;

const {
  MODEL_COMMANDS: commands = '100000',
  MODEL_SEED: seed = '1',
  MODEL_PATH: path,
  MODEL_REPLAY: replayPath,
} = process.env;

const tally = new Tally();
const begin = performance.now();
try {
  await runModel(Number(commands), { seed: Number(seed), path, replayPath }, tally);
  console.log(String(tally));
  const missing = tally.total >= enough ? tally.missing(kinds) : [];
  for (const line of missing) console.error(line);
  if (missing.length > 0) process.exitCode = 1;
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
const seconds = ((performance.now() - begin) / 1000).toFixed(1);
console.log(
  `${tally.total} commands of ${kinds.length} kinds from seed ${seed} on, in ${seconds} s`,
);
