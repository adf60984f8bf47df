import { css } from 'lit';

export const styles = css`
  .counts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 150px), 1fr));
    gap: calc(var(--_space) * 3);
  }

  .card {
    display: grid;
    align-content: space-between;
    gap: calc(var(--_space) * 2);
    block-size: 100%;
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4) calc(var(--_space) * 4);
    border: 1px solid var(--_border);
    border-radius: var(--_panel-radius);
    color: inherit;
    text-decoration: none;
  }

  .card > span {
    color: var(--_muted);
    font-size: 0.75rem;
    font-weight: 500;
  }

  .card strong {
    min-block-size: 1.3em;
    font-size: 1.5rem;
    font-weight: 600;
    line-height: 1.3;
    font-variant-numeric: tabular-nums;
  }

  .card:hover {
    background: var(--_hover);
  }

  .seats {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    flex: none;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }

  progress {
    inline-size: 72px;
    block-size: 6px;
    accent-color: var(--_accent);
  }

  progress.full {
    accent-color: var(--_warning);
  }

  .calm {
    display: flex;
    align-items: start;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 4);
    border-block-start: 1px solid var(--_border);
  }

  .calm > .icon {
    margin-block-start: 2px;
    color: var(--_success);
  }

  .calm > p {
    display: grid;
    margin: 0;
  }

  @container (max-width: 720px) {
    .counts {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: calc(var(--_space) * 2);
    }

    .seats progress {
      display: none;
    }
  }
`;
