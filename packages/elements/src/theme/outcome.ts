import { css } from 'lit';

/**
 * A line that tells what became of the last deed: first the words, as `.summary` with an icon or as a
 * `.refusal`; then what can be done about it; last a way to close it. For elements that are containers.
 */
export const outcomeStyles = css`
  .outcome {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_border);
    background: var(--_sunken);
    overflow-wrap: anywhere;
  }

  .outcome:focus-visible {
    outline-offset: -2px;
  }

  .outcome > :first-child {
    flex: 1 1 120px;
    min-inline-size: 0;
  }

  .outcome .button {
    min-block-size: 28px;
  }

  .outcome .icon-only {
    min-inline-size: 28px;
  }

  .outcome .refusal > .icon {
    margin-block-start: 2px;
  }

  .summary {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    margin: 0;
    font-variant-numeric: tabular-nums;
  }

  .summary > span {
    min-inline-size: 0;
  }

  @container (max-width: 640px) {
    .outcome > .refusal:first-child {
      order: -2;
      flex-basis: calc(100% - 60px);
    }

    .outcome > .refusal:first-child ~ .icon-only {
      order: -1;
      align-self: start;
    }
  }
`;
