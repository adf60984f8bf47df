import type { House } from '../house.ts';
import { keepingOf, type Keeping } from './keeping.ts';
import type { Shelf } from './shelf.ts';

/** A house whose world outlives it. */
export interface KeptHouse extends House {
  readonly keeping: Keeping;
  /** Begins the scenario anew, here and wherever else the same world is kept. */
  reset(): Promise<void>;
}

/** Keeps the world of a house on a shelf; what is there already takes its place. */
export function keepHouse(house: House, shelf: Shelf): KeptHouse {
  const keeping = keepingOf(house, shelf);
  return Object.assign(house, {
    keeping,
    reset: () =>
      keeping.write(async () => {
        house.play();
      }),
  });
}
