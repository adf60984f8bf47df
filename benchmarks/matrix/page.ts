import { columnCount, gridOf, type Grid } from './data.ts';
import { columnWidth, headHeight, nameWidth, rowHeight, type Subject } from './subject.ts';

export const directions = ['vertical', 'horizontal', 'diagonal'] as const;

export type Direction = (typeof directions)[number];

/** What is asked of the page from outside; times are in milliseconds. */
export interface MatrixPage {
  /** Makes the data and the empty grid. */
  prepare(): Promise<void>;
  /** Until the first cells are on the screen. */
  show(): Promise<number>;
  /** How long each frame took while the grid was scrolled, a step in each. */
  scroll(direction: Direction, steps: number): Promise<number[]>;
  /** In how many frames of so many a place of the grid held no cell, or a wrong one. */
  blanks(steps: number): Promise<number>;
  /** Until what somebody had is taken from one cell on the screen. */
  toggle(): Promise<number>;
  /** The same for a whole column. */
  take(): Promise<number>;
  nodes(): number;
  /** All cells of the first row that are in sight, for comparing grids. */
  firstRow(): string;
}

const stepSize = 200;

export function matrixPage(subject: Subject): MatrixPage {
  const host = document.querySelector<HTMLElement>('#host')!;
  let grid: Grid;

  /** The cell drawn there, from the corner of the part that scrolls. */
  const cellIn = (x: number, y: number): Element | undefined => {
    const { left, top } = subject.scroller().getBoundingClientRect();
    return deepest(left + x, top + y)?.closest('.cell') ?? undefined;
  };
  const x = (column: number) => nameWidth + column * columnWidth + columnWidth / 2;
  const y = (row: number) => headHeight + row * rowHeight + rowHeight / 2;
  const textIn = (cell: Element | undefined) => cell?.textContent.trim();
  const countAt = (row: number, column: number) => grid.counts[row * columnCount + column]!;

  async function until(done: () => boolean, act: () => void): Promise<number> {
    const begin = performance.now();
    act();
    for (;;) {
      await painted();
      const time = performance.now() - begin;
      if (done()) return time;
      if (time > 20_000) throw new Error('It never came.');
    }
  }

  /** Whether some place in sight holds no cell, or one with another number than belongs there. */
  function isBlank(): boolean {
    const { scrollTop, scrollLeft, clientHeight, clientWidth } = subject.scroller();
    for (let top = headHeight + 4; top < clientHeight - 4; top += rowHeight) {
      for (let left = nameWidth + 4; left < clientWidth - 4; left += columnWidth * 3) {
        const cell = cellIn(left, top);
        const row = Math.floor((scrollTop + top - headHeight) / rowHeight);
        const column = Math.floor((scrollLeft + left - nameWidth) / columnWidth);
        const wanted = countAt(row, column);
        if (textIn(cell) !== (wanted > 0 ? String(wanted) : '')) return true;
      }
    }
    return false;
  }

  const firstFilled = () => {
    for (let column = 2; column < 20; column += 1) if (countAt(1, column) > 0) return column;
    throw new Error('Nobody has anything.');
  };

  return {
    async prepare() {
      grid = gridOf();
      subject.create(host);
      for (let frame = 0; frame < 5; frame += 1) await painted();
    },
    show: () =>
      until(
        () => seen() !== undefined && !isBlank(),
        () => subject.show(grid),
      ),
    async scroll(direction, steps) {
      const scroller = subject.scroller();
      scroller.scrollTo(0, 0);
      for (let frame = 0; frame < 5; frame += 1) await painted();
      const most = scroller.scrollWidth - scroller.clientWidth;
      let forth = 1;
      const times: number[] = [];
      let before = await frame();
      for (let step = 0; step < steps; step += 1) {
        if (direction !== 'horizontal') scroller.scrollTop += stepSize;
        if (direction !== 'vertical') {
          if (
            scroller.scrollLeft + stepSize * forth > most ||
            scroller.scrollLeft + stepSize * forth < 0
          )
            forth = -forth;
          scroller.scrollLeft += stepSize * forth;
        }
        const now = await frame();
        times.push(now - before);
        before = now;
      }
      return times;
    },
    async blanks(steps) {
      const scroller = subject.scroller();
      scroller.scrollTo(0, 0);
      for (let frame = 0; frame < 5; frame += 1) await painted();
      let blank = 0;
      for (let step = 0; step < steps; step += 1) {
        await frame();
        if (step % 3 !== 1) scroller.scrollTop += step % 5 === 4 ? 5000 : stepSize;
        if (step % 3 !== 0) scroller.scrollLeft += stepSize / 2;
        await painted();
        if (isBlank()) blank += 1;
      }
      scroller.scrollTo(0, 0);
      for (let frame = 0; frame < 20; frame += 1) await painted();
      return blank;
    },
    async toggle() {
      const column = firstFilled();
      const shown = () => textIn(cellIn(x(column), y(1)));
      const before = shown();
      // Once beforehand: what is done for the first time takes longer.
      for (let turn = 0; turn < 2; turn += 1) {
        await until(
          () => shown() === '',
          () => subject.toggle(1, column, false),
        );
        await until(
          () => shown() !== '',
          () => subject.toggle(1, column, true),
        );
      }
      const time = await until(
        () => shown() === '',
        () => subject.toggle(1, column, false),
      );
      await until(
        () => shown() !== '',
        () => subject.toggle(1, column, true),
      );
      if (before === '') throw new Error('There was nothing to take.');
      return time;
    },
    take() {
      const column = firstFilled() + 1;
      const rows = Array.from({ length: 8 }, (_, row) => row);
      const isEmpty = () => rows.every((row) => textIn(cellIn(x(column), y(row))) === '');
      return until(isEmpty, () => subject.take(column));
    },
    nodes: () => nodesIn(host),
    firstRow: () =>
      Array.from({ length: 22 }, (_, column) => {
        const cell = cellIn(x(column), y(0));
        return `${cell?.getAttribute('title')}:${textIn(cell)}`;
      }).join(' | '),
  };

  function seen() {
    return cellIn(x(0), y(0));
  }
}

function frame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now())));
}

/** After the next frame was drawn. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(undefined);
    });
  });
}

function deepest(x: number, y: number): Element | undefined {
  let found = document.elementFromPoint(x, y) ?? undefined;
  while (found?.shadowRoot) {
    const inner = found.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === found) break;
    found = inner;
  }
  return found;
}

function nodesIn(root: Node): number {
  let count = 1;
  for (const child of root.childNodes) count += nodesIn(child);
  if (root instanceof Element && root.shadowRoot) count += nodesIn(root.shadowRoot);
  return count;
}
