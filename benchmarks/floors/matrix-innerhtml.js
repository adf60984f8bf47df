/* global document */
// The floor: only the window in sight, written as one piece of markup each time; a box gives the size.
import { cells, headOf, whoOf } from '../matrix/cells.ts';
import { columnCount, rowCount } from '../matrix/data.ts';
import {
  cellStyles,
  columnWidth,
  headHeight,
  hostHeight,
  hostWidth,
  nameWidth,
  rowHeight,
} from '../matrix/subject.ts';

const rowsSeen = Math.ceil((hostHeight - headHeight) / rowHeight) + 1;
const columnsSeen = Math.ceil((hostWidth - nameWidth) / columnWidth) + 1;
let scroller, part, heads, grid;
let key = '';

function draw(again) {
  const firstRow = Math.min(Math.floor(scroller.scrollTop / rowHeight), rowCount - rowsSeen);
  const firstColumn = Math.min(
    Math.floor(scroller.scrollLeft / columnWidth),
    columnCount - columnsSeen,
  );
  const next = `${firstRow}:${firstColumn}`;
  if (next === key && !again) return;
  key = next;
  let markup = '';
  for (let row = firstRow; row < firstRow + rowsSeen; row += 1) {
    markup += `<div class="row"><div class="who">${whoOf(grid.members[row])}</div>`;
    for (let column = firstColumn; column < firstColumn + columnsSeen; column += 1) {
      markup += cells[grid.counts[row * columnCount + column]];
    }
    markup += '</div>';
  }
  let head = '<div class="corner">Member</div>';
  for (let column = firstColumn; column < firstColumn + columnsSeen; column += 1) {
    head += headOf(grid.applications[column]);
  }
  part.innerHTML = markup;
  part.style.transform = `translate(${firstColumn * columnWidth}px, ${firstRow * rowHeight}px)`;
  heads.innerHTML = head;
  heads.style.transform = `translateX(${firstColumn * columnWidth}px)`;
  scroller.style.setProperty('--_off', `${scroller.scrollLeft - firstColumn * columnWidth}px`);
}

export default {
  create(host) {
    const style = document.createElement('style');
    style.textContent = `${cellStyles}
      .part { position: absolute; inset-block-start: 0; inset-inline-start: 0; }
      .part > .row, .head { display: flex; position: static; inline-size: ${nameWidth + columnsSeen * columnWidth}px; contain: none; }
      .cell { position: static; flex: none; block-size: 100%; }
      .who, .corner { position: relative; flex: none; transform: translateX(var(--_off, 0)); }`;
    host.innerHTML = `<div class="viewport"><div class="heads"><div class="head"></div></div>
      <div class="rows"><div class="part"></div></div></div>`;
    host.prepend(style);
    scroller = host.querySelector('.viewport');
    part = host.querySelector('.part');
    heads = host.querySelector('.head');
    scroller.addEventListener(
      'scroll',
      () => {
        scroller.style.setProperty(
          '--_off',
          `${scroller.scrollLeft - Math.min(Math.floor(scroller.scrollLeft / columnWidth), columnCount - columnsSeen) * columnWidth}px`,
        );
        draw(false);
      },
      { passive: true },
    );
  },
  show(all) {
    grid = all;
    draw(true);
  },
  scroller: () => scroller,
  toggle(row, column, on) {
    grid.counts[row * columnCount + column] = on ? 1 : 0;
    draw(true);
  },
  take(column) {
    for (let row = 0; row < rowCount; row += 1) grid.counts[row * columnCount + column] = 0;
    draw(true);
  },
};
