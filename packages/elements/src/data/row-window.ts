import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { moved, rangeAt, scrolledHeight, type Heights, type Place } from './row-range.js';

/** What a {@link RowWindow} asks of its element. */
export interface RowsOfHost {
  /** The part that scrolls; `null` while there is no table. */
  viewport(): HTMLElement | null;
  /** Where the rows belong; nothing else puts anything there. */
  body(): HTMLElement | null;
  /** Writes what is in a row; rows are used again for others. */
  draw(row: HTMLElement, index: number): void;
  /** Told which rows are drawn: `end` is the first that is not. */
  drawn(end: number): void;
}

/** Out of sight on each side while one scrolls, so that a fling does not outrun them. */
const spare = 3;

/**
 * Keeps the few rows of a table that are in sight. Rows are equally high and stand in the order of
 * the list; while one scrolls, those that leave are written anew for those that come, and all others
 * are left alone. A row that has the focus stays until the focus leaves it.
 */
export class RowWindow implements ReactiveController {
  /** How many rows there are; set by the element while it draws itself; the head is another row. */
  count = 0;

  readonly #of: RowsOfHost;
  readonly #sizes = new ResizeObserver(() => this.#resize());
  #viewport: HTMLElement | undefined;
  #body: HTMLElement | undefined;
  /** What is drawn, in order, from the row `#first` on. */
  #rows: HTMLElement[] = [];
  #first = 0;
  /** A row out of sight that has the focus. */
  #aside: { readonly row: HTMLElement; readonly index: number } | undefined;
  #measured: HTMLElement | undefined;
  #place: Place = { top: 0, offset: 0 };
  /** How much further down the rows would stand in an element as high as the list. */
  #shift = 0;
  /** The height by which the rows were put where they are. */
  #step = 0;
  #shown = 640;
  #rowSize = 44;
  #scrolled = false;

  constructor(host: ReactiveControllerHost, of: RowsOfHost) {
    this.#of = of;
    host.addController(this);
  }

  hostUpdated(): void {
    const entered = this.#enter();
    if (!this.#viewport) return;
    this.#draw(true);
    if (entered || !this.#measured?.isConnected) this.#measure();
  }

  hostDisconnected(): void {
    this.#leave();
  }

  /** Goes back to the first row. */
  toStart(): void {
    this.#place = { top: 0, offset: 0 };
    if (this.#viewport) this.#viewport.scrollTop = 0;
  }

  /** Brings a row into sight. @returns it, unless there is no such row or no table. */
  show(index: number): HTMLElement | undefined {
    const viewport = this.#viewport;
    if (!viewport || index < 0 || index >= this.count) return undefined;
    const [start, end] = [index * this.#rowSize, (index + 1) * this.#rowSize];
    const { offset } = this.#place;
    if (start < offset) this.#goTo(start);
    else if (end > offset + this.#shown) this.#goTo(end - this.#shown);
    this.#draw(false);
    return this.#rows[index - this.#first];
  }

  /** @returns whether this is another table than before. */
  #enter(): boolean {
    const viewport = this.#of.viewport() ?? undefined;
    const body = this.#of.body() ?? undefined;
    if (viewport === this.#viewport) return false;
    this.#leave();
    if (!viewport || !body) return false;
    if (body !== this.#body) [this.#rows, this.#aside] = [[], undefined];
    [this.#viewport, this.#body] = [viewport, body];
    this.#place = { top: 0, offset: 0 };
    viewport.addEventListener('scroll', this.#scroll, { passive: true });
    this.#sizes.observe(viewport);
    return true;
  }

  #leave(): void {
    this.#sizes.disconnect();
    this.#viewport?.removeEventListener('scroll', this.#scroll);
    this.#viewport = this.#measured = undefined;
    this.#scrolled = false;
  }

  readonly #scroll = (): void => {
    if (!this.#viewport) return;
    this.#scrolled = true;
    this.#place = moved(this.#place, this.#viewport.scrollTop, this.#heights);
    this.#draw(false);
  };

  #resize(): void {
    // Rows that are drawn change what is being observed, which an observer may not do at once.
    requestAnimationFrame(() => this.#measure());
  }

  #measure(): void {
    const [row] = this.#rows;
    if (!this.#viewport || !row) return;
    if (row !== this.#measured) {
      if (this.#measured) this.#sizes.unobserve(this.#measured);
      this.#sizes.observe((this.#measured = row));
    }
    // The head stays in sight, above the rows.
    const { clientHeight, scrollHeight } = this.#viewport;
    const shown = clientHeight - (scrollHeight - this.#body!.offsetHeight);
    const rowSize = row.offsetHeight;
    if (rowSize === 0 || (shown === this.#shown && rowSize === this.#rowSize)) return;
    const first = this.#place.offset / this.#rowSize;
    [this.#shown, this.#rowSize] = [shown, rowSize];
    this.#stretch();
    // Whoever stands in the list stays at the same row.
    if (first > 0) this.#goTo(first * rowSize);
    this.#draw(false);
  }

  get #heights(): Heights {
    return { total: this.count * this.#rowSize, shown: this.#shown };
  }

  #goTo(offset: number): void {
    const { total, shown } = this.#heights;
    const share = (scrolledHeight(this.#heights) - shown) / Math.max(1, total - shown);
    this.#place = { offset, top: offset * share };
    this.#viewport!.scrollTop = this.#place.top;
  }

  /** Gives the scroll bar its length. */
  #stretch(): void {
    const height = `${scrolledHeight(this.#heights)}px`;
    if (this.#body!.style.blockSize !== height) this.#body!.style.blockSize = height;
  }

  #draw(all: boolean): void {
    const { offset, top } = this.#place;
    const spared = this.#scrolled ? spare : 0;
    const { first, end } = rangeAt(offset, this.#shown, this.#rowSize, this.count, spared);
    const shift = offset - top;
    const again = all || shift !== this.#shift || this.#rowSize !== this.#step;
    if (!again && first === this.#first && end - first === this.#rows.length) return;
    if (all) this.#stretch();
    const free = this.#sortOut(first, end);
    [this.#shift, this.#step] = [shift, this.#rowSize];
    let next: HTMLElement | null =
      (this.#aside && this.#aside.index >= end && this.#aside.row) || null;
    for (let index = end - 1; index >= first; index -= 1) {
      const kept = this.#rows[index - first];
      const row = kept ?? free.pop() ?? newRow();
      // What stays is never moved: it would lose the focus.
      if (!kept && (!row.parentNode || row.nextElementSibling !== next)) {
        this.#body!.insertBefore(row, next);
      }
      if (!kept || again) row.style.insetBlockStart = `${index * this.#rowSize - shift}px`;
      if (!kept || all) this.#write(row, index);
      this.#rows[index - first] = next = row;
    }
    for (const row of free) row.remove();
    if (this.#aside && all) this.#write(this.#aside.row, this.#aside.index);
    this.#of.drawn(end);
  }

  /** Keeps the rows that are to be seen at their new places. @returns those that may be used again. */
  #sortOut(first: number, end: number): HTMLElement[] {
    const focused = this.#focusedRow();
    const drawn = this.#rows.map((row, place) => ({ row, index: this.#first + place }));
    if (this.#aside) drawn.push(this.#aside);
    const free: HTMLElement[] = [];
    this.#aside = undefined;
    this.#first = first;
    this.#rows = new Array<HTMLElement>(end - first);
    for (const one of drawn) {
      if (one.index >= first && one.index < end) this.#rows[one.index - first] = one.row;
      else if (one.row === focused && one.index < this.count) this.#aside = one;
      else free.push(one.row);
    }
    return free;
  }

  #focusedRow(): HTMLElement | null {
    const { activeElement } = this.#body!.getRootNode() as Document | ShadowRoot;
    return this.#body!.contains(activeElement) ? activeElement!.closest('tr') : null;
  }

  #write(row: HTMLElement, index: number): void {
    row.setAttribute('aria-rowindex', String(index + 2));
    row.classList.toggle('last', index === this.count - 1);
    this.#of.draw(row, index);
  }
}

function newRow(): HTMLElement {
  const row = document.createElement('tr');
  row.setAttribute('role', 'row');
  return row;
}
