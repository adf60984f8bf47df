import type { Slot, Strip } from './matrix-strip.js';

/** A row that is drawn, with its cells. */
export interface RowSlot extends Slot {
  readonly head: HTMLElement;
  readonly cells: Strip<CellSlot>;
}

/** A cell that is drawn; the row is that of the slot and not of a member. */
export interface CellSlot extends Slot {
  readonly row: RowSlot;
  /** What is drawn in it, so that only what is different is written. */
  readonly drawn: { look: string; text: string; title: string; lock: boolean };
}

/** An empty cell of a row. */
export function newCell(row: RowSlot): CellSlot {
  const element = cellOf('gridcell');
  const mark = document.createElement('span');
  mark.className = 'mark';
  mark.append('');
  element.append(mark);
  return { element, index: 0, row, drawn: { look: '', text: '', title: '', lock: false } };
}

export function cellOf(role: string): HTMLElement {
  const element = document.createElement('div');
  element.setAttribute('role', role);
  element.className = 'cell';
  element.tabIndex = -1;
  return element;
}

/** The least that has to be scrolled to see something that begins at a place and is so long. */
export function near(scrolled: number, place: number, size: number, shown: number): number {
  if (place < scrolled || size > shown) return place;
  return Math.max(scrolled, place + size - shown);
}

export function isRtl(element: HTMLElement): boolean {
  return getComputedStyle(element).direction === 'rtl';
}
