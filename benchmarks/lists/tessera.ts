import '@tesserakit/elements/member-table.js';
import type { Subject } from './subject.ts';

let table: HTMLElementTagNameMap['tessera-member-table'];
const within = () => table.shadowRoot!;

export default {
  create(host) {
    table = document.createElement('tessera-member-table');
    // The part that scrolls is as high as the others' tables are.
    table.style.setProperty('--tessera-table-block-size', '640px');
    host.append(table);
  },
  show: (members) => (table.members = members),
  scroller: () => within().querySelector('.viewport')!,
  search(word) {
    const field = within().querySelector<HTMLInputElement>('.search input')!;
    field.value = word;
    field.dispatchEvent(new InputEvent('input'));
  },
  sort: () => within().querySelector<HTMLElement>('th[data-column="name"] button')!.click(),
} satisfies Subject as Subject;
