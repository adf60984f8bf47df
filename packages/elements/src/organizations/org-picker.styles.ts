import { css } from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }

  .search,
  .end {
    flex: none;
  }

  .search {
    margin-block-end: calc(var(--_space) * 1);
  }

  .list {
    flex: 0 1 auto;
    min-block-size: 84px;
    max-block-size: min(420px, 60vh);
    margin: 0;
    padding: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    list-style: none;
    border-radius: var(--_radius);
  }

  .list::before,
  .list::after {
    display: block;
    block-size: var(--_before, 0);
    content: '';
  }

  .list::after {
    block-size: var(--_after, 0);
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
    /* All equally high, so that those out of sight need not be drawn. */
    block-size: max(56px, 3.5rem);
    padding: calc(var(--_space) * 1) calc(var(--_space) * 3);
    border-radius: var(--_radius);
    overflow: hidden;
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
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-height: 1.25;
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

  .skeleton i {
    inline-size: 32px;
    block-size: 32px;
  }

  .skeleton span {
    inline-size: 60%;
  }

  @media (forced-colors: active) {
    .option[data-active] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }

    .option[aria-disabled='true'],
    .option[aria-disabled='true'] :is(.name, .icon) {
      color: GrayText;
    }
  }
`;
