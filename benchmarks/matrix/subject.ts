import { styles } from '../../packages/elements/src/access/app-access-matrix.styles.ts';
import { avatarStyles } from '../../packages/elements/src/theme/avatar.ts';
import { controls } from '../../packages/elements/src/theme/controls.ts';
import { tokens } from '../../packages/elements/src/theme/tokens.ts';
import type { Grid } from './data.ts';

/** A grid of members and applications, of whichever maker. */
export interface Subject {
  /** Puts the empty grid on the page. */
  create(host: HTMLElement): void;
  show(grid: Grid): void;
  /** What is scrolled. */
  scroller(): Element;
  /** Takes what somebody has in a cell, counted from 0, or gives it back. */
  toggle(row: number, column: number, on: boolean): void;
  /** Takes what everybody has in a column. */
  take(column: number): void;
}

export const rowHeight = 40;
export const columnWidth = 40;
export const headHeight = 128;
export const nameWidth = 248;
export const hostHeight = 640;
export const hostWidth = 1200;

/** The look of the cells, for grids that are not in a shadow tree; the same as in the element's. */
export const cellStyles = `${tokens.cssText}${controls.cssText}${avatarStyles.cssText}${styles.cssText}
  :root { font-size: 16px; }
  #host { font-size: 0.875rem; line-height: 1.45; }
  .viewport { position: absolute; inset: 0; max-block-size: none; contain: strict;
    --_column: ${columnWidth}px; --_width: 8248px; --_height: 400000px; }`;
