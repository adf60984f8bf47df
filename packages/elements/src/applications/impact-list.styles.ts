import { css } from 'lit';

/** What a deed does beside what it says, in a frame of its own. */
export const impactStyles = css`
  .impact {
    display: flex;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: color-mix(in oklch, var(--_warning) 8%, transparent);
    overflow-wrap: anywhere;
  }

  .impact > .icon {
    margin-block-start: 2px;
    color: var(--_warning);
  }

  .impact ul {
    margin: calc(var(--_space) * 1) 0 0;
    padding-inline-start: calc(var(--_space) * 4);
    list-style: disc;
    font-variant-numeric: tabular-nums;
  }

  .impact p {
    margin: calc(var(--_space) * 2) 0 0;
    color: var(--_muted);
    font-size: 0.8125rem;
  }
`;
