import '@vaadin/grid';
import type { Grid as VaadinGrid } from '@vaadin/grid';
import { columnBodyRenderer } from '@vaadin/grid/lit.js';
import { html, render } from 'lit';
import { columnCount, rowCount, type Grid } from './data.ts';
import {
  cellStyles,
  columnWidth,
  headHeight,
  nameWidth,
  rowHeight,
  type Subject,
} from './subject.ts';
import { columnHead, gridCell, rowHead } from './templates.ts';

/** The grid takes 0 for no item. */
interface Item {
  readonly row: number;
}

let element: VaadinGrid<Item>;
let style: HTMLStyleElement;
let place: HTMLElement;
let grid: Grid;

export default {
  create(host) {
    style = document.createElement('style');
    style.textContent = `${cellStyles}
      vaadin-grid { position: absolute; inset: 0; block-size: 100%; --vaadin-grid-cell-padding: 0; }
      vaadin-grid::part(body-cell) { box-sizing: border-box; block-size: ${rowHeight}px; min-block-size: ${rowHeight}px; }
      vaadin-grid::part(header-cell) { block-size: ${headHeight}px; min-block-size: ${headHeight}px; }
      vaadin-grid-cell-content { overflow: hidden; }
      vaadin-grid-cell-content > .cell { position: static; block-size: ${rowHeight - 1}px; }
      vaadin-grid-cell-content > .cell:has(.avatar) { display: flex; flex-direction: column; justify-content: end; block-size: ${headHeight - 1}px; }
      vaadin-grid-cell-content > .cell > bdi { max-inline-size: 86px; writing-mode: vertical-rl; transform: rotate(180deg); }
      vaadin-grid-cell-content > .cell > .avatar { order: 1; inline-size: 22px; block-size: 22px; }
      vaadin-grid-cell-content > .who { position: static; block-size: ${rowHeight - 1}px; }`;
    place = document.createElement('div');
    host.append(style, place);
  },
  show(all) {
    grid = all;
    const { members, applications, counts } = grid;
    render(
      html`<vaadin-grid column-rendering="lazy">
        <vaadin-grid-column
          frozen
          .width=${`${nameWidth}px`}
          .flexGrow=${0}
          .header=${'Member'}
          ${columnBodyRenderer<Item>(({ row }) => html`<div class="who">${rowHead(members[row]!)}</div>`, [])}
        ></vaadin-grid-column>
        ${applications.map(
          (application, column) =>
            html`<vaadin-grid-column
              .width=${`${columnWidth}px`}
              .flexGrow=${0}
              .headerRenderer=${(head: HTMLElement) => void render(columnHead(application), head)}
              ${columnBodyRenderer<Item>(({ row }) => gridCell(counts[row * columnCount + column]!), [])}
            ></vaadin-grid-column>`,
        )}
      </vaadin-grid>`,
      place,
    );
    element = place.querySelector<VaadinGrid<Item>>('vaadin-grid')!;
    element.items = Array.from({ length: rowCount }, (_, row) => ({ row }));
  },
  scroller: () => element.shadowRoot!.querySelector('#table')!,
  toggle(row, column, on) {
    grid.counts[row * columnCount + column] = on ? 1 : 0;
    element.requestContentUpdate();
  },
  take(column) {
    for (let row = 0; row < rowCount; row += 1) grid.counts[row * columnCount + column] = 0;
    element.requestContentUpdate();
  },
} satisfies Subject as Subject;
