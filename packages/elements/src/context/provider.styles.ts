import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    font: inherit;
    color: inherit;
  }

  :host(:state(plain)) {
    --_typeface: system-ui;
  }

  .demo {
    font-family: var(--tessera-font, var(--_typeface, inherit));
    margin: calc(var(--_space) * 3) 0 0;
    color: var(--_muted);
    font-size: 0.75rem;
  }
`;
