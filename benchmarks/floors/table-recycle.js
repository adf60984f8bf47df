/* global document */
// The second floor: a fixed pool of rows of which only texts and classes are written anew.
import { cellsOf, partsOf } from '../lists/cells.ts';
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
let pool = [];

function make() {
  const row = document.createElement('div');
  row.className = 'row';
  row.style.cssText = 'position:absolute;left:0;right:0;top:0';
  rows.append(row);
  return { row, index: -1 };
}

function fill(slot, member) {
  slot.row.innerHTML = cellsOf(member)
    .map((cell) => `<div>${cell}</div>`)
    .join('');
  const [identity, status, , , last] = slot.row.children;
  const find = (within, selector) => within.querySelector(selector);
  slot.identity = identity.firstChild;
  slot.avatar = find(identity, '.avatar');
  slot.name = find(identity, '.name').firstChild;
  slot.email = find(identity, '.email').firstChild;
  slot.status = status.firstChild;
  slot.icon = find(status, 'svg');
  slot.statusText = find(status, 'bdi').firstChild;
  [, , slot.roles, slot.access] = slot.row.children;
  slot.last = last.firstChild;
}

function put(slot, member, index) {
  slot.index = index;
  slot.row.style.transform = `translateY(${index * rowHeight}px)`;
  if (!slot.name) return fill(slot, member);
  const parts = partsOf(member);
  slot.identity.title = `${member.name}\n${member.email}`;
  slot.avatar.dataset.initials = parts.initials;
  slot.avatar.style.setProperty('--_hue', parts.hue);
  slot.name.data = member.name;
  slot.email.data = member.email;
  if (slot.statusText.data !== parts.status) {
    slot.statusText.data = parts.status;
    slot.status.className = `chip ${parts.tint}`;
    slot.icon.innerHTML = parts.icon;
  }
  chips(slot.roles, [parts.role], parts.moreRoles);
  chips(slot.access, parts.access, parts.moreAccess);
  slot.last.dateTime = member.lastSignInAt;
  slot.last.title = parts.absolute;
  slot.last.firstChild.data = parts.relative;
}

function chips(cell, names, more) {
  const list = cell.querySelector('.chips');
  const plain = names.length > 0 && list && !more;
  if (!plain || list.childElementCount !== names.length || list.querySelector('.hidden')) {
    const wrap = (name) =>
      `<span class="chip" title="${name}"><bdi class="truncated">${name}</bdi></span>`;
    const rest = more
      ? `<span class="chip" title="${more}"><bdi dir="ltr">+${more.split(', ').length}</bdi><span class="hidden"> ${more}</span></span>`
      : '';
    cell.innerHTML = names.length
      ? `<span class="chips">${names.map(wrap).join('')}${rest}</span>`
      : '<span class="muted">No access</span>';
    return;
  }
  names.forEach((name, place) => {
    const chip = list.children[place];
    chip.title = name;
    chip.firstChild.firstChild.data = name;
  });
}

function draw(again) {
  const wanted = Math.floor(scroller.scrollTop / rowHeight);
  const start = Math.max(0, Math.min(wanted, view.length - most));
  const end = Math.min(start + most, view.length);
  for (let index = start; index < end; index += 1) {
    const slot = (pool[index % most] ??= make());
    if (again || slot.index !== index) put(slot, view[index], index);
  }
  if (!again) return;
  for (const slot of pool) slot.row.hidden = !(slot.index >= start && slot.index < end);
}

function look(members) {
  view = members;
  spacer.style.height = `${view.length * rowHeight}px`;
  scroller.scrollTop = 0;
  for (const slot of pool) slot.index = -1;
  draw(true);
}

export default {
  create(host) {
    const style = document.createElement('style');
    style.textContent = `${cellStyles}${rowStyles}[hidden]{display:none!important}.row{contain:strict}`;
    host.innerHTML = `<div class="scroller"><div class="head">${columns.map((name) => `<div>${name}</div>`).join('')}</div>
      <div class="spacer" style="position:relative"><div class="rows"></div></div></div>`;
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
