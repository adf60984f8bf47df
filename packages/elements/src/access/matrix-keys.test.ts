import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { firstState, isSelected, within, type GridState, type Spot } from './matrix-blocks.js';
import { pressed, type Key } from './matrix-keys.js';
import { cellsIn } from './matrix-selection.js';

const keys = [
  ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'],
  ...[' ', 'Enter', 'F2', 'Escape', 'Delete', 'a', 'c', 'z', 'x', 'Tab'],
];

const key = fc.record({
  key: fc.constantFrom(...keys),
  ctrl: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, fc.boolean()),
  shift: fc.oneof({ weight: 2, arbitrary: fc.constant(false) }, fc.boolean()),
});

const size = fc.record({
  rows: fc.integer({ min: 1, max: 60 }),
  columns: fc.integer({ min: 1, max: 20 }),
  page: fc.integer({ min: 1, max: 15 }),
  rtl: fc.boolean(),
});

const plain = { rows: 50, columns: 10, page: 8, rtl: false };
const typed = (key: string, some: Partial<Key> = {}): Key => ({
  key,
  ctrl: false,
  shift: false,
  ...some,
});

function after(keys: readonly Key[], from: GridState = firstState, grid = plain): GridState {
  return keys.reduce((state, key) => pressed(state, key, grid)?.state ?? state, from);
}

describe('pressed', () => {
  it('keeps whoever types within the grid, and every selected cell, over 10,000 sequences', () => {
    fc.assert(
      fc.property(size, fc.array(key, { maxLength: 40 }), (grid, sequence) => {
        let state = firstState;
        for (const one of sequence) {
          const before = state;
          const answer = pressed(state, one, grid);
          if (!answer) continue;
          ({ state } = answer);
          const { row, column } = state.at;
          expect(Number.isInteger(row) && row >= 0 && row <= grid.rows).to.equal(true);
          expect(Number.isInteger(column) && column >= 0 && column <= grid.columns).to.equal(true);
          for (const { top, bottom, start, end } of state.selected) {
            expect(top >= 1 && bottom <= grid.rows && top <= bottom).to.equal(true);
            expect(start >= 1 && end <= grid.columns && start <= end).to.equal(true);
          }
          // A wish changes nothing by itself, and a move without Shift selects nothing.
          if (answer.wish) expect(state).to.equal(before);
          if (state.at !== before.at && !one.shift) {
            expect(state.selected).to.equal(before.selected);
          }
        }
      }),
      { numRuns: 10_000 },
    );
  }).timeout(60_000);

  it('selects exactly what was selected and not given up again', () => {
    const step = fc.record({
      row: fc.integer({ min: 0, max: 6 }),
      column: fc.integer({ min: 0, max: 4 }),
    });
    const grid = { rows: 6, columns: 4, page: 3, rtl: false };
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (spots) => {
        let state: GridState = firstState;
        const wanted = new Set<string>();
        for (const at of spots) {
          state = pressed({ ...state, at }, typed(' '), grid)!.state;
          const cells = cellsOf(at, grid);
          const all = cells.every((cell) => wanted.has(cell));
          for (const cell of cells) {
            if (all) wanted.delete(cell);
            else wanted.add(cell);
          }
          for (let row = 1; row <= grid.rows; row += 1) {
            for (let column = 1; column <= grid.columns; column += 1) {
              const isIn = isSelected(state.selected, { row, column });
              expect(isIn).to.equal(wanted.has(`${row}:${column}`));
            }
          }
          expect(cellsIn(state.selected)).to.equal(wanted.size);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('moves by arrows, pages and ends', () => {
    const at = (...keys: Key[]): Spot => after(keys).at;
    expect(at(typed('ArrowDown'), typed('ArrowRight'))).to.deep.equal({ row: 2, column: 2 });
    expect(at(typed('PageDown'))).to.deep.equal({ row: 9, column: 1 });
    expect(at(typed('PageDown'), typed('PageUp'))).to.deep.equal({ row: 1, column: 1 });
    expect(at(typed('End'))).to.deep.equal({ row: 1, column: 10 });
    expect(at(typed('End', { ctrl: true }))).to.deep.equal({ row: 50, column: 10 });
    expect(at(typed('End', { ctrl: true }), typed('Home', { ctrl: true }))).to.deep.equal({
      row: 0,
      column: 0,
    });
  });

  it('goes the other way where one reads from right to left', () => {
    const { at } = after([typed('ArrowLeft')], firstState, { ...plain, rtl: true });
    expect(at).to.deep.equal({ row: 1, column: 2 });
  });

  it('extends with Shift, back and forth, from where it began', () => {
    const shift = { shift: true };
    const forth = after([typed('ArrowDown', shift), typed('ArrowRight', shift)]);
    expect(forth.selected).to.deep.equal([{ top: 1, bottom: 2, start: 1, end: 2 }]);
    const back = after([typed('ArrowUp', shift)], forth);
    expect(back.selected).to.deep.equal([{ top: 1, bottom: 1, start: 1, end: 2 }]);
  });

  it('takes the head of a column for all of it', () => {
    const { selected } = after([typed('ArrowUp'), typed(' ')]);
    expect(selected).to.deep.equal([{ top: 1, bottom: 50, start: 1, end: 1 }]);
    expect(after([typed('a', { ctrl: true })]).selected).to.deep.equal([
      { top: 1, bottom: 50, start: 1, end: 10 },
    ]);
  });

  it('gives up the selection before it lets somebody leave', () => {
    const selected = after([typed(' ')]);
    const first = pressed(selected, typed('Escape'), plain)!;
    expect(first.wish).to.equal(undefined);
    expect(first.state.selected).to.deep.equal([]);
    expect(pressed(first.state, typed('Escape'), plain)!.wish).to.equal('leave');
  });

  it('leaves alone what is not the grid’s', () => {
    for (const one of [typed('Tab'), typed('x'), typed('ArrowDown', { ctrl: true })]) {
      expect(pressed(firstState, one, plain)).to.equal(undefined);
    }
  });
});

describe('within', () => {
  it('brings whoever stood beyond the end of a smaller grid to its end', () => {
    const state = after([typed('End', { ctrl: true }), typed(' ')]);
    const smaller = within(state, { rows: 3, columns: 2 });
    expect(smaller.at).to.deep.equal({ row: 3, column: 2 });
    expect(smaller.selected).to.deep.equal([]);
  });
});

function cellsOf({ row, column }: Spot, { rows, columns }: { rows: number; columns: number }) {
  const all = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
  return (row === 0 ? all(rows) : [row]).flatMap((row) =>
    (column === 0 ? all(columns) : [column]).map((column) => `${row}:${column}`),
  );
}
