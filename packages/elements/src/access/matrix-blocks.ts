/** A place in the grid; row 0 and column 0 are the heads. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

/** How many rows and columns there are, without the heads. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

/** Cells from one corner to the other, both of them included, counted from 1. */
export interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly start: number;
  readonly end: number;
}

export function isWithin({ top, bottom, start, end }: Block, { row, column }: Spot): boolean {
  return row >= top && row <= bottom && column >= start && column <= end;
}

/** Whether a cell is selected. */
export function isSelected(blocks: readonly Block[], spot: Spot): boolean {
  for (const block of blocks) if (isWithin(block, spot)) return true;
  return false;
}

/** Where a person is in the grid, and what they have selected. */
export interface GridState {
  /** The one cell that has the tab stop. */
  readonly at: Spot;
  readonly selected: readonly Block[];
  /** Where the last block begins, while it can be extended. */
  readonly anchor?: Spot | undefined;
}

export const firstState: GridState = { at: { row: 1, column: 1 }, selected: [] };

/** The nearest place that there is. */
export function inside({ row, column }: Spot, { rows, columns }: Extent): Spot {
  return {
    row: Math.max(0, Math.min(rows, row)),
    column: Math.max(0, Math.min(columns, column)),
  };
}

/** The state in a grid of another size: whoever stood beyond its end stands at the end. */
export function within({ at, selected, anchor }: GridState, size: Extent): GridState {
  const kept = selected.filter(({ bottom, end }) => bottom <= size.rows && end <= size.columns);
  return { at: inside(at, size), selected: kept, anchor: kept.length > 0 ? anchor : undefined };
}
