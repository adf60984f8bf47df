import { css } from 'lit';

export const styles = css`
  .intro {
    margin: 0 0 calc(var(--_space) * 4);
  }

  .dialog fieldset {
    min-inline-size: 0;
    margin: 0 0 calc(var(--_space) * 4);
    padding: 0;
    border: 0;
  }

  .dialog fieldset > p {
    margin: 0 0 calc(var(--_space) * 1);
  }

  .dialog legend {
    padding: 0;
  }

  .dialog select.field {
    inline-size: 100%;
    margin-block-end: calc(var(--_space) * 4);
  }

  .pair select.field {
    margin-block-end: 0;
  }

  .check {
    display: flex;
    align-items: start;
    gap: calc(var(--_space) * 2);
    padding-block: calc(var(--_space) * 0.5);
    cursor: pointer;
  }

  .check input {
    margin: 2px;
  }

  .check > span {
    display: grid;
    min-inline-size: 0;
  }

  .small {
    font-size: 0.8125rem;
  }

  .dialog details {
    margin-block-end: calc(var(--_space) * 4);
  }

  .dialog summary {
    inline-size: fit-content;
    min-block-size: 24px;
    margin-block-end: calc(var(--_space) * 1);
    color: var(--_muted);
    cursor: pointer;
  }

  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr));
    gap: calc(var(--_space) * 4);
    margin-block-start: calc(var(--_space) * 4);
  }

  .dialog .refused {
    margin-block-start: calc(var(--_space) * 4);
  }
`;
