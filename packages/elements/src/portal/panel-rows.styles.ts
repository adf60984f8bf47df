import { css } from 'lit';

/** A panel with a title and rows that lead somewhere. */
export const styles = css`
  h2 {
    margin: 0;
    font-size: 0.875rem;
    font-weight: 600;
  }

  .block > h2 {
    padding: calc(var(--_space) * 4) calc(var(--_space) * 4) calc(var(--_space) * 3);
  }

  .block > h2 + .muted {
    margin: calc(var(--_space) * -2) 0 0;
    padding: 0 calc(var(--_space) * 4) calc(var(--_space) * 3);
  }

  .rows a:hover {
    background: var(--_hover);
  }

  .rows > li {
    border-block-start: 1px solid var(--_border);
  }

  .rows a {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 3);
    min-block-size: var(--_row);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 4);
    color: inherit;
    text-decoration: none;
  }

  .rows a:focus-visible {
    outline-offset: -2px;
  }

  .rows a > span,
  .rows a > .truncated {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .rows li[class] a > .icon:first-child {
    color: var(--_tint);
  }

  .rows a > .icon:last-child {
    margin-inline-start: auto;
    color: var(--_muted);
  }

  .rows .grow {
    display: flex;
    flex: 1 1 auto;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 3);
    font-weight: 500;
  }

  .rows .grow > * {
    max-inline-size: 100%;
  }

  :host(:dir(rtl)) a > .icon:last-child {
    scale: -1 1;
  }
`;
