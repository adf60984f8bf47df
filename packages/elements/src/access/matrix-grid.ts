import type { AccessRow, Application } from '@tesserakit/contract';
import type { ReactiveElement } from 'lit';
import type { Range } from '../data/row-range.js';
import type { Words } from '../text/catalogue.js';
import {
  firstState,
  isSelected,
  within,
  type Extent,
  type GridState,
  type Spot,
} from './matrix-blocks.js';
import { drawApplication, drawCell, drawMember, type EditMark } from './matrix-cells.js';
import type { Wish } from './matrix-keys.js';
import type { MatrixMoves } from './matrix-moves.js';
import { columnsOf, seatsOf, type Given, type MatrixRows } from './matrix-source.js';
import { isRtl, type CellSlot, type RowSlot } from './matrix-slots.js';
import { MatrixWindow } from './matrix-window.js';

/** What a {@link MatrixGrid} asks of its element. */
export interface GridOfHost {
  viewport(): HTMLElement | null;
  rows(): MatrixRows;
  applications(): readonly Application[];
  words(): Words<'accessMatrix'>;
  /** What is to become of a cell. */
  mark(member: AccessRow, application: Application): EditMark | undefined;
  drawn(rows: Range, columns: Range): void;
  /** Loads what keys and clicks do. */
  come(): Promise<unknown>;
  /** A person wants something that goes beyond the grid, at an element of it. */
  wish(wish: Wish, opener: HTMLElement): void;
}

/** Keys that are the grid's in any case. */
const early = /^(Arrow|Home|End|Page| $|Enter|F2|Delete|Backspace)/;

/** Columns with words in them have this much room. */
const wide = [132, 200] as const;

/** The grid: what is drawn where, where a person is in it, and what they select. */
export class MatrixGrid {
  state: GridState = firstState;
  /** What keys and clicks do, once it is loaded. */
  moves: MatrixMoves | undefined;

  readonly #host: ReactiveElement;
  readonly #of: GridOfHost;
  readonly #window: MatrixWindow;
  readonly #given = new WeakMap<RowSlot, Given[]>();
  #applications: readonly Application[] = [];
  #columns: ReadonlyMap<string, number> = new Map();

  constructor(host: ReactiveElement, of: GridOfHost) {
    this.#host = host;
    this.#of = of;
    this.#window = new MatrixWindow(host, {
      viewport: () => of.viewport(),
      wide,
      makeHead: (row) => newHead(row),
      drawColumn: (cell, column) => this.#drawColumn(cell, column),
      drawRow: (slot) => this.#drawRow(slot),
      drawCell: (slot) => this.#drawCell(slot),
      drawn: (rows, columns) => of.drawn(rows, columns),
    });
  }

  /** How much there is; to be said before the element draws itself. */
  set extent(extent: Extent) {
    this.#window.extent = extent;
    this.state = within(this.state, extent);
    this.#window.at = this.state.at;
    const applications = this.#of.applications();
    if (applications === this.#applications) return;
    this.#applications = applications;
    this.#columns = columnsOf(applications);
  }

  get extent(): Extent {
    return this.#window.extent;
  }

  toStart(): void {
    this.state = firstState;
    this.#window.at = firstState.at;
    this.#window.toStart();
  }

  /** Gives the focus back to the cell that has the tab stop. */
  focus(): void {
    this.#window.goTo(this.state.at);
  }

  /** How many rows are seen at a time. */
  get page(): number {
    return this.#window.page;
  }

  get isRtl(): boolean {
    return isRtl(this.#of.viewport()!);
  }

  /** Goes on to a state: the focus with it, and what is selected. */
  become(state: GridState): void {
    const { at, selected } = this.state;
    this.state = state;
    if (state.at !== at) this.#window.goTo(state.at);
    if (state.selected !== selected) this.#host.requestUpdate();
  }

  wish(wish: Wish): void {
    const opener = this.#window.elementAt(this.state.at);
    if (opener) this.#of.wish(wish, opener);
  }

  readonly press = (event: KeyboardEvent): void => {
    const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
    if (altKey) return;
    const typed = { key, ctrl: ctrlKey || metaKey, shift: shiftKey };
    // What the keys do is loaded when somebody comes by keyboard; the first ones may be faster.
    const isOurs = this.moves ? this.moves.press(typed) : early.test(key) && !typed.ctrl;
    if (!isOurs) return;
    event.preventDefault();
    event.stopPropagation();
    if (!this.moves) void this.#of.come().then(() => this.moves?.press(typed));
  };

  readonly click = (event: MouseEvent): void => {
    const spot = this.#spotAt(event);
    if (!spot) return;
    const how = { extends: event.shiftKey, adds: event.ctrlKey || event.metaKey };
    if (this.moves) this.moves.click(spot, how);
    else void this.#of.come().then(() => this.moves?.click(spot, how));
  };

  /** A pointer must not select text while it selects cells. */
  readonly point = (event: MouseEvent): void => {
    if (event.shiftKey) event.preventDefault();
  };

  /** The focus comes from elsewhere, or from a pointer: the tab stop goes with it. */
  readonly enter = (event: FocusEvent): void => {
    const spot = this.#spotAt(event);
    if (!spot) return;
    const { row, column } = this.state.at;
    if (spot.row !== row || spot.column !== column)
      this.state = { ...this.state, at: spot, anchor: undefined };
    this.#window.goTo(spot);
  };

  #spotAt(event: Event): Spot | undefined {
    return this.#window.spotOf(event.target as Element);
  }

  #drawColumn(cell: HTMLElement, column: number): void {
    const application = this.#applications[column];
    if (!application) return;
    const { rows } = this.extent;
    const chosen = this.state.selected.some(
      ({ top, bottom, start, end }) =>
        top === 1 && bottom === rows && start <= column + 1 && end > column,
    );
    drawApplication(cell, application, this.#of.words(), chosen, seatsOf(application));
  }

  #drawRow(slot: RowSlot): void {
    const rows = this.#of.rows();
    let given = this.#given.get(slot);
    if (!given) this.#given.set(slot, (given = []));
    rows.fill(slot.index, this.#columns, given);
    const member = rows.member(slot.index);
    drawMember(slot.head, member, this.#of.words());
  }

  #drawCell(slot: CellSlot): void {
    const { index: column, row } = slot;
    const application = this.#applications[column];
    if (!application) return;
    const member = this.#of.rows().member(row.index);
    const { selected } = this.state;
    drawCell(slot, {
      words: this.#of.words(),
      application,
      given: this.#given.get(row)?.[column],
      edit: member && this.#of.mark(member, application),
      selected:
        selected.length > 0 && isSelected(selected, { row: row.index + 1, column: column + 1 }),
      shut: member !== undefined && member.give !== true && member.take !== true,
      wide: this.#window.isWide,
    });
  }
}

function newHead(row: HTMLElement): HTMLElement {
  const head = document.createElement('div');
  head.setAttribute('role', 'rowheader');
  head.setAttribute('aria-colindex', '1');
  head.className = 'who';
  head.tabIndex = -1;
  row.append(head);
  return head;
}
