/* global document */
// The floor: only the rows in sight, written as one piece of markup each time; a spacer gives the height.
import { cellsOf } from '../lists/cells.ts';
import { chosen } from '../lists/members.ts';
import {
  cellStyles,
  columns,
  headHeight,
  rowHeight,
  rowStyles,
  tableHeight,
} from '../lists/subject.ts';

const most = Math.ceil((tableHeight - headHeight) / rowHeight) + 2;
let scroller, rows, spacer;
let all = [];
let view = [];
let first = -1;

function draw(again) {
  const wanted = Math.floor(scroller.scrollTop / rowHeight);
  const start = Math.max(0, Math.min(wanted, view.length - most));
  if (start === first && !again) return;
  first = start;
  let markup = '';
  for (let row = start; row < Math.min(start + most, view.length); row += 1) {
    const cells = cellsOf(view[row]).map((cell) => `<div>${cell}</div>`);
    markup += `<div class="row">${cells.join('')}</div>`;
  }
  rows.innerHTML = markup;
  rows.style.transform = `translateY(${start * rowHeight}px)`;
}

function look(members) {
  view = members;
  spacer.style.height = `${view.length * rowHeight}px`;
  scroller.scrollTop = 0;
  draw(true);
}

export default {
  create(host) {
    const style = document.createElement('style');
    style.textContent = cellStyles + rowStyles;
    host.innerHTML = `<div class="scroller"><div class="head">${columns.map((name) => `<div>${name}</div>`).join('')}</div>
      <div class="spacer" style="position:relative"><div class="rows" style="position:absolute;left:0;right:0;top:0"></div></div></div>`;
    host.prepend(style);
    scroller = host.querySelector('.scroller');
    rows = host.querySelector('.rows');
    spacer = host.querySelector('.spacer');
    scroller.addEventListener('scroll', () => draw(false), { passive: true });
  },
  show(members) {
    look((all = members));
  },
  scroller: () => scroller,
  search: (word) => look(word ? chosen(all, word, false) : all),
  sort: () => look(chosen(all, '', true)),
};
