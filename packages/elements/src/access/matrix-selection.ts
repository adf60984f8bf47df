import type { Block, Extent, Spot } from './matrix-blocks.js';

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
