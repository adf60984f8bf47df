import type { TesseraError } from '@tesserakit/client';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../text/catalogue.js';
import {
  circleAlertIcon,
  columns3Icon,
  downloadIcon,
  lockIcon,
  searchIcon,
  usersIcon,
} from '../theme/icons.js';
import { notice } from '../theme/notice.js';
import type { MatrixGrid } from './matrix-grid.js';

type MatrixWords = Words<'accessMatrix'>;

/** What stands in place of the matrix: not allowed, not to be had, not loaded. */
export function notShown(
  words: MatrixWords,
  error: TesseraError | 'unsupported',
  retry: () => void,
): TemplateResult {
  const { accessMatrix, common, errors } = words;
  const code = error === 'unsupported' ? error : error.code;
  if (code === 'forbidden') {
    return notice({
      icon: lockIcon,
      title: accessMatrix.forbidden,
      sentence: accessMatrix.forbiddenHint,
    });
  }
  if (error === 'unsupported') {
    return notice({
      icon: columns3Icon,
      title: accessMatrix.failed,
      sentence: accessMatrix.unsupported,
    });
  }
  return notice({
    icon: circleAlertIcon,
    title: accessMatrix.failed,
    sentence: `${errors[error.code]} ${common.unharmed}`,
    action: { label: common.retry, run: retry },
    requestId: error.requestId && common.requestId(error.requestId),
    urgent: true,
  });
}

/** Nobody is there, nothing is there, or nobody fits. */
export function nothingThere(
  { accessMatrix }: MatrixWords,
  applications: number,
  isNarrowed: boolean,
  startOver: () => void,
): TemplateResult {
  if (applications === 0) {
    return notice({
      icon: columns3Icon,
      title: accessMatrix.noApplications,
      sentence: accessMatrix.noApplicationsHint,
    });
  }
  if (!isNarrowed) {
    return notice({
      icon: usersIcon,
      title: accessMatrix.noMembers,
      sentence: accessMatrix.noMembersHint,
    });
  }
  return notice({
    icon: searchIcon,
    title: accessMatrix.noMatch,
    sentence: accessMatrix.noMatchHint,
    action: { label: accessMatrix.clearFilters, run: startOver },
  });
}

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
    ${[68, 52, 74, 60, 56, 66].map(
      (width) =>
        html`<div>
          <i></i
          ><span .style=${`inline-size:${width}px`}></span
          >${[1, 2, 3, 4, 5, 6].map(() => html`<b></b>`)}
        </div>`,
    )}
  </div>`;
}
