import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    inline-size: 100%;
    container-type: inline-size;
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_panel-radius);
    overflow: clip;
  }

  .toolbar,
  .outcome,
  .more {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_border);
  }

  .toolbar {
    min-block-size: calc(var(--_control) + var(--_space) * 6);
  }

  .toolbar .search {
    flex: 1 1 220px;
    max-inline-size: 340px;
  }

  .count,
  .more > .muted {
    margin-inline-start: auto;
    padding-inline: calc(var(--_space) * 1);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .outcome {
    padding-block: calc(var(--_space) * 2);
    background: var(--_sunken);
    overflow-wrap: anywhere;
  }

  .outcome > .icon {
    color: var(--_success);
  }

  .outcome > span {
    min-inline-size: 0;
  }

  .outcome > .refusal {
    flex: 1 1 240px;
  }

  .refusal > .icon {
    margin-block-start: 2px;
  }

  code {
    color: var(--_muted);
    font-size: 0.75rem;
    user-select: all;
  }

  .button[aria-disabled='true'],
  .item[aria-disabled='true'] {
    cursor: default;
  }

  .button[aria-disabled='true'] {
    opacity: 0.55;
  }

  .more {
    border-block: 1px solid var(--_border);
    border-block-end: 0;
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
    padding: 0 calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_border);
    background: var(--_sunken);
    color: var(--_muted);
    font-size: 0.75rem;
    font-weight: 500;
    text-align: start;
    white-space: nowrap;
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
    padding: 0 calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_border);
    font-weight: 400;
    text-align: start;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
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

  .identity {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 3);
    min-inline-size: 0;
  }

  .name {
    font-weight: 500;
  }

  .chips {
    display: flex;
    gap: calc(var(--_space) * 1);
    min-inline-size: 0;
  }

  .chips > .chip {
    min-inline-size: 28px;
  }

  time {
    font-variant-numeric: tabular-nums;
  }

  [data-column='invited'] time {
    font-size: 0.75rem;
  }

  [aria-haspopup='menu'] {
    min-block-size: 32px;
    min-inline-size: 32px;
    color: var(--_muted);
  }

  [aria-haspopup='menu']:hover,
  [aria-expanded='true'] {
    color: var(--_text);
  }

  [aria-expanded='true'] {
    anchor-name: --row;
    background: var(--_hover);
  }

  .menu {
    position: fixed;
    position-anchor: --row;
    position-area: block-end span-inline-start;
    position-try-fallbacks: flip-block;
    position-visibility: anchors-visible;
    inline-size: max-content;
    min-inline-size: 180px;
    max-inline-size: min(320px, calc(100vw - 16px));
    margin: 0;
    margin-block: calc(var(--_space) * 1);
    padding: calc(var(--_space) * 1);
    border: 1px solid var(--_border);
    border-radius: var(--_panel-radius);
    background: var(--_raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }

  @supports not (anchor-name: --row) {
    .menu {
      inset: auto calc(var(--_space) * 4) calc(var(--_space) * 4) auto;
    }
  }

  .item {
    display: flex;
    gap: calc(var(--_space) * 2);
    inline-size: 100%;
    min-block-size: 32px;
    padding: 6px calc(var(--_space) * 2);
    border: 0;
    border-radius: var(--_radius);
    background: none;
    text-align: start;
    cursor: pointer;
  }

  .item:focus-visible {
    outline-offset: -2px;
  }

  .item:hover,
  .item:focus {
    background: var(--_hover);
  }

  .item > .icon {
    margin-block-start: 2px;
    color: var(--_muted);
  }

  .item.revoke[aria-disabled='false'],
  .item.revoke[aria-disabled='false'] > .icon {
    color: var(--_danger);
  }

  .item[aria-disabled='true'] > .icon,
  .item[aria-disabled='true'] .verb {
    opacity: 0.6;
  }

  .item > span > .muted {
    display: block;
    font-size: 0.75rem;
    overflow-wrap: anywhere;
  }

  .dialog p {
    margin: 0 0 calc(var(--_space) * 2);
  }

  .dialog bdi {
    font-weight: 500;
  }

  .skeleton {
    opacity: 0;
    animation: appear 1ms 200ms forwards;
  }

  .skeleton > td > * {
    display: inline-block;
    vertical-align: middle;
    block-size: 12px;
    border-radius: var(--_radius);
    background: color-mix(in oklch, var(--_text) 8%, transparent);
  }

  .skeleton i {
    inline-size: 28px;
    block-size: 28px !important;
    margin-inline-end: calc(var(--_space) * 3);
    border-radius: 50% !important;
  }

  @keyframes appear {
    to {
      opacity: 1;
    }
  }

  @container (max-width: 900px) {
    [data-column='invited'] {
      display: none;
    }
  }

  @container (max-width: 640px) {
    .toolbar .search {
      flex-basis: 100%;
      max-inline-size: none;
    }

    .toolbar select {
      flex: 1 1 auto;
      min-inline-size: 0;
    }

    .count:empty {
      display: none;
    }

    .outcome > .refusal {
      order: -2;
      flex: 1 1 calc(100% - 60px);
    }

    .outcome > .icon-only {
      order: -1;
      align-self: start;
    }

    thead {
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
      gap: calc(var(--_space) * 2);
      padding: calc(var(--_space) * 3);
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

    .skeleton {
      display: block;
    }

    .skeleton > td {
      display: flex;
      align-items: center;
      block-size: 116px;
    }
  }

  @media (forced-colors: active) {
    .item:focus {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .skeleton {
      opacity: 1;
    }
  }
`;
