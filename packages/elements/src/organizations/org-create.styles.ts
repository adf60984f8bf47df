import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    max-inline-size: 480px;
  }

  form,
  .created,
  .skeleton {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 4);
    overflow-wrap: anywhere;
  }

  .created:focus-visible {
    outline-offset: 8px;
  }

  h2 {
    display: flex;
    gap: calc(var(--_space) * 2);
    margin: 0;
    font-size: 1rem;
    font-weight: 600;
  }

  .created h2 .icon {
    margin-block-start: 3px;
    color: var(--_success);
  }

  p {
    margin: 0;
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

  .hint {
    margin-block-start: calc(var(--_space) * 1);
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

  .slug .icon,
  .refusal .icon {
    margin-block-start: 2px;
  }

  .refused {
    display: grid;
    justify-items: start;
    gap: calc(var(--_space) * 2);
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
  }

  .buttons .button {
    max-inline-size: 100%;
  }
`;
