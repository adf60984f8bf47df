import type { Application } from '@tesserakit/contract';
import type { ReactiveElement } from 'lit';
import type { Range } from '../data/row-range.js';
import type { Words } from '../text/catalogue.js';
import {
  blockOf,
  isSelected,
  isWithin,
  toggled,
  type Block,
  type Extent,
  type Spot,
} from './matrix-blocks.js';
import { drawApplication, drawCell, drawMember } from './matrix-cells.js';
import type { MatrixDraft } from './matrix-draft.js';
import { firstState, pressed, within, type GridState, type Wish } from './matrix-keys.js';
import { seatsOf } from './matrix-rules.js';
import { columnsOf, type Given, type MatrixRows } from './matrix-source.js';
import { MatrixWindow, type CellSlot, type RowSlot } from './matrix-window.js';

/** What a {@link MatrixGrid} asks of its element. */
export interface GridOfHost {
  viewport(): HTMLElement | null;
  rows(): MatrixRows;
  applications(): readonly Application[];
  words(): Words<'accessMatrix'>;
  readonly draft: MatrixDraft;
  drawn(rows: Range, columns: Range): void;
  /** A person wants something that goes beyond the grid, at an element of it. */
  wish(wish: Wish, opener: HTMLElement): void;
}

/** Columns with words in them have this much room. */
const wide = [132, 200] as const;

/** The grid: what is drawn where, where a person is in it, and what they select. */
export class MatrixGrid {
  state: GridState = firstState;

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

  select(selected: readonly Block[]): void {
    this.state = { at: this.state.at, selected };
    this.#host.requestUpdate();
  }

  /** What a change is about: all that is selected, where the person stands in it; else where they stand. */
  get blocks(): readonly Block[] {
    const { at, selected } = this.state;
    const here = blockOf(at, at, this.extent);
    const isOutside =
      selected.length === 0 || (at.row > 0 && at.column > 0 && !isSelected(selected, at));
    return isOutside ? [here] : selected;
  }

  readonly press = (event: KeyboardEvent): void => {
    const { key, shiftKey: shift } = event;
    const viewport = event.currentTarget as HTMLElement;
    const rtl = getComputedStyle(viewport).direction === 'rtl';
    const size = { ...this.extent, page: this.#window.page, rtl };
    const answer = event.altKey
      ? undefined
      : pressed(this.state, { key, ctrl: event.ctrlKey || event.metaKey, shift }, size);
    if (!answer) return;
    const { state, wish } = answer;
    if (wish === 'leave') return;
    event.preventDefault();
    event.stopPropagation();
    const redraws = state.selected !== this.state.selected;
    const moves = state.at !== this.state.at;
    this.state = state;
    if (moves) this.#window.goTo(state.at);
    if (redraws) this.#host.requestUpdate();
    if (wish) this.#wish(wish);
  };

  readonly click = (event: MouseEvent): void => {
    const spot = this.#spotAt(event);
    if (!spot) return;
    const { at, selected, anchor } = this.state;
    const isHead = spot.row === 0 || spot.column === 0;
    if (event.shiftKey) {
      const from = anchor ?? at;
      const others = anchor ? selected.slice(0, -1) : selected;
      const block = blockOf(from, spot, this.extent);
      this.state = { at: spot, anchor: from, selected: [...others, block] };
    } else if (isHead || event.ctrlKey || event.metaKey) {
      this.state = { at: spot, selected: toggled(selected, blockOf(spot, spot, this.extent)) };
    } else {
      const keeps = isSelected(selected, spot);
      this.state = { at: spot, selected: keeps ? selected : [] };
    }
    this.#window.goTo(spot);
    this.#host.requestUpdate();
    if (!event.shiftKey && !isHead && !event.ctrlKey && !event.metaKey) this.#wish('open');
  };

  /** A pointer must not select text while it selects cells. */
  readonly point = (event: MouseEvent): void => {
    if (event.shiftKey) event.preventDefault();
  };

  /** The focus comes from elsewhere, or from a pointer: the tab stop goes with it. */
  readonly enter = (event: FocusEvent): void => {
    const spot = this.#spotAt(event);
    if (!spot || (spot.row === this.state.at.row && spot.column === this.state.at.column)) {
      if (spot) this.#window.show(spot);
      return;
    }
    this.state = { ...this.state, at: spot, anchor: undefined };
    this.#window.goTo(spot);
  };

  #spotAt(event: Event): Spot | undefined {
    return this.#window.spotOf(event.target as Element);
  }

  #wish(wish: Wish): void {
    const opener = this.#window.elementAt(this.state.at);
    if (opener) this.#of.wish(wish, opener);
  }

  #drawColumn(cell: HTMLElement, column: number): void {
    const application = this.#applications[column];
    if (!application) return;
    const { rows } = this.extent;
    const all = { top: 1, bottom: rows, start: column + 1, end: column + 1 };
    const chosen = this.state.selected.some(
      (block) =>
        isWithin(block, { row: 1, column: column + 1 }) &&
        block.bottom >= all.bottom &&
        block.top <= 1,
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
      edit: member && this.#of.draft.of(member.userId, application.applicationId),
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
