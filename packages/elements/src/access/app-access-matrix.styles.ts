import { css } from 'lit';

export const styles = css`
  .toolbar .search {
    flex: 1 1 200px;
    max-inline-size: 300px;
  }

  .toolbar select {
    flex: 0 1 auto;
    min-inline-size: 0;
    max-inline-size: 180px;
  }

  .toolbar .icon-only[aria-pressed='true'] {
    background: var(--_selected);
    border-color: var(--_accent);
  }

  /* The grid. */
  .viewport {
    --_cell: round(up, max(40px, 2.5rem), 1px);
    --_head: 128px;
    --_name: 248px;

    contain: content;
    position: relative;
    max-block-size: var(--tessera-table-block-size, min(640px, 75vh));
    overflow: auto;
    overscroll-behavior: contain;
    background: var(--_surface);
  }

  .viewport.wide {
    --_head: 44px;
  }

  .heads {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    inline-size: var(--_width);
    min-inline-size: 100%;
    block-size: var(--_head);
    contain: strict;
    background: var(--_sunken);
    border-block-end: 1px solid var(--_border);
    color: var(--_muted);
    font-size: 0.75rem;
    font-weight: 500;
  }

  .head {
    block-size: 100%;
  }

  .corner,
  .who {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    inline-size: var(--_name);
    block-size: 100%;
    border-inline-end: 1px solid var(--_border);
    cursor: pointer;
  }

  .corner {
    display: flex;
    align-items: end;
    padding: calc(var(--_space) * 3);
    background: var(--_sunken);
  }

  .rows {
    position: relative;
    inline-size: var(--_width);
    min-inline-size: 100%;
    block-size: var(--_height);
    contain: strict;
  }

  .row {
    position: absolute;
    inset-inline: 0;
    block-size: var(--_cell);
    contain: strict;
    border-block-end: 1px solid var(--_border);
  }

  .who {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    padding-inline: calc(var(--_space) * 3);
    background: var(--_surface);
    line-height: 1.3;
  }

  .who > span:last-child {
    min-inline-size: 0;
  }

  .name {
    font-weight: 500;
  }

  .email {
    font-size: 0.75rem;
  }

  .cell {
    position: absolute;
    inset-block: 0;
    inline-size: var(--_column);
    display: grid;
    place-items: center;
    contain: strict;
    border-inline-end: 1px solid color-mix(in oklch, var(--_border) 60%, transparent);
    cursor: pointer;
    user-select: none;
  }

  .cell:focus-visible,
  .who:focus-visible,
  .corner:focus-visible {
    outline-offset: -2px;
    z-index: 1;
  }

  .row:hover > .cell,
  .row > .cell:hover {
    background-color: var(--_hover);
  }

  .row > .selected,
  .head > .selected {
    background-color: var(--_selected);
  }

  .mark {
    display: grid;
    place-items: center;
    min-inline-size: 24px;
    block-size: 24px;
    border-radius: var(--_radius);
    font-size: 0.75rem;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }

  .given > .mark {
    background: color-mix(in oklch, var(--_accent) 16%, var(--_surface));
    color: color-mix(in oklch, var(--_accent) 62%, var(--_text));
  }

  .default > .mark {
    min-inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    background: var(--_accent);
  }

  .outside {
    background-image: repeating-linear-gradient(
      135deg,
      transparent 0 5px,
      color-mix(in oklch, var(--_warning) 22%, transparent) 5px 7px
    );
  }

  .outside > .mark {
    background: color-mix(in oklch, var(--_warning) 16%, var(--_surface));
    color: color-mix(in oklch, var(--_warning) 70%, var(--_text));
  }

  .cell > .icon {
    position: absolute;
    inset-block-end: 3px;
    inset-inline-end: 3px;
    inline-size: 11px;
    block-size: 11px;
    color: var(--_warning);
  }

  .ending > .mark {
    outline: 1.5px dashed var(--_warning);
    outline-offset: 1px;
  }

  .shut {
    cursor: default;
  }

  .shut > .mark {
    background: color-mix(in oklch, var(--_text) 8%, transparent);
    color: var(--_muted);
  }

  .shut.default > .mark {
    background: var(--_muted);
  }

  .awaited > .mark {
    min-inline-size: 12px;
    block-size: 4px;
    background: color-mix(in oklch, var(--_text) 8%, transparent);
  }

  /* Columns wide enough for words. */
  .wide .cell {
    place-items: center start;
    padding-inline: calc(var(--_space) * 2);
  }

  .wide .mark {
    display: block;
    max-inline-size: 100%;
    block-size: auto;
    padding: 2px calc(var(--_space) * 2);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-weight: 500;
    line-height: 1.45;
  }

  .wide .cell:not(.given) > .mark {
    padding: 0;
  }

  .wide .default > .mark {
    border-radius: var(--_radius);
    background: color-mix(in oklch, var(--_text) 7%, transparent);
    color: var(--_text);
  }

  .wide .default > .mark::before {
    content: '';
    display: inline-block;
    inline-size: 6px;
    block-size: 6px;
    margin-inline-end: 6px;
    vertical-align: middle;
    border-radius: 50%;
    background: var(--_accent);
  }

  .wide .outside {
    padding-inline-end: calc(var(--_space) * 5);
  }

  .head > .cell {
    display: flex;
    flex-direction: column;
    justify-content: end;
    gap: calc(var(--_space) * 1);
    padding-block-end: calc(var(--_space) * 2);
    overflow: hidden;
  }

  .head > .cell > bdi {
    max-inline-size: 86px;
    writing-mode: vertical-rl;
    transform: rotate(180deg);
    text-align: start;
  }

  .head > .cell > .avatar {
    order: 1;
    inline-size: 22px;
    block-size: 22px;
    font-size: 0.625rem;
  }

  .wide .head > .cell {
    flex-direction: row;
    align-items: center;
    justify-content: start;
    padding-block: 0;
    gap: calc(var(--_space) * 2);
  }

  .wide .head > .cell > bdi {
    flex: 0 1 auto;
    min-inline-size: 0;
    writing-mode: horizontal-tb;
    transform: none;
    color: var(--_text);
  }

  .wide .head > .cell > .avatar {
    order: 0;
  }

  .wide .corner {
    align-items: center;
  }

  .skeleton {
    opacity: 0;
    animation: appear 1ms 200ms forwards;
  }

  .skeleton > i {
    display: block;
    block-size: 12px;
    margin: 14px calc(var(--_space) * 3);
    border-radius: var(--_radius);
    background: color-mix(in oklch, var(--_text) 8%, transparent);
  }

  @keyframes appear {
    to {
      opacity: 1;
    }
  }

  @container (max-width: 640px) {
    .toolbar .search {
      flex-basis: 100%;
      max-inline-size: none;
    }

    .toolbar select {
      flex: 1 1 calc(50% - var(--_space) * 2);
      max-inline-size: none;
    }

    .count {
      margin-inline-start: 0;
      flex: 1 1 auto;
      padding: 0;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .skeleton {
      opacity: 1;
    }
  }

  @media (forced-colors: active) {
    .mark {
      border: 1px solid;
    }

    .cell:not(.given) > .mark {
      border: 0;
    }

    .row > .selected {
      outline: 1px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
