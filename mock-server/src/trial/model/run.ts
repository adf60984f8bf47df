import fc from 'fast-check';
import { openArena, type Arena } from './arena.ts';
import { handOf } from './hand.ts';
import { kinds as allKinds, type Kind } from './kinds.ts';
import type { Tally } from './tally.ts';

/** The most commands on one world. */
const most = 200;
/** From how many numbers the arguments of a command are drawn. */
const draws = 32;
const worldsAtOnce = 10;
/** How long a failure may be made shorter, in milliseconds. */
const patience = 60_000;

/** A command as fast-check runs, shrinks and prints it: a kind, and what its arguments are drawn from. */
class ModelCommand implements fc.AsyncCommand<object, Arena> {
  readonly #kind: Kind;
  readonly #numbers: readonly number[];
  readonly #tally: Tally;

  constructor(kind: Kind, numbers: readonly number[], tally: Tally) {
    this.#kind = kind;
    this.#numbers = numbers;
    this.#tally = tally;
  }

  check(): boolean {
    return true;
  }

  async run(_: object, arena: Arena): Promise<void> {
    const outcome = await this.#kind.run(handOf(arena, this.#numbers));
    if (outcome !== undefined) this.#tally.count(this.#kind.name, outcome);
  }

  toString(): string {
    return `${this.#kind.name}(${this.#numbers.join()})`;
  }
}

/** Where to begin; with a path, that one run of commands and no other. */
export interface Beginning {
  readonly seed: number;
  readonly path?: string | undefined;
  /** Which of the commands of the path were run, as fast-check prints it. */
  readonly replayPath?: string | undefined;
}

/**
 * Runs commands on new worlds until there were so many of them. Throws where a rule is broken, with
 * the fewest commands that were found to break it, and how to run them again.
 */
export async function runModel(
  commands: number,
  { seed, path, replayPath }: Beginning,
  tally: Tally,
  kinds: readonly Kind[] = allKinds,
): Promise<void> {
  const numbers = fc.array(fc.nat({ max: 0xffff }), { minLength: draws, maxLength: draws });
  const drawn = kinds.flatMap((kind) =>
    Array<fc.Arbitrary<ModelCommand>>(kind.weight).fill(
      numbers.map((some) => new ModelCommand(kind, some, tally)),
    ),
  );
  const some = fc.commands(drawn, {
    maxCommands: most,
    size: 'max',
    ...(replayPath !== undefined && { replayPath }),
  });
  const property = fc.asyncProperty(some, fc.nat({ max: 0xffff }), (run, random) =>
    fc.asyncModelRun(() => ({ model: {}, real: openArena(random) }), run),
  );
  for (let at = seed; tally.total < commands; at += 1) {
    const details = await fc.check(property, {
      seed: at,
      numRuns: worldsAtOnce,
      interruptAfterTimeLimit: patience,
      ...(path !== undefined && { path, endOnFailure: true }),
    });
    if (details.failed) throw failureOf(details);
    if (path !== undefined) return;
  }
}

/** What fast-check says of a run that failed. */
interface Failure {
  readonly seed: number;
  readonly counterexample: readonly unknown[] | null;
  readonly counterexamplePath: string | null;
  readonly numShrinks: number;
  readonly errorInstance?: unknown;
}

function failureOf(details: Failure): Error {
  const { seed, counterexample, counterexamplePath, numShrinks, errorInstance } = details;
  const [commands, random] = counterexample ?? [];
  const text = fc.stringify(commands);
  const [, replayPath = ''] = /replayPath="([^"]*)"/.exec(text) ?? [];
  const settings = [
    `MODEL_SEED=${seed}`,
    `MODEL_PATH=${counterexamplePath ?? ''}`,
    `MODEL_REPLAY='${replayPath}'`,
  ];
  return new Error(
    [
      errorInstance instanceof Error ? errorInstance.message : String(errorInstance),
      `After ${text.replace(/ ?\/\*.*\*\//, '')} on world ${fc.stringify(random)}, made shorter ${numShrinks} times.`,
      `Again: ${settings.join(' ')} npm test -- --only model`,
    ].join('\n'),
    { cause: errorInstance },
  );
}
