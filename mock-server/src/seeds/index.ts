import { defaultSeed } from './default.ts';
import { diagram } from './diagram.ts';
import { empty } from './empty.ts';
import { hostile } from './hostile.ts';
import { large } from './large.ts';
import { withManyMembers } from './many-members.ts';
import type { Seed } from './seed.ts';

/** The scenarios, by name. */
export const seeds = {
  default: defaultSeed,
  empty,
  diagram,
  get large() {
    return large();
  },
  hostile,
  /** `default`, with enough people in Borealis to look like an organization at work. */
  get demo() {
    return withManyMembers(defaultSeed, 'org_borealis', 40);
  },
} as const satisfies Record<string, Seed>;

export type SeedName = keyof typeof seeds;

/** Their names. */
export const seedNames = Object.keys(seeds) as readonly SeedName[];

/**
 * The scenario of that name.
 *
 * @throws RangeError that lists the names, for any other.
 */
export function seedNamed(name: string): Seed {
  if (!isSeedName(name)) {
    throw new RangeError(`There is no seed "${name}". Choose one of: ${seedNames.join(', ')}.`);
  }
  return seeds[name];
}

export function isSeedName(name: string): name is SeedName {
  return Object.hasOwn(seeds, name);
}
