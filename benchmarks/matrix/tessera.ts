import '@tesserakit/elements/app-access-matrix.js';
import type { Subject } from './subject.ts';

let matrix: HTMLElementTagNameMap['tessera-app-access-matrix'];
const within = () => matrix.shadowRoot!;

/** Presses a key where a person stands, in the grid. */
function press(element: Element, key: string, ctrlKey = false): void {
  element.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true }));
}

function cellAt(row: number, column: number): HTMLElement {
  return within().querySelector<HTMLElement>(
    `[aria-rowindex="${row + 2}"] > [aria-colindex="${column + 2}"]`,
  )!;
}

export default {
  create(host) {
    matrix = document.createElement('tessera-app-access-matrix');
    // The part that scrolls is as large as the others' grids are.
    matrix.style.setProperty('--tessera-table-block-size', '640px');
    host.append(matrix);
  },
  show: ({ members, applications }) => (matrix.data = { members, applications }),
  scroller: () => within().querySelector('.viewport')!,
  toggle(row, column, on) {
    const cell = cellAt(row, column);
    cell.focus();
    if (on) press(cell, 'z', true);
    else press(cell, 'Delete');
  },
  take(column) {
    const cell = cellAt(0, column);
    cell.focus();
    press(cell, ' ', true);
    press(cell, 'Delete');
  },
} satisfies Subject as Subject;
