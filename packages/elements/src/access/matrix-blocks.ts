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

/** The cells between two places. A head stands for its whole row or column, the corner for all. */
export function blockOf(from: Spot, to: Spot, { rows, columns }: Extent): Block {
  const whole = { rows: from.row === 0, columns: from.column === 0 };
  return {
    top: whole.rows ? 1 : Math.max(1, Math.min(from.row, to.row)),
    bottom: whole.rows ? rows : Math.max(from.row, to.row),
    start: whole.columns ? 1 : Math.max(1, Math.min(from.column, to.column)),
    end: whole.columns ? columns : Math.max(from.column, to.column),
  };
}

export function isWithin({ top, bottom, start, end }: Block, { row, column }: Spot): boolean {
  return row >= top && row <= bottom && column >= start && column <= end;
}

/** Whether a cell is selected. */
export function isSelected(blocks: readonly Block[], spot: Spot): boolean {
  for (const block of blocks) if (isWithin(block, spot)) return true;
  return false;
}

export function sizeOf({ top, bottom, start, end }: Block): number {
  return Math.max(0, bottom - top + 1) * Math.max(0, end - start + 1);
}

/** How many cells are selected, each counted once. */
export function cellsIn(blocks: readonly Block[]): number {
  return apart(blocks).reduce((sum, block) => sum + sizeOf(block), 0);
}

/** The same cells in blocks that have none in common. */
export function apart(blocks: readonly Block[]): readonly Block[] {
  return blocks.reduce<readonly Block[]>((found, block) => [...without(found, block), block], []);
}

/** What is left of blocks when one is taken out of them. */
export function without(blocks: readonly Block[], taken: Block): readonly Block[] {
  return blocks.flatMap((block) => {
    const top = Math.max(block.top, taken.top);
    const bottom = Math.min(block.bottom, taken.bottom);
    const start = Math.max(block.start, taken.start);
    const end = Math.min(block.end, taken.end);
    if (top > bottom || start > end) return [block];
    const rest = [
      { ...block, bottom: top - 1 },
      { ...block, top: bottom + 1 },
      { ...block, top, bottom, end: start - 1 },
      { ...block, top, bottom, start: end + 1 },
    ];
    return rest.filter((one) => sizeOf(one) > 0);
  });
}

/** Selects a block, or gives it up when all of it is selected. */
export function toggled(blocks: readonly Block[], block: Block): readonly Block[] {
  if (sizeOf(block) === 0) return blocks;
  const left = blocks.reduce<readonly Block[]>((rest, one) => without(rest, one), [block]);
  const others = without(blocks, block);
  return left.length === 0 ? others : [...others, block];
}

/** The least block that holds all of these; `undefined` without any. */
export function around(blocks: readonly Block[]): Block | undefined {
  const [first, ...others] = blocks;
  return (
    first &&
    others.reduce(
      (one, other) => ({
        top: Math.min(one.top, other.top),
        bottom: Math.max(one.bottom, other.bottom),
        start: Math.min(one.start, other.start),
        end: Math.max(one.end, other.end),
      }),
      first,
    )
  );
}
