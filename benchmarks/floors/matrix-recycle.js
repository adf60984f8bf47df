/* global document, Text */
// The other floor: a fixed pool of cells in places (row mod rows, column mod columns); only what is different is written.
import { hueOf, initialsOf, titles, whoOf } from '../matrix/cells.ts';
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
let scroller, body, heads, grid;
let rowPool = [];
let headPool = [];

function write(cell, count) {
  if (cell.count === count) return;
  cell.count = count;
  cell.element.className = count > 0 ? 'cell given' : 'cell';
  cell.element.title = titles[count];
  cell.text.data = count > 0 ? String(count) : '';
}

function writeWho(slot, member) {
  if (!slot.name) {
    slot.who.innerHTML = whoOf(member);
    slot.avatar = slot.who.querySelector('.avatar');
    slot.name = slot.who.querySelector('.name').firstChild;
    slot.email = slot.who.querySelector('.email').firstChild;
    slot.told = slot.who.lastElementChild;
    return;
  }
  slot.avatar.dataset.initials = initialsOf(member.name);
  slot.avatar.style.setProperty('--_hue', hueOf(member.userId));
  slot.name.data = member.name;
  slot.email.data = member.email;
  slot.told.title = `${member.name}\n${member.email}`;
}

function draw(again) {
  const firstRow = Math.min(Math.floor(scroller.scrollTop / rowHeight), rowCount - rowsSeen);
  const firstColumn = Math.min(
    Math.floor(scroller.scrollLeft / columnWidth),
    columnCount - columnsSeen,
  );
  for (let column = firstColumn; column < firstColumn + columnsSeen; column += 1) {
    const head = headPool[column % columnsSeen];
    if (head.column === column) continue;
    head.column = column;
    const { name, applicationId } = grid.applications[column];
    head.avatar.dataset.initials = initialsOf(name);
    head.avatar.style.setProperty('--_hue', hueOf(applicationId));
    head.text.data = head.element.title = name;
    head.element.style.left = `${nameWidth + column * columnWidth}px`;
  }
  for (let row = firstRow; row < firstRow + rowsSeen; row += 1) {
    const slot = rowPool[row % rowsSeen];
    const moved = slot.row !== row;
    if (moved) {
      slot.row = row;
      slot.element.style.top = `${row * rowHeight}px`;
      writeWho(slot, grid.members[row]);
    }
    for (let column = firstColumn; column < firstColumn + columnsSeen; column += 1) {
      const cell = slot.cells[column % columnsSeen];
      const slid = cell.column !== column;
      if (slid) {
        cell.column = column;
        cell.element.style.left = `${nameWidth + column * columnWidth}px`;
      }
      if (slid || moved || again) write(cell, grid.counts[row * columnCount + column]);
    }
  }
}

function newCell(parent) {
  const element = document.createElement('div');
  const mark = document.createElement('span');
  const text = new Text();
  element.className = 'cell';
  mark.className = 'mark';
  mark.append(text);
  element.append(mark);
  parent.append(element);
  return { element, text, column: -1, count: -1 };
}

function newHead() {
  const element = document.createElement('div');
  element.className = 'cell';
  element.innerHTML = `<span class="avatar square" aria-hidden="true"></span><bdi class="truncated"> </bdi>`;
  heads.append(element);
  const [avatar, name] = element.children;
  return { element, avatar, text: name.firstChild, column: -1 };
}

export default {
  create(host) {
    const style = document.createElement('style');
    style.textContent = cellStyles;
    host.innerHTML = `<div class="viewport"><div class="heads"><div class="head"><div class="corner">Member</div></div></div>
      <div class="rows"></div></div>`;
    host.prepend(style);
    scroller = host.querySelector('.viewport');
    body = host.querySelector('.rows');
    heads = host.querySelector('.head');
    scroller.addEventListener('scroll', () => draw(false), { passive: true });
  },
  show(all) {
    grid = all;
    headPool = Array.from({ length: columnsSeen }, newHead);
    rowPool = Array.from({ length: rowsSeen }, () => {
      const element = document.createElement('div');
      const who = document.createElement('div');
      element.className = 'row';
      who.className = 'who';
      element.append(who);
      const made = Array.from({ length: columnsSeen }, () => newCell(element));
      body.append(element);
      return { element, who, cells: made, row: -1 };
    });
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
