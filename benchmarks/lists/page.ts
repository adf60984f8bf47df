import type { Member } from '@tesserakit/contract';
import { membersOf, searched } from './members.ts';
import { rowHeight, type Subject } from './subject.ts';

/** What is asked of the page from outside; times are in milliseconds. */
export interface ListPage {
  /** Makes the members and the empty table. */
  prepare(count: number): Promise<void>;
  /** Until the first member is on the screen. */
  show(): Promise<number>;
  /** How long each frame took while the table was scrolled, a step in each. */
  scroll(steps: number): Promise<number[]>;
  /** In how many frames of so many a place of the table held no row, or a wrong one. */
  blanks(steps: number): Promise<number>;
  /** Until the members found are on the screen. */
  search(): Promise<number>;
  /** Until the first member by name is on the screen. */
  sort(): Promise<number>;
  /** All nodes of the table, in whatever tree. */
  nodes(): number;
  /** The text inside the cells of the first row, for comparing tables. */
  firstRow(): string;
  /** Scrolls to the end. @returns the name in the last row. */
  last(): Promise<string>;
}

const stepSize = 200;

export function listPage(subject: Subject): ListPage {
  const host = document.querySelector<HTMLElement>('#host')!;
  let members: Member[] = [];

  const firstName = () => nameIn(cellAt(host, top() + rowHeight / 2));
  const top = () => {
    // Where the rows begin: the heads of the tables are not equally high.
    const { top } = subject.scroller().getBoundingClientRect();
    return top + headOf(subject.scroller());
  };

  async function until(name: string | RegExp, act: () => void): Promise<number> {
    const begin = performance.now();
    act();
    for (;;) {
      await painted();
      const time = performance.now() - begin;
      const shown = firstName();
      if (typeof name === 'string' ? shown === name : name.test(shown)) return time;
      if (time > 20_000) throw new Error(`Instead of ${String(name)} there is "${shown}"`);
    }
  }

  function isBlank(): boolean {
    const scroller = subject.scroller();
    const { bottom } = scroller.getBoundingClientRect();
    const begin = top();
    for (let y = begin + 4; y < bottom - 4; y += rowHeight) {
      const row = Number(/\d+$/.exec(nameIn(cellAt(host, y)))?.[0] ?? Number.NaN);
      const wanted = (scroller.scrollTop + y - begin) / rowHeight;
      if (!(Math.abs(row - wanted) <= 1.5)) return true;
    }
    return false;
  }

  return {
    async prepare(count) {
      members = membersOf(count);
      subject.create(host);
      for (let frame = 0; frame < 5; frame += 1) await painted();
    },
    show: () => until(members[0]!.name, () => subject.show(members)),
    async scroll(steps) {
      const scroller = subject.scroller();
      const times: number[] = [];
      let before = await frame();
      for (let step = 0; step < steps; step += 1) {
        scroller.scrollTop += stepSize;
        const now = await frame();
        times.push(now - before);
        before = now;
      }
      return times;
    },
    async blanks(steps) {
      const scroller = subject.scroller();
      let blank = 0;
      for (let step = 0; step < steps; step += 1) {
        await frame();
        scroller.scrollTop += step % 5 === 4 ? 5000 : stepSize;
        await painted();
        if (isBlank()) blank += 1;
      }
      scroller.scrollTop = 0;
      await painted();
      return blank;
    },
    async search() {
      const time = await until(new RegExp(searched, 'i'), () => subject.search(searched));
      subject.search('');
      for (let frame = 0; frame < 5; frame += 1) await painted();
      return time;
    },
    sort: () => until(/^Ada Adler/, () => subject.sort()),
    nodes: () => nodesIn(host),
    firstRow: () => {
      const { left, width } = subject.scroller().getBoundingClientRect();
      const y = top() + rowHeight / 2;
      const cells = new Set<Element>();
      for (let x = left + 20; x < left + width; x += 8) {
        const cell = deepest(x, y)?.closest('.identity, .chip, time, .chips, .muted');
        if (cell) cells.add(cell.closest('.chips') ?? cell.closest('.identity') ?? cell);
      }
      return [...cells].map((cell) => cell.textContent.replace(/\s+/g, '')).join(' | ');
    },
    async last() {
      const scroller = subject.scroller();
      scroller.scrollTop = scroller.scrollHeight;
      for (let frame = 0; frame < 3; frame += 1) await painted();
      return nameIn(cellAt(host, scroller.getBoundingClientRect().bottom - rowHeight / 2));
    },
  };
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

function headOf(scroller: Element): number {
  const head = scroller.querySelector('thead, .head');
  return head?.getBoundingClientRect().height ?? 0;
}

/** The cell with name and address at that height, in whatever tree it is. */
function cellAt(host: Element, y: number): Element | undefined {
  const { left } = host.getBoundingClientRect();
  // Between two cells there is a little room; it is less than the cell is high.
  const [upper, lower] = [y, y + 8].map((y) => deepest(left + 26, y)?.closest('.identity'));
  return upper ?? lower ?? undefined;
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

function nameIn(cell: Element | undefined): string {
  return cell?.querySelector('.name')?.textContent.trim() ?? '';
}

function nodesIn(root: Node): number {
  let count = 1;
  for (const child of root.childNodes) count += nodesIn(child);
  if (root instanceof Element && root.shadowRoot) count += nodesIn(root.shadowRoot);
  return count;
}
