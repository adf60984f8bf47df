import { css } from 'lit';

export const styles = css`
  .tabs {
    display: flex;
    gap: calc(var(--_space) * 1);
    min-inline-size: 0;
    overflow-x: auto;
    border-block-end: 1px solid var(--_border);
  }

  .tab {
    flex: none;
    max-inline-size: 200px;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-block-end: 2px solid transparent;
    color: var(--_muted);
    font-weight: 500;
    text-decoration: none;
  }

  .tab:hover {
    color: var(--_text);
  }

  .tab:focus-visible {
    outline-offset: -2px;
  }

  .tab[aria-current='page'] {
    border-block-end-color: var(--_accent);
    color: var(--_text);
  }

  @media (forced-colors: active) {
    .tab[aria-current='page'] {
      border-block-end-color: Highlight;
    }
  }
`;
