import { css } from 'lit';

/** A line above what can be looked at. */
export const noteStyles = css`
  .note {
    display: flex;
    align-items: start;
    gap: calc(var(--_space) * 2);
    color: var(--_muted);
    overflow-wrap: anywhere;
  }

  .note > .icon {
    margin-block-start: 2px;
  }
`;
