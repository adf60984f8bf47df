import { css } from 'lit';

export const styles = css`
  .banner {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 3);
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 6);
    background: var(--_accent);
    color: var(--_on-accent);
    overflow-wrap: anywhere;
  }

  .banner > p {
    flex: 0 1 auto;
    min-inline-size: 0;
    margin: 0;
  }

  .banner > button {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    max-inline-size: 100%;
    min-block-size: 28px;
    margin-inline-start: auto;
    padding: 0 calc(var(--_space) * 3);
    border: 1px solid color-mix(in oklch, var(--_on-accent) 45%, transparent);
    border-radius: var(--_radius);
    background: transparent;
    font-weight: 500;
    cursor: pointer;
  }

  .banner > button:hover {
    background: color-mix(in oklch, var(--_on-accent) 14%, transparent);
  }

  .banner > button:focus-visible {
    outline-color: var(--_on-accent);
  }

  @container (max-width: 720px) {
    .banner {
      padding-inline: calc(var(--_space) * 4);
    }

    .banner > p {
      flex: 1 1 180px;
    }
  }

  @media (forced-colors: active) {
    .banner {
      border-block-end: 1px solid;
    }
  }
`;
