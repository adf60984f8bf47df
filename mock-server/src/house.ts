import { newConditions, type Conditions } from './dev/conditions.ts';
import type { Keeping } from './kept/keeping.ts';
import { seedNamed } from './seeds/index.ts';
import { restore, type Snapshot } from './snapshot.ts';
import { createWorld, type World, type WorldOptions } from './world.ts';

/** What is played: a seed by its name, and the seed of the source of ids, 1 unless told otherwise. */
export interface Scenario {
  readonly name: string;
  readonly random?: number | undefined;
}

/**
 * A place for one world at a time. Whoever speaks to its server keeps doing so while the world
 * inside is replaced.
 */
export interface House {
  /** The world that is in now; another one after each {@link House.play}. */
  readonly world: World;
  readonly scenario: Required<Scenario>;
  /** How the server behaves beside what it is asked. */
  readonly conditions: Conditions;
  /**
   * Begins a scenario anew, without anything of what was before: data, sessions, keys, clock,
   * faults. Requests that are held back are let go. Without a scenario, the same again.
   *
   * @throws RangeError that lists the names, for any other; nothing is replaced.
   */
  play(scenario?: Scenario): void;
  /** Goes on with a world that was written down elsewhere; what else is here stays as it is. */
  moveIn(scenario: Scenario, snapshot: Snapshot): void;
  /** Present where the world outlives the house. */
  readonly keeping?: Keeping;
}

/**
 * Opens a house with a scenario; the options hold for every world in it.
 *
 * @throws RangeError that lists the names, for a scenario that does not exist.
 */
export function openHouse(beginning: Scenario, options: Omit<WorldOptions, 'random'> = {}): House {
  const enter = ({ name, random = 1 }: Scenario) => ({
    scenario: { name, random },
    world: createWorld(seedNamed(name), { ...options, random }),
    conditions: newConditions(random),
  });
  let inside = enter(beginning);
  return {
    get world() {
      return inside.world;
    },
    get scenario() {
      return inside.scenario;
    },
    get conditions() {
      return inside.conditions;
    },
    play: (scenario = inside.scenario) => {
      const before = inside;
      inside = enter(scenario);
      before.conditions.end();
    },
    moveIn: ({ name, random = 1 }, snapshot) => {
      restore(inside.world, snapshot);
      inside = { ...inside, scenario: { name, random } };
    },
  };
}
