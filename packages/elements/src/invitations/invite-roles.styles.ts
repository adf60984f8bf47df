import { css } from 'lit';

/** Roles that can be ticked, and applications that open to show theirs. */
export const roleStyles = css`
  .roles {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    padding: 0;
  }

  h3.label {
    margin-block-start: 0;
    font-size: inherit;
  }

  .boxes {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 170px), 1fr));
    gap: calc(var(--_space) * 1) calc(var(--_space) * 4);
  }

  .box {
    display: flex;
    gap: calc(var(--_space) * 1);
    min-inline-size: 0;
    min-block-size: 28px;
    padding-block: 2px;
    cursor: pointer;
    overflow-wrap: anywhere;
  }

  .box input {
    margin-block: 2px;
  }

  .box > span {
    min-inline-size: 0;
  }

  .role {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    line-clamp: 3;
    overflow: hidden;
  }

  .box .hint {
    display: block;
    margin: 0;
  }

  .box.closed .hint {
    display: flex;
    gap: calc(var(--_space) * 1);
  }

  .box .hint .icon {
    inline-size: 12px;
    block-size: 12px;
    margin-block-start: 3px;
  }

  .box.closed {
    cursor: default;
  }

  .box.closed input,
  .box.closed bdi {
    opacity: 0.6;
  }

  .applications {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    overflow: clip;
  }

  .application + .application,
  .short + .application {
    border-block-start: 1px solid var(--_border);
  }

  summary {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-block-size: var(--_control);
    padding-inline: calc(var(--_space) * 2) calc(var(--_space) * 3);
    list-style: none;
    cursor: pointer;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  summary:hover {
    background: var(--_hover);
  }

  summary:focus-visible {
    outline-offset: -2px;
  }

  summary > .icon {
    color: var(--_muted);
    transition: rotate 120ms ease-out;
  }

  :host(:dir(rtl)) summary > .icon {
    scale: -1 1;
  }

  [open] > summary > .icon {
    rotate: 90deg;
  }

  :host(:dir(rtl)) [open] > summary > .icon {
    rotate: -90deg;
  }

  summary .name {
    flex: 0 1 auto;
    font-weight: 500;
  }

  summary .given {
    flex: 0 1 auto;
    min-inline-size: 0;
    margin-inline-start: auto;
    color: var(--_muted);
    font-size: 0.8125rem;
  }

  .application .boxes {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 240px), 1fr));
  }

  .application .roles {
    padding: calc(var(--_space) * 1) calc(var(--_space) * 3) calc(var(--_space) * 3)
      calc(var(--_space) * 7);
  }

  .short {
    display: flex;
    gap: calc(var(--_space) * 2);
    margin: 0;
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 3);
    background: color-mix(in oklch, var(--_tint) 10%, transparent);
    color: var(--_tint);
    font-size: 0.8125rem;
  }

  .short .icon {
    margin-block-start: 1px;
  }

  @media (width < 640px) {
    summary {
      flex-wrap: wrap;
      gap: 0 calc(var(--_space) * 2);
      padding-block: calc(var(--_space) * 2);
    }

    summary .name {
      flex: 1;
    }

    summary .given {
      flex: 1 0 100%;
      padding-inline-start: calc(var(--_space) * 6);
    }
  }

  @media (forced-colors: active) {
    .short {
      border: 1px solid;
    }
  }
`;
