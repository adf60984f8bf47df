import { defaultSeed } from './default.ts';
import { empty } from './empty.ts';
import type { Seed } from './seed.ts';

/** The scenarios, by name. */
export const seeds = { default: defaultSeed, empty } as const satisfies Record<string, Seed>;

export type SeedName = keyof typeof seeds;

/**
 * The scenario of that name.
 *
 * @throws RangeError that lists the names, for any other.
 */
export function seedNamed(name: string): Seed {
  if (!Object.hasOwn(seeds, name)) {
    const names = Object.keys(seeds).join(', ');
    throw new RangeError(`There is no seed "${name}". Choose one of: ${names}.`);
  }
  return seeds[name as SeedName];
}
