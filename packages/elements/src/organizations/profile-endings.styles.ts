import { css } from 'lit';

/** How a person leaves, hands over or ends an organization. */
export const endingStyles = css`
  .reason {
    display: inline-flex;
    gap: calc(var(--_space) * 1);
    color: var(--_muted);
    font-size: 0.75rem;
  }

  .reason .icon {
    inline-size: 12px;
    block-size: 12px;
    margin-block-start: 2px;
  }

  .loss {
    margin: 0 0 calc(var(--_space) * 4);
    padding-inline-start: calc(var(--_space) * 5);
    font-variant-numeric: tabular-nums;
  }

  .people .choices {
    max-block-size: 260px;
    margin-block-start: calc(var(--_space) * 2);
    overflow-y: auto;
  }

  .person {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-block-size: var(--_row);
    cursor: pointer;
  }

  .person .who {
    flex: 1 1 0;
  }

  .sub {
    font-size: 0.75rem;
  }
`;
