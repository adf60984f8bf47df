import { css, html, type TemplateResult } from 'lit';
import { chipsStyles } from './chips.js';
import { frameStyles } from './frame.js';
import { skeletonStyles } from './skeleton.js';

/** The shape of rows that are on their way. */
export function skeletonRows(): readonly TemplateResult[] {
  return [68, 52, 74, 60, 56].map(
    (width) =>
      html`<tr aria-hidden="true" class="skeleton">
        <td colspan="6">
          <div><i></i><span .style=${`inline-size:${width}%`}></span></div>
        </td>
      </tr>`,
  );
}

/**
 * What every table of people has: a frame, a toolbar above, a part that scrolls, a head that stays in
 * sight. The element is the container by whose width its rows become cards.
 */
export const tableStyles = css`
  ${frameStyles} ${chipsStyles} ${skeletonStyles}

  .toolbar .search {
    flex: 1 1 176px;
    max-inline-size: 340px;
  }

  .viewport {
    max-block-size: var(--tessera-table-block-size, min(640px, 75vh));
    overflow: auto;
    overscroll-behavior: contain;
    scroll-padding-block-start: 36px;
  }

  .viewport:focus-visible {
    outline-offset: -2px;
  }

  th,
  td {
    padding: 0 calc(var(--_space) * 3);
    overflow: hidden;
    font-weight: 400;
    text-align: start;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  thead th {
    color: var(--_muted);
    font-size: 0.75rem;
    font-weight: 500;
  }

  .identity {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 3);
    min-inline-size: 0;
  }

  .name {
    font-weight: 500;
  }

  time {
    font-variant-numeric: tabular-nums;
  }

  .skeleton div {
    display: flex;
    align-items: center;
  }

  .skeleton i {
    flex: none;
    inline-size: 28px;
    block-size: 28px;
    margin-inline-end: calc(var(--_space) * 3);
    border-radius: 50%;
  }

  @container (max-width: 640px) {
    .toolbar .search {
      flex-basis: 100%;
      max-inline-size: none;
    }

    .toolbar select {
      flex: 1 1 calc(50% - var(--_space) * 2);
      min-inline-size: 0;
    }

    table > thead {
      display: none;
    }

    [part='row'] {
      gap: calc(var(--_space) * 2);
      padding: calc(var(--_space) * 3);
    }
  }
`;
