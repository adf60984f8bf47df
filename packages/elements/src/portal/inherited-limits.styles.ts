import { css } from 'lit';

export const styles = css`
  .limits {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-radius: var(--_radius);
    background: color-mix(in oklch, var(--_accent) 7%, transparent);
    color: var(--_text);
  }

  .limits > .icon {
    color: var(--_accent);
  }

  .limits > div {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 4);
    min-inline-size: 0;
  }

  .limits ul,
  .limits li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 2);
    min-inline-size: 0;
  }

  .limits strong {
    font-weight: 500;
  }
`;
