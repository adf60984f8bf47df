import { css } from 'lit';

/** The rows of the table and their cells; cards where there is no room for rows. */
export const rowStyles = css`
  thead > tr,
  .rows > tr {
    display: flex;
    align-items: center;
    border-block-end: 1px solid var(--_border);
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

  @container (max-width: 860px) {
    [data-column='lastSignInAt'] {
      display: none;
    }
  }

  @container (max-width: 640px) {
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
      inline-size: auto;
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
