import { css } from 'lit';

export const styles = css`
  .panel > .skeleton {
    padding: calc(var(--_space) * 6);
  }

  [aria-expanded='true'] > .icon {
    rotate: 180deg;
  }

  .strong {
    font-weight: 500;
  }

  .deeds {
    display: grid;
    gap: calc(var(--_space) * 4);
  }

  .both {
    display: grid;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 3);
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
`;
