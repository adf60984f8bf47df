import { css } from 'lit';

export const styles = css`
  .viewport {
    /* All rows are as high as this, whatever is in them. */
    --_row-size: round(up, max(var(--_row), 2.75rem), 1px);

    contain: content;
  }

  :host > .refused,
  .refused {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
  }

  /* Rows are laid out one by one: as cells of one table each would be measured anew with the others. */
  table,
  thead,
  tbody {
    display: block;
  }

  tbody.rows {
    position: relative;
  }

  thead {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
  }

  thead > tr,
  .rows > tr {
    display: grid;
    grid-template-columns: minmax(0, 4fr) minmax(0, 3fr) minmax(0, 96px) minmax(0, 128px) 56px;
    align-items: center;
    inline-size: 100%;
  }

  thead > tr {
    block-size: 36px;
    background: var(--_sunken);
    border-block-end: 1px solid var(--_border);
  }

  .rows > tr {
    position: absolute;
    inset-inline: 0;
    block-size: var(--_row-size);
    border-block-end: 1px solid var(--_border);
  }

  .rows > tr.last {
    border-block-end-color: transparent;
  }

  .rows > tr:hover {
    background: var(--_hover);
  }

  .rows > tr:focus-visible {
    outline-offset: -2px;
  }

  td:first-child .identity {
    padding-inline-start: calc(var(--_level) * 24px);
    gap: calc(var(--_space) * 2);
  }

  .rest {
    grid-column: 1 / -1;
    padding-inline-start: calc(var(--_space) * 11 + var(--_level) * 24px);
  }

  .rest > .button {
    min-block-size: 28px;
    margin-inline-start: calc(var(--_space) * 2);
  }

  .twist,
  .leaf {
    flex: none;
    inline-size: 28px;
  }

  .button.twist {
    min-inline-size: 28px;
    min-block-size: 28px;
    color: var(--_muted);
  }

  .twist .icon {
    transition: rotate 120ms ease-out;
  }

  :host(:dir(rtl)) .twist .icon {
    rotate: 180deg;
  }

  [aria-expanded='true'] .twist .icon {
    rotate: 90deg;
  }

  .who {
    min-inline-size: 0;
  }

  .sub {
    font-size: 0.75rem;
  }

  td[data-column='limits'],
  td[data-column='below'] {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }

  .more {
    padding-inline: calc(var(--_space) * 2);
    overflow: visible;
    text-align: end;
  }

  .skeleton div {
    block-size: var(--_row-size);
  }

  @container (max-width: 640px) {
    .toolbar > .button {
      flex: 1 1 auto;
    }

    .rows > tr {
      grid-template-columns: minmax(0, 1fr) auto 52px;
      gap: 0;
      padding: 0;
    }

    td[data-column='limits'],
    td[data-column='below'] {
      display: none;
    }

    td:first-child .identity {
      padding-inline-start: calc(var(--_level) * 12px);
    }

    td:first-child {
      padding-inline-end: 0;
    }
  }
`;
