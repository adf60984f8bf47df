import { css } from 'lit';

export const styles = css`
  .waiting {
    padding: calc(var(--_space) * 6);
  }

  .who > p,
  .content p {
    margin: 0;
  }

  .why {
    display: flex;
    gap: calc(var(--_space) * 2);
    margin: 0;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 6);
    border-block-start: 1px solid var(--_border);
    background: var(--_sunken);
    color: var(--_muted);
  }

  .why .icon {
    margin-block-start: 2px;
  }

  .content,
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 4);
    max-inline-size: 560px;
    overflow-wrap: anywhere;
  }

  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    padding: 0;
  }

  .content .hint {
    margin-block-start: calc(var(--_space) * 1);
  }

  form > .hint:first-child {
    margin: 0;
  }

  .code {
    font-variant-numeric: tabular-nums;
  }

  .field[dir='ltr'] {
    text-align: start;
  }

  .check {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1);
    min-block-size: 28px;
    inline-size: fit-content;
    cursor: pointer;
  }

  .hint.indented {
    margin-inline-start: 28px;
  }

  .slug {
    display: flex;
    gap: calc(var(--_space) * 2);
    color: var(--_muted);
    font-size: 0.75rem;
  }

  .slug:not(:empty) {
    margin-block-start: calc(var(--_space) * 1);
  }

  .slug.refusal {
    color: var(--_danger);
  }

  .slug.free {
    color: var(--_success);
  }

  .content > form .refusal,
  .slug .icon {
    margin-block-start: calc(var(--_space) * 0.5);
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
  }

  .button.start {
    justify-self: start;
  }

  .notes {
    display: grid;
    gap: calc(var(--_space) * 2);
  }

  .notes > div {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
  }

  .notes .field {
    flex: 1 1 0;
    min-inline-size: 0;
  }

  .refused {
    display: grid;
    justify-items: start;
    gap: calc(var(--_space) * 2);
  }

  @container (max-width: 640px) {
    .why {
      padding-inline: calc(var(--_space) * 4);
    }
  }
`;
