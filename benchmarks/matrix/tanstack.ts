import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/lit-virtual';
import { html, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
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

type Options = VirtualizerOptions<HTMLElement, HTMLElement>;

let scroller: HTMLElement;
let place: HTMLElement;
let grid: Grid | undefined;
let rows: Virtualizer<HTMLElement, HTMLElement>;
let columns: Virtualizer<HTMLElement, HTMLElement>;

function virtualizer(some: Pick<Options, 'count' | 'estimateSize'> & Partial<Options>) {
  const made = new Virtualizer<HTMLElement, HTMLElement>({
    getScrollElement: () => scroller,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => draw(),
    overscan: 1,
    ...some,
  });
  made._didMount();
  made._willUpdate();
  return made;
}

function draw(): void {
  if (!grid || !columns) return;
  const { members, applications, counts } = grid;
  const seen = columns.getVirtualItems();
  render(
    html`<div class="heads">
        <div class="head">
          <div class="corner">Member</div>
          ${repeat(
            seen,
            ({ key }) => key,
            ({ index, start }) => columnHead(applications[index]!, nameWidth + start),
          )}
        </div>
      </div>
      <div class="rows">
        ${repeat(
          rows.getVirtualItems(),
          ({ key }) => key,
          ({ index: row, start }) =>
            html`<div class="row" .style=${`inset-block-start:${start}px`}>
              <div class="who">${rowHead(members[row]!)}</div>
              ${repeat(
                seen,
                ({ key }) => key,
                ({ index, start }) =>
                  gridCell(counts[row * columnCount + index]!, nameWidth + start),
              )}
            </div>`,
        )}
      </div>`,
    place,
  );
}

export default {
  create(host) {
    const style = document.createElement('style');
    style.textContent = `${cellStyles} .place { display: contents; }`;
    scroller = document.createElement('div');
    scroller.className = 'viewport';
    place = document.createElement('div');
    place.className = 'place';
    scroller.append(place);
    host.append(style, scroller);
  },
  show(all) {
    grid = all;
    rows = virtualizer({
      count: rowCount,
      estimateSize: () => rowHeight,
      scrollPaddingStart: headHeight,
    });
    columns = virtualizer({
      count: columnCount,
      estimateSize: () => columnWidth,
      horizontal: true,
    });
    draw();
  },
  scroller: () => scroller,
  toggle(row, column, on) {
    grid!.counts[row * columnCount + column] = on ? 1 : 0;
    draw();
  },
  take(column) {
    for (let row = 0; row < rowCount; row += 1) grid!.counts[row * columnCount + column] = 0;
    draw();
  },
} satisfies Subject as Subject;
