import type { Asker } from '../arena.ts';
import type { Hand } from '../hand.ts';

export type Parameters = Readonly<Record<string, string>>;

/** How a request of one operation is drawn, beyond what its path says. */
export interface Draft {
  /** How often it is drawn beside the others; 2 for a write and 1 for a read without. */
  readonly weight?: number;
  readonly asker?: (hand: Hand, parameters: Parameters) => Asker;
  /** Other parameters than those that are drawn by their names. */
  readonly parameters?: (hand: Hand, parameters: Parameters) => Parameters;
  readonly query?: (hand: Hand, parameters: Parameters) => Parameters;
  readonly body?: (hand: Hand, parameters: Parameters) => unknown;
}

/** One for every operation of a noun, so that a new route does not compile without. */
export type Drafts<Routes> = Readonly<Record<keyof Routes, Draft>>;

/** Mostly there, sometimes left out. */
export function perhaps(hand: Hand, percent: number, some: () => object): object {
  return hand.chance(percent) ? some() : {};
}
