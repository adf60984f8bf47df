import { css } from 'lit';

export const styles = css`
  .offers {
    flex: none;
    max-block-size: min(220px, 40vh);
    padding-block-start: calc(var(--_space) * 2);
    border-block-start: 1px solid var(--_border);
    overflow-y: auto;
    overscroll-behavior: contain;
  }

  .offers h3 {
    margin: 0;
    padding-inline: calc(var(--_space) * 3);
    color: var(--_muted);
    font-size: 0.75rem;
    font-weight: 500;
  }

  .offers ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .offers li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    min-block-size: 56px;
    padding: calc(var(--_space) * 1) calc(var(--_space) * 3);
  }

  .offers .avatar {
    inline-size: 32px;
    block-size: 32px;
    font-size: 0.75rem;
  }

  .offers .who {
    flex: 1 1 100px;
  }

  .offers .button {
    min-block-size: 28px;
    padding-inline: calc(var(--_space) * 2);
    font-size: 0.75rem;
  }

  .offers .answers {
    display: flex;
    gap: calc(var(--_space) * 1);
  }

  .offers .question {
    display: grid;
    gap: calc(var(--_space) * 2);
    flex: 1 1 100%;
    overflow-wrap: anywhere;
  }

  .offers .refused {
    display: grid;
    flex: 1 1 100%;
    justify-items: start;
    gap: calc(var(--_space) * 2);
  }

  .offers .refusal,
  .offers .hint {
    display: flex;
    flex: 1 1 100%;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
    margin: 0;
    padding-block: calc(var(--_space) * 1);
    font-size: 0.75rem;
  }

  .offers .hint {
    align-items: center;
    padding-inline: calc(var(--_space) * 3);
  }
`;
