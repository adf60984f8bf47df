import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { rangeAt, type Range } from '../data/row-range.js';
import type { Extent, Spot } from './matrix-blocks.js';
import { cellOf, isRtl, near, newCell, type CellSlot, type RowSlot } from './matrix-slots.js';
import { Strip, type Slot } from './matrix-strip.js';

/** What a {@link MatrixWindow} asks of its element. */
export interface MatrixOfHost {
  /** The part that scrolls; `null` while there is no grid. */
  viewport(): HTMLElement | null;
  /** How wide a column may be at most and at least, beside the least that is as wide as a row is high. */
  readonly wide: readonly [least: number, most: number];
  /** Makes the inside of a row head. */
  makeHead(row: HTMLElement): HTMLElement;
  drawColumn(cell: HTMLElement, column: number): void;
  /** Told of a row before its cells are drawn. */
  drawRow(slot: RowSlot): void;
  drawCell(slot: CellSlot): void;
  /** Told what is drawn. */
  drawn(rows: Range, columns: Range): void;
}

/** Out of sight on each side while one scrolls, so that a fling does not outrun them. */
const spare = { rows: 2, columns: 1 };

/**
 * Keeps the few rows, columns and cells of a grid that are in sight, and the one cell that has the
 * tab stop, wherever it is. While one scrolls, what leaves is written anew for what comes, and
 * everything else is left alone.
 */
export class MatrixWindow implements ReactiveController {
  /** How much there is; set by the element before it draws itself. */
  extent: Extent = { rows: 0, columns: 0 };
  /** The cell with the tab stop. */
  at: Spot = { row: 1, column: 1 };

  readonly #of: MatrixOfHost;
  readonly #sizes = new ResizeObserver(() => this.#observed());
  #viewport: HTMLElement | undefined;
  #corner!: HTMLElement;
  #heads!: Strip<Slot>;
  #rows!: Strip<RowSlot>;
  #columns: Range = { first: 0, end: 0 };
  #tabStop: HTMLElement | undefined;
  #fresh = false;
  #scrolled = false;
  #rowSize = 40;
  #columnSize = 40;
  #name = 0;
  /** Columns are no longer where they were drawn. */
  #resized = false;
  #shown = { width: 0, height: 0 };

  constructor(host: ReactiveControllerHost, of: MatrixOfHost) {
    this.#of = of;
    host.addController(this);
  }

  hostUpdated(): void {
    this.#enter();
    if (!this.#viewport) return;
    this.#measure();
    this.#draw(true);
    if (this.#isOtherwise()) {
      this.#measure();
      this.#draw(true);
    }
  }

  hostDisconnected(): void {
    this.#leave();
  }

  /** How many rows are seen at a time. */
  get page(): number {
    return Math.max(1, Math.floor(this.#shown.height / this.#rowSize) - 1);
  }

  /** Whether columns are wide enough for words. */
  get isWide(): boolean {
    return this.#columnSize >= this.#of.wide[0];
  }

  toStart(): void {
    this.#viewport?.scrollTo(0, 0);
  }

  /** Moves the tab stop, brings its cell into sight and gives it the focus. */
  goTo(spot: Spot): void {
    this.at = spot;
    this.show(spot);
    this.#tabStop?.focus({ preventScroll: true });
  }

  /** Brings a cell into sight. */
  show({ row, column }: Spot): void {
    const viewport = this.#viewport;
    if (!viewport) return;
    const { width, height } = this.#shown;
    if (row > 0) {
      viewport.scrollTop = near(
        viewport.scrollTop,
        (row - 1) * this.#rowSize,
        this.#rowSize,
        height,
      );
    }
    if (column > 0) {
      const { scrollLeft } = viewport;
      const left = (column - 1) * this.#columnSize;
      viewport.scrollLeft =
        near(Math.abs(scrollLeft), left, this.#columnSize, width) * (isRtl(viewport) ? -1 : 1);
    }
    this.#draw(false);
  }

  /** The element of a cell, while it is drawn. */
  elementAt({ row, column }: Spot): HTMLElement | undefined {
    if (!this.#viewport) return undefined;
    if (row === 0) return column === 0 ? this.#corner : this.#heads.at(column - 1)?.element;
    const slot = this.#rows.at(row - 1);
    return column === 0 ? slot?.head : slot?.cells.at(column - 1)?.element;
  }

  /** The place of a cell that holds an element. */
  spotOf(element: Element): Spot | undefined {
    const cell = element.closest('[aria-colindex]');
    const row = cell?.closest('[aria-rowindex]');
    if (!cell || !row) return undefined;
    const number = (one: Element, name: string) => Number(one.getAttribute(name)) - 1;
    return { row: number(row, 'aria-rowindex'), column: number(cell, 'aria-colindex') };
  }

  #enter(): void {
    const viewport = this.#of.viewport() ?? undefined;
    if (viewport === this.#viewport) return;
    this.#leave();
    if (!viewport) return;
    this.#viewport = viewport;
    const [head, body] = viewport.children as unknown as [HTMLElement, HTMLElement];
    const row = head.firstElementChild as HTMLElement;
    this.#corner = row.firstElementChild as HTMLElement;
    this.#heads = new Strip({
      container: row,
      make: () => ({ element: cellOf('columnheader'), index: 0 }),
      put: ({ element, index }) => {
        this.#place(element, index);
        this.#of.drawColumn(element, index);
      },
    });
    this.#rows = new Strip({
      container: body,
      make: () => this.#newRow(),
      put: (slot) => this.#putRow(slot),
    });
    viewport.addEventListener('scroll', this.#scroll, { passive: true });
    this.#sizes.observe(viewport);
  }

  #leave(): void {
    this.#sizes.disconnect();
    this.#viewport?.removeEventListener('scroll', this.#scroll);
    this.#heads?.clear();
    this.#rows?.clear();
    this.#viewport = this.#tabStop = undefined;
    this.#scrolled = false;
  }

  readonly #scroll = (): void => {
    this.#scrolled = true;
    this.#draw(false);
  };

  #observed(): void {
    // What is drawn changes what is being observed, which an observer may not do at once.
    requestAnimationFrame(() => {
      if (!this.#viewport || !this.#isOtherwise()) return;
      this.#measure();
      this.#draw(true);
    });
  }

  #isOtherwise(): boolean {
    const { clientWidth, clientHeight } = this.#viewport!;
    const row = this.#rows.slots[0]?.element.offsetHeight ?? this.#rowSize;
    return (
      row !== this.#rowSize ||
      clientWidth - this.#corner.offsetWidth !== this.#shown.width ||
      clientHeight - this.#corner.offsetHeight !== this.#shown.height
    );
  }

  #measure(): void {
    const viewport = this.#viewport!;
    const { rows, columns } = this.extent;
    const row = this.#rows.slots[0];
    if (row && row.element.offsetHeight > 0) this.#rowSize = row.element.offsetHeight;
    const name = this.#corner.offsetWidth;
    const width = viewport.clientWidth - name;
    const [least, most] = this.#of.wide;
    const each = Math.floor(width / Math.max(1, columns));
    const size = each >= least ? Math.min(each, most) : this.#rowSize;
    if (size !== this.#columnSize || name !== this.#name) this.#resized = true;
    [this.#columnSize, this.#name] = [size, name];
    viewport.classList.toggle('wide', this.isWide);
    viewport.style.setProperty('--_column', `${this.#columnSize}px`);
    viewport.style.setProperty('--_width', `${name + columns * this.#columnSize}px`);
    viewport.style.setProperty('--_height', `${rows * this.#rowSize}px`);
    const height = viewport.clientHeight - this.#corner.offsetHeight;
    this.#shown = { width: viewport.clientWidth - name, height };
  }

  #draw(all: boolean): void {
    const viewport = this.#viewport;
    if (!viewport) return;
    const { rows, columns } = this.extent;
    const { width, height } = this.#shown;
    const spared = this.#scrolled ? spare : { rows: 0, columns: 0 };
    const { scrollTop } = viewport;
    const scrollLeft = Math.abs(viewport.scrollLeft);
    const rowRange = rangeAt(scrollTop, height, this.#rowSize, rows, spared.rows);
    this.#columns = rangeAt(scrollLeft, width, this.#columnSize, columns, spared.columns);
    const { first, end } = this.#columns;
    const at = { row: this.at.row - 1, column: this.at.column - 1 };
    this.#heads.show(first, end, at.row < 0 ? at.column : -1);
    this.#rows.show(rowRange.first, rowRange.end, at.row);
    for (const slot of this.#rows.slots) {
      slot.cells.show(first, end, slot.index === at.row ? at.column : -1);
    }
    if (all) {
      this.#heads.again();
      this.#rows.again();
      this.#resized = false;
    }
    this.#keepTabStop();
    this.#of.drawn(rowRange, this.#columns);
  }

  #keepTabStop(): void {
    const element = this.elementAt(this.at);
    if (element === this.#tabStop) return;
    if (this.#tabStop) this.#tabStop.tabIndex = -1;
    if (element) element.tabIndex = 0;
    this.#tabStop = element;
  }

  #newRow(): RowSlot {
    const element = document.createElement('div');
    element.setAttribute('role', 'row');
    element.setAttribute('part', 'row');
    element.className = 'row';
    const slot: RowSlot = {
      element,
      index: 0,
      head: this.#of.makeHead(element),
      cells: new Strip<CellSlot>({
        container: element,
        make: () => newCell(slot),
        put: (cell) => {
          // A row that is written anew writes all of its cells afterwards.
          if (this.#fresh) return;
          this.#place(cell.element, cell.index);
          this.#of.drawCell(cell);
        },
      }),
    };
    return slot;
  }

  #putRow(slot: RowSlot): void {
    const { element, index, cells } = slot;
    element.setAttribute('aria-rowindex', String(index + 2));
    element.style.insetBlockStart = `${index * this.#rowSize}px`;
    this.#of.drawRow(slot);
    const { first, end } = this.#columns;
    this.#fresh = true;
    cells.show(first, end, index === this.at.row - 1 ? this.at.column - 1 : -1);
    this.#fresh = false;
    cells.again();
  }

  #place(element: HTMLElement, column: number): void {
    const number = String(column + 2);
    if (!this.#resized && element.getAttribute('aria-colindex') === number) return;
    element.setAttribute('aria-colindex', number);
    element.style.insetInlineStart = `${this.#name + column * this.#columnSize}px`;
  }
}
