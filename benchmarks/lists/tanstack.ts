import {
  columnFilteringFeature,
  createColumnHelper,
  createFilteredRowModel,
  createSortedRowModel,
  FlexRender,
  globalFilteringFeature,
  rowSortingFeature,
  TableController,
  tableFeatures,
} from '@tanstack/lit-table';
import { VirtualizerController } from '@tanstack/lit-virtual';
import type { Member } from '@tesserakit/contract';
import { html, LitElement } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { matches } from './members.ts';
import { cellStyles, columns, rowHeight, rowStyles, type Subject } from './subject.ts';
import { cellTemplates } from './templates.ts';

const features = tableFeatures({
  columnFilteringFeature,
  globalFilteringFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
});
const helper = createColumnHelper<typeof features, Member>();
const definitions = helper.columns(
  columns.map((name, column) =>
    helper.accessor((member) => member.name, {
      id: name,
      header: name,
      sortFn: (one, other) =>
        one.original.name < other.original.name
          ? -1
          : one.original.name > other.original.name
            ? 1
            : 0,
      cell: ({ row }) => cellTemplates[column]!(row.original),
    }),
  ),
);

class TanstackTable extends LitElement {
  static override properties = { members: {}, word: {}, sorted: {} };
  declare members: readonly Member[];
  declare word: string;
  declare sorted: boolean;

  readonly #table = new TableController<typeof features, Member>(this);
  readonly #rows = new VirtualizerController<HTMLElement, HTMLElement>(this, {
    count: 0,
    getScrollElement: () => this.querySelector<HTMLElement>('.scroller'),
    estimateSize: () => rowHeight,
    overscan: 3,
  });

  constructor() {
    super();
    [this.members, this.word, this.sorted] = [[], '', false];
  }

  override createRenderRoot() {
    return this;
  }

  override render() {
    const table = this.#table.table({
      features,
      columns: definitions,
      data: this.members as Member[],
      globalFilterFn: (row, _, word) => matches(row.original, String(word)),
      state: {
        globalFilter: this.word,
        sorting: this.sorted ? [{ id: 'Name', desc: false }] : [],
      },
    });
    const { rows } = table.getRowModel();
    const virtualizer = this.#rows.getVirtualizer();
    virtualizer.setOptions({ ...virtualizer.options, count: rows.length });
    return html`<div class="scroller">
      <div class="head">${columns.map((name) => html`<div>${name}</div>`)}</div>
      <div .style=${`position:relative;block-size:${virtualizer.getTotalSize()}px`}>
        ${repeat(
          virtualizer.getVirtualItems(),
          ({ key }) => key,
          ({ index, start }) =>
            html`<div
              class="row"
              .style=${`position:absolute;inset-inline:0;transform:translateY(${start}px)`}
            >
              ${rows[index]!.getAllCells().map((cell) => html`<div>${FlexRender({ cell })}</div>`)}
            </div>`,
        )}
      </div>
    </div>`;
  }
}

customElements.define('tanstack-table', TanstackTable);
let table: TanstackTable;

export default {
  create(host) {
    const style = document.createElement('style');
    style.textContent = cellStyles + rowStyles;
    table = new TanstackTable();
    host.append(style, table);
  },
  show: (members) => (table.members = members),
  scroller: () => table.querySelector('.scroller')!,
  search(word) {
    table.querySelector('.scroller')!.scrollTop = 0;
    table.word = word;
  },
  sort() {
    table.querySelector('.scroller')!.scrollTop = 0;
    table.word = '';
    table.sorted = true;
  },
} satisfies Subject as Subject;
