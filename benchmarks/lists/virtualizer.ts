import '@lit-labs/virtualizer';
import type { LitVirtualizer } from '@lit-labs/virtualizer';
import type { Member } from '@tesserakit/contract';
import { html, render } from 'lit';
import { chosen } from './members.ts';
import { cellStyles, columns, rowStyles, type Subject } from './subject.ts';
import { cellTemplates } from './templates.ts';

let host: HTMLElement;
let all: readonly Member[] = [];

const row = (member: unknown) =>
  html`<div class="row">
    ${cellTemplates.map((cell) => html`<div>${cell(member as Member)}</div>`)}
  </div>`;

function draw(items: readonly Member[]): void {
  const list = host.querySelector<LitVirtualizer>('lit-virtualizer')!;
  host.querySelector('.scroller')!.scrollTop = 0;
  list.items = items as Member[];
}

export default {
  create(place) {
    host = place;
    const style = document.createElement('style');
    style.textContent = `${cellStyles}${rowStyles} lit-virtualizer > .row { inline-size: 100%; }`;
    render(
      html`${style}
        <div class="scroller">
          <div class="head">${columns.map((name) => html`<div>${name}</div>`)}</div>
          <lit-virtualizer .renderItem=${row}></lit-virtualizer>
        </div>`,
      host,
    );
  },
  show: (members) => draw((all = members)),
  scroller: () => host.querySelector('.scroller')!,
  search: (word) => draw(word ? chosen(all, word, false) : all),
  sort: () => draw(chosen(all, '', true)),
} satisfies Subject as Subject;
