import { css } from 'lit';

export const styles = css`
  .task {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 3);
  }

  .task p {
    margin: 0;
  }

  .task fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .task .targets {
    max-block-size: 260px;
    overflow-y: auto;
  }

  .task .check {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1);
    min-block-size: 32px;
    cursor: pointer;
  }

  .refused {
    display: grid;
    justify-items: start;
    gap: calc(var(--_space) * 2);
  }
`;
