import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../text/catalogue.js';
import { columns3Icon, downloadIcon } from '../theme/icons.js';
import type { MatrixGrid } from './matrix-grid.js';

type MatrixWords = Words<'accessMatrix'>;

/** What the toolbar ends with. */
export function tools(
  { accessMatrix }: MatrixWords,
  {
    isList,
    canToggle,
    toggle,
    save,
  }: { isList: boolean; canToggle: boolean; toggle(): void; save: (() => void) | undefined },
): TemplateResult {
  const icon = (label: string, drawn: TemplateResult, run: () => void, pressed?: boolean) =>
    html`<button
      type="button"
      class="button icon-only"
      aria-label=${label}
      title=${label}
      aria-pressed=${pressed ?? nothing}
      @click=${run}
    >
      ${drawn}
    </button>`;
  return html`${canToggle ? icon(accessMatrix.asList, columns3Icon, toggle, isList) : nothing}
  ${save ? icon(accessMatrix.export, downloadIcon, save) : nothing}`;
}

/** The grid without what is in it: a window of it is drawn while one scrolls. */
export function gridFrame(
  { accessMatrix }: MatrixWords,
  grid: MatrixGrid,
  busy: boolean,
  come: () => void,
): TemplateResult {
  const { rows, columns } = grid.extent;
  return html`<div
      class="viewport"
      part="viewport"
      role="grid"
      aria-label=${accessMatrix.title}
      aria-describedby="keys"
      aria-multiselectable="true"
      aria-rowcount=${rows + 1}
      aria-colcount=${columns + 1}
      aria-busy=${busy}
      @keydown=${grid.press}
      @click=${grid.click}
      @mousedown=${grid.point}
      @focusin=${(event: FocusEvent) => {
        come();
        grid.enter(event);
      }}
    >
      <div role="rowgroup" class="heads">
        <div role="row" aria-rowindex="1" class="head">
          <div
            role="columnheader"
            aria-colindex="1"
            class="corner"
            tabindex="-1"
            title=${accessMatrix.selectAll}
          >
            ${accessMatrix.member}
          </div>
        </div>
      </div>
      <div role="rowgroup" class="rows"></div>
    </div>
    <p class="hidden" id="keys">${accessMatrix.keys}</p>`;
}

/** The shape of what is on its way. */
export function gridSkeleton(): TemplateResult {
  return html`<div class="skeleton" aria-hidden="true">
    ${[160, 140, 170, 150].map((width) => html`<i .style=${`inline-size:${width}px`}></i>`)}
  </div>`;
}
