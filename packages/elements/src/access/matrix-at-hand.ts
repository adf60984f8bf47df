import type { AccessRow } from '@tesserakit/contract';
import {
  spread,
  type AccessAtHand,
  type AccessView,
  type Given,
  type MatrixRows,
} from './matrix-source.js';

/**
 * Members that are all in memory, narrowed here. Nothing is done for each of them before somebody
 * narrows them, nor loaded for it.
 */
export class MatrixAtHand implements MatrixRows {
  readonly #all: readonly AccessRow[];
  readonly #changed: () => void;
  #asked = '{}';
  #found: readonly AccessRow[];

  /** @param changed told when other members are shown. */
  constructor({ members }: AccessAtHand, changed: () => void) {
    this.#changed = changed;
    this.#all = this.#found = members;
  }

  /** Narrows to what a view asks for. */
  look(view: AccessView): void {
    const asked = JSON.stringify(view);
    if (asked === this.#asked) return;
    this.#asked = asked;
    void this.#narrow(view, asked);
  }

  async #narrow(view: AccessView, asked: string): Promise<void> {
    const { matching } = await import('./matrix-narrowing.js');
    if (asked !== this.#asked) return;
    this.#found = matching(this.#all, view);
    this.#changed();
  }

  get total(): number {
    return this.#found.length;
  }

  member(row: number): AccessRow | undefined {
    return this.#found[row];
  }

  fill(row: number, columns: ReadonlyMap<string, number>, into: Given[]): void {
    into.fill(undefined, 0, columns.size);
    const member = this.#found[row];
    if (member) spread(member, columns, into);
  }
}
