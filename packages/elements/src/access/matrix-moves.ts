import { isSelected, type Block, type Spot } from './matrix-blocks.js';
import type { MatrixGrid } from './matrix-grid.js';
import { pressed, type Key } from './matrix-keys.js';
import { blockOf, toggled } from './matrix-selection.js';

/** What somebody who clicks holds down. */
export interface ClickHow {
  readonly extends: boolean;
  readonly adds: boolean;
}

/** What keys and clicks do in the grid. */
export class MatrixMoves {
  readonly #grid: MatrixGrid;

  constructor(grid: MatrixGrid) {
    this.#grid = grid;
  }

  /** @returns whether the key is one of the grid's, which nobody else has to see then. */
  press(key: Key): boolean {
    const grid = this.#grid;
    const answer = pressed(grid.state, key, { ...grid.extent, page: grid.page, rtl: grid.isRtl });
    if (!answer || answer.wish === 'leave') return false;
    grid.become(answer.state);
    if (answer.wish) grid.wish(answer.wish);
    return true;
  }

  click(spot: Spot, how: ClickHow): void {
    const grid = this.#grid;
    const { at, selected, anchor } = grid.state;
    const isHead = spot.row === 0 || spot.column === 0;
    if (how.extends) {
      const from = anchor ?? at;
      const others = anchor ? selected.slice(0, -1) : selected;
      const block = blockOf(from, spot, grid.extent);
      grid.become({ at: spot, anchor: from, selected: [...others, block] });
    } else if (isHead || how.adds) {
      const block = blockOf(spot, spot, grid.extent);
      grid.become({ at: spot, selected: toggled(selected, block) });
    } else {
      grid.become({ at: spot, selected: isSelected(selected, spot) ? selected : [] });
      grid.wish('open');
    }
  }

  select(selected: readonly Block[]): void {
    this.#grid.become({ at: this.#grid.state.at, selected });
  }

  /** What a change is about: all that is selected, where the person stands in it; else where they stand. */
  get blocks(): readonly Block[] {
    const { state, extent } = this.#grid;
    const { at, selected } = state;
    const isOutside =
      selected.length === 0 || (at.row > 0 && at.column > 0 && !isSelected(selected, at));
    return isOutside ? [blockOf(at, at, extent)] : selected;
  }
}
