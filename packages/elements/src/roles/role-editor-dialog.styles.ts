import { css } from 'lit';

export const styles = css`
  .intro {
    margin: 0 0 calc(var(--_space) * 4);
  }

  .entry {
    margin-block-end: calc(var(--_space) * 4);
  }

  .dialog fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .dialog legend {
    padding: 0;
  }

  .dialog .check {
    padding-block: calc(var(--_space) * 0.5);
  }

  .field[readonly] {
    background: var(--_sunken);
    color: var(--_muted);
  }

  .others {
    display: flex;
    gap: calc(var(--_space) * 1);
    margin-inline-end: auto;
    margin-inline-start: calc(var(--_space) * -3);
  }

  .destructive {
    color: var(--_danger);
  }

  .dialog .refused {
    margin-block-start: calc(var(--_space) * 4);
  }
`;
