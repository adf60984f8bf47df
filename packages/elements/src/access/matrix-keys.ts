import { inside, type Block, type Extent, type GridState, type Spot } from './matrix-blocks.js';
import { blockOf, toggled } from './matrix-selection.js';

export interface GridSize extends Extent {
  /** How many rows are seen at a time. */
  readonly page: number;
  readonly rtl: boolean;
}

export interface Key {
  readonly key: string;
  /** Control, or the command key. */
  readonly ctrl: boolean;
  readonly shift: boolean;
}

/** What a key asks for that the grid alone cannot do. */
export type Wish = 'open' | 'withdraw' | 'copy' | 'undo' | 'leave';

export interface Pressed {
  readonly state: GridState;
  readonly wish?: Wish;
}

/**
 * What a key makes of the grid: the APG pattern of grids, with heads that can be reached, Space to
 * select and Shift to extend. `undefined` for a key that is none of the grid's.
 */
export function pressed(state: GridState, key: Key, size: GridSize): Pressed | undefined {
  const wish = wishOf(state, key);
  if (wish) return { state, wish };
  const to = moved(state.at, key, size);
  if (to)
    return {
      state: key.shift ? extended(state, to, size) : { ...state, at: to, anchor: undefined },
    };
  const selected = selectedBy(state, key, size);
  return selected && { state: { ...state, selected, anchor: undefined } };
}

function wishOf({ selected }: GridState, { key, ctrl, shift }: Key): Wish | undefined {
  if (key === 'Escape') return selected.length === 0 ? 'leave' : undefined;
  if (shift) return undefined;
  if (ctrl) return ({ c: 'copy', z: 'undo' } as const)[key.toLowerCase() as 'c' | 'z'];
  if (key === 'Enter' || key === 'F2') return 'open';
  return key === 'Delete' || key === 'Backspace' ? 'withdraw' : undefined;
}

function moved({ row, column }: Spot, { key, ctrl }: Key, size: GridSize): Spot | undefined {
  const ahead = size.rtl ? -1 : 1;
  const to = (row: number, column: number) => inside({ row, column }, size);
  if (key === 'Home') return to(ctrl ? 0 : row, 0);
  if (key === 'End') return to(ctrl ? size.rows : row, size.columns);
  if (ctrl) return undefined;
  switch (key) {
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowRight':
      return to(row, column + ahead);
    case 'ArrowLeft':
      return to(row, column - ahead);
    case 'PageDown':
      return to(row + size.page, column);
    case 'PageUp':
      return to(Math.max(row === 0 ? 0 : 1, row - size.page), column);
    default:
      return undefined;
  }
}

function extended({ at, selected, anchor }: GridState, to: Spot, size: Extent): GridState {
  const others = anchor ? selected.slice(0, -1) : selected;
  const from = anchor ?? at;
  return { at: to, anchor: from, selected: [...others, blockOf(from, to, size)] };
}

function selectedBy(
  { at, selected }: GridState,
  { key, ctrl, shift }: Key,
  size: Extent,
): readonly Block[] | undefined {
  if (key === 'Escape') return [];
  const all = { row: 0, column: 0 };
  if (ctrl && key.toLowerCase() === 'a') return [blockOf(all, all, size)];
  if (key !== ' ') return undefined;
  const from = { row: ctrl ? 0 : at.row, column: shift ? 0 : at.column };
  return toggled(selected, blockOf(from, from, size));
}
