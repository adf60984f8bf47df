import { css } from 'lit';

export const styles = css`
  .more {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 3);
    border-block-start: 1px solid var(--_border);
  }

  .more > .muted {
    margin-inline-start: auto;
    padding-inline: calc(var(--_space) * 1);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .outcome > .summary > .icon {
    color: var(--_success);
  }

  table {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
    table-layout: fixed;
  }

  thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    block-size: 36px;
    border-block-end: 1px solid var(--_border);
    background: var(--_sunken);
  }

  thead [data-column='email'] {
    inline-size: 28%;
  }

  thead [data-column='status'] {
    inline-size: 140px;
  }

  thead [data-column='invited'] {
    inline-size: 16%;
  }

  thead [data-column='expiry'] {
    inline-size: 12.5rem;
  }

  thead [data-column='actions'] {
    inline-size: 60px;
  }

  tbody th,
  td {
    block-size: calc(var(--_row) + 8px);
    border-block-end: 1px solid var(--_border);
  }

  tr:last-child > * {
    border-block-end: 0;
  }

  [part='row']:hover > * {
    background: var(--_hover);
  }

  [part='row'][aria-busy='true'] > * {
    background: var(--_sunken);
  }

  [data-column='actions'] {
    padding-inline: 0 calc(var(--_space) * 3);
    text-align: end;
  }

  [data-column='invited'] time {
    font-size: 0.75rem;
  }

  .dialog p {
    margin: 0 0 calc(var(--_space) * 2);
  }

  .dialog bdi {
    font-weight: 500;
  }

  @container (max-width: 900px) {
    [data-column='invited'] {
      display: none;
    }
  }

  @container (max-width: 640px) {
    .count:empty {
      display: none;
    }

    table,
    tbody {
      display: block;
    }

    [part='row'] {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      border-block-end: 1px solid var(--_border);
    }

    [part='row']:last-child {
      border-block-end: 0;
    }

    [part='row']:hover {
      background: var(--_hover);
    }

    [part='row']:hover > * {
      background: none;
    }

    [part='row'] > * {
      display: block;
      block-size: auto;
      padding: 0;
      border: 0;
    }

    [part='row'] > [data-column='email'] {
      order: -2;
      flex: 1 1 calc(100% - 56px);
      min-inline-size: 0;
    }

    [part='row'] > [data-column='actions'] {
      order: -1;
      min-inline-size: 32px;
    }

    [part='row'] > [data-column='offer'],
    [part='row'] > [data-column='invited'] {
      order: 1;
      flex: 1 1 100%;
      min-inline-size: 0;
    }

    [part='row'] > [data-column='expiry'],
    [part='row'] > [data-column='invited'] {
      color: var(--_muted);
      font-size: 0.75rem;
    }

    [part='row'] > [data-column='invited'] {
      display: flex;
      gap: calc(var(--_space) * 2);
    }

    [part='row'] > [data-column='expiry']:empty {
      display: none;
    }

    .skeleton,
    .skeleton > td {
      display: block;
      block-size: auto;
    }

    .skeleton div {
      block-size: 116px;
    }
  }
`;
