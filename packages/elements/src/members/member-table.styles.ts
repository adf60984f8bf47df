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

  thead > tr {
    block-size: 36px;
    background: var(--_sunken);
  }

  .not-done {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
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

  .skeleton div {
    block-size: var(--_row-size);
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
  }
`;
