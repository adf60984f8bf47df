import '@vaadin/grid';
import type { Grid } from '@vaadin/grid';
import { columnBodyRenderer } from '@vaadin/grid/lit.js';
import type { Member } from '@tesserakit/contract';
import { html, render } from 'lit';
import { chosen } from './members.ts';
import { cellStyles, columns, headHeight, rowHeight, type Subject } from './subject.ts';
import { cellTemplates } from './templates.ts';

let grid: Grid<Member>;
let all: readonly Member[] = [];
const shares = [2.2, 1, 1.3, 2.2, 1];

function draw(items: readonly Member[]): void {
  grid.items = items as Member[];
  grid.scrollToIndex(0);
}

export default {
  create(host) {
    const style = document.createElement('style');
    style.textContent = `${cellStyles}
      vaadin-grid { position: absolute; inset: 0; block-size: 100%; --vaadin-grid-cell-padding: 0 12px; }
      vaadin-grid::part(body-cell) { box-sizing: border-box; block-size: ${rowHeight}px; min-block-size: ${rowHeight}px; }
      vaadin-grid::part(header-cell) { block-size: ${headHeight}px; min-block-size: ${headHeight}px; }
      vaadin-grid-cell-content { white-space: nowrap; }`;
    render(
      html`${style}
        <vaadin-grid>
          ${columns.map(
            (name, column) =>
              html`<vaadin-grid-column
                .header=${name}
                .flexGrow=${shares[column]!}
                .width=${'0'}
                ${columnBodyRenderer<Member>((member) => cellTemplates[column]!(member), [])}
              ></vaadin-grid-column>`,
          )}
        </vaadin-grid>`,
      host,
    );
    grid = host.querySelector<Grid<Member>>('vaadin-grid')!;
  },
  show: (members) => draw((all = members)),
  scroller: () => grid.shadowRoot!.querySelector('#table')!,
  search: (word) => draw(word ? chosen(all, word, false) : all),
  sort: () => draw(chosen(all, '', true)),
} satisfies Subject as Subject;
