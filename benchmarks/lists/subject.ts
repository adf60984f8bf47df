import type { Member } from '@tesserakit/contract';
import { avatarStyles } from '../../packages/elements/src/theme/avatar.ts';
import { controls } from '../../packages/elements/src/theme/controls.ts';
import { tokens } from '../../packages/elements/src/theme/tokens.ts';

/** A table of members, of whichever maker. */
export interface Subject {
  /** Puts the empty table on the page. */
  create(host: HTMLElement): void;
  show(members: readonly Member[]): void;
  /** What is scrolled. */
  scroller(): Element;
  /** Leaves those whose name or address holds the word. */
  search(word: string): void;
  /** Sorts by name. */
  sort(): void;
}

export const rowHeight = 44;
export const headHeight = 36;
export const tableHeight = 640;

export const columns = ['Name', 'Status', 'Role', 'Applications', 'Last sign-in'] as const;
const shares = [2.2, 1, 1.3, 2.2, 1];

/** The look of the cells, for tables that are not in a shadow tree; the same as in the element's. */
export const cellStyles = `${tokens.cssText}${controls.cssText}${avatarStyles.cssText}
  :root { font-size: 16px; }
  #host { font-size: 0.875rem; line-height: 1.45; }
  .identity { display: flex; align-items: center; gap: 12px; min-inline-size: 0; }
  .identity > span:last-child { min-inline-size: 0; }
  .name { font-weight: 500; }
  .email { font-size: 0.75rem; }
  .chips { display: flex; gap: 4px; min-inline-size: 0; }
  .chips > .chip { min-inline-size: 28px; }
  time { font-variant-numeric: tabular-nums; }`;

/** Rows as boxes in a line, for tables that have no layout of their own. */
export const rowStyles = `
  .scroller { position: absolute; inset: 0; overflow: auto; contain: strict; }
  .head, .row { display: flex; align-items: center; box-sizing: border-box; block-size: ${rowHeight}px; border-block-end: 1px solid var(--_border); }
  .head { position: sticky; inset-block-start: 0; z-index: 1; block-size: ${headHeight}px; background: var(--_sunken); }
  .row > div, .head > div { flex: 1 1 0; min-inline-size: 0; padding: 0 12px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  ${shares.map((share, column) => `:is(.row, .head) > div:nth-child(${column + 1}) { flex-grow: ${share}; }`).join('\n')}`;
