import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    min-block-size: 0;
  }

  .search {
    margin-block-end: calc(var(--_space) * 1);
  }

  .list {
    max-block-size: min(420px, 60vh);
    margin: 0;
    padding: calc(var(--_space) * 1) 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    list-style: none;
    border-radius: var(--_radius);
  }

  .list:focus-visible {
    outline: none;
  }

  .list:focus-visible .option[data-active] {
    outline: var(--_focus-ring);
    outline-offset: -2px;
  }

  .option {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 3);
    min-block-size: 56px;
    padding: calc(var(--_space) * 1) calc(var(--_space) * 3);
    border-radius: var(--_radius);
    cursor: pointer;
  }

  .option .avatar {
    inline-size: 32px;
    block-size: 32px;
    font-size: 0.75rem;
  }

  .option:hover,
  .option[data-active] {
    background: var(--_hover);
  }

  .option[aria-disabled='true'] {
    cursor: default;
  }

  .option[aria-disabled='true'] .name,
  .option[aria-disabled='true'] .avatar {
    color: var(--_muted);
  }

  .option[aria-disabled='true'] .sub {
    white-space: normal;
  }

  .option > .icon:last-child {
    color: var(--_accent);
  }

  .option[aria-disabled='true'] > .icon:last-child {
    color: var(--_muted);
  }

  .search:focus-within ~ .list .option[data-active] {
    box-shadow: inset 0 0 0 1px var(--_border-strong);
  }

  .who {
    flex: 1;
    min-inline-size: 0;
  }

  .name {
    font-weight: 500;
  }

  .sub {
    font-size: 0.75rem;
  }

  .end {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
    margin: 0;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    font-size: 0.75rem;
  }

  .notice {
    padding: calc(var(--_space) * 6) calc(var(--_space) * 4);
  }

  .skeleton {
    opacity: 0;
    animation: appear 1ms 200ms forwards;
  }

  .skeleton i,
  .skeleton span {
    border-radius: var(--_radius);
    background: color-mix(in oklch, var(--_text) 8%, transparent);
  }

  .skeleton i {
    inline-size: 32px;
    block-size: 32px;
  }

  .skeleton span {
    inline-size: 60%;
    block-size: 12px;
  }

  @keyframes appear {
    to {
      opacity: 1;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .skeleton {
      opacity: 1;
    }
  }

  @media (forced-colors: active) {
    .option[data-active] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
