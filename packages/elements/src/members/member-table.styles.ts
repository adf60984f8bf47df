import { css } from 'lit';

export const styles = css`
  .toolbar[hidden] {
    display: none;
  }

  .toolbar .narrow {
    display: none;
  }

  .viewport {
    /* All rows are as high as this, whatever is in them. */
    --_row-size: round(up, max(var(--_row), 2.4rem), 1px);

    contain: content;
  }

  /* Rows are laid out one by one: as cells of one table each would be measured anew with the others. */
  table,
  thead,
  tbody {
    display: block;
  }

  thead {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
  }

  thead > tr,
  .rows > tr {
    display: flex;
    align-items: center;
    border-block-end: 1px solid var(--_border);
  }

  thead > tr {
    block-size: 36px;
    background: var(--_sunken);
  }

  .rows {
    position: relative;
    contain: strict;
  }

  .rows > tr {
    position: absolute;
    inset-inline: 0;
    block-size: var(--_row-size);
    contain: strict;
  }

  .rows > .last {
    border-block-end-color: transparent;
  }

  .rows > .selected {
    background: var(--_selected);
  }

  [part='row']:hover {
    background: var(--_hover);
  }

  th,
  td {
    display: block;
    flex: 1 1 0;
    min-inline-size: 0;
  }

  thead th {
    overflow: visible;
  }

  [data-column='name'],
  [data-column='access'] {
    flex-grow: 2.2;
  }

  [data-column='organizationRoles'],
  [data-column='status'] {
    flex-grow: 1.3;
  }

  .pick,
  .more {
    flex: none;
    padding: 0;
    overflow: visible;
  }

  .pick {
    inline-size: 36px;
    padding-inline-start: calc(var(--_space) * 2);
    user-select: none;
  }

  .pick + * {
    padding-inline-start: calc(var(--_space) * 1);
  }

  .more {
    inline-size: 44px;
  }

  .not-done {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_border);
  }

  .sort {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1);
    min-block-size: 28px;
    margin-inline-start: calc(var(--_space) * -2);
    padding: 0 calc(var(--_space) * 2);
    border: 0;
    border-radius: var(--_radius);
    background: none;
    cursor: pointer;
  }

  .sort:hover {
    background: var(--_hover);
    color: var(--_text);
  }

  .sort .icon {
    inline-size: 14px;
    block-size: 14px;
    opacity: 0;
  }

  .sort:hover .icon,
  .sort:focus-visible .icon {
    opacity: 0.5;
  }

  [aria-sort='ascending'] .sort,
  [aria-sort='descending'] .sort {
    color: var(--_text);
  }

  [aria-sort='ascending'] .icon,
  [aria-sort='descending'] .icon {
    opacity: 1;
  }

  .identity > span:nth-child(2) {
    min-inline-size: 0;
  }

  .identity > .managed {
    flex: none;
    min-block-size: 20px;
  }

  .open-member {
    display: block;
    max-inline-size: 100%;
    padding: 0;
    border: 0;
    background: none;
    text-align: start;
    cursor: pointer;
  }

  .open-member:hover {
    text-decoration: underline;
  }

  .open-member:focus-visible {
    outline-offset: -1px;
  }

  .email {
    font-size: 0.75rem;
  }

  .standing > :first-child {
    flex: none;
  }

  .rest > .button {
    margin-inline-start: calc(var(--_space) * 2);
  }

  .skeleton,
  .skeleton > td {
    display: block;
  }

  .skeleton div {
    block-size: var(--_row-size);
  }

  @container (max-width: 860px) {
    [data-column='lastSignInAt'] {
      display: none;
    }
  }

  @container (max-width: 640px) {
    .toolbar .narrow {
      display: block;
    }

    .count {
      order: 1;
      flex-basis: 100%;
      padding: 0;
    }

    .viewport {
      --_row-size: round(
        up,
        calc(max(116px, calc(5.25rem + 32px)) + var(--_further, 0) * (1.45rem + 4px)),
        1px
      );
    }

    [part='row'] {
      display: grid !important;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: calc(var(--_space) * 1) calc(var(--_space) * 2);
      align-content: center;
    }

    [part='row'] > td {
      padding: 0;
    }

    [part='row'] > [data-column='organizationRoles'],
    [part='row'] > [data-column='access'] {
      grid-column: 1 / -1;
    }

    [part='row'] > [data-column='lastSignInAt'] {
      display: none;
    }

    .acting [part='row'] {
      grid-template-columns: auto fit-content(45%) minmax(0, 1fr) auto;
    }

    .acting [part='row'] > [data-column='name'] {
      grid-column: 2 / 4;
    }

    .acting [part='row'] > [data-column='status'] {
      grid-column: 2 / -1;
    }

    .acting [part='row'] > [data-column='organizationRoles'] {
      grid-column: 2;
    }

    .acting [part='row'] > [data-column='access'] {
      grid-column: 3 / -1;
    }

    [part='row'] > .pick {
      grid-area: 1 / 1;
      inline-size: 28px;
    }

    [part='row'] > .more {
      grid-area: 1 / 4;
      inline-size: 32px;
    }

    [part='row'] > [data-title] {
      display: flex;
      grid-column: 1 / -1;
      gap: calc(var(--_space) * 2);
    }

    .acting [part='row'] > [data-title] {
      grid-column: 2 / -1;
    }

    [part='row'] > [data-title]::before {
      content: attr(data-title);
      flex: none;
      color: var(--_muted);
    }
  }
`;
