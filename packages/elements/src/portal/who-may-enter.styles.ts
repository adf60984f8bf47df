import { css } from 'lit';

export const styles = css`
  .doors {
    display: grid;
    grid-template-columns: minmax(0, 260px) minmax(0, 1fr);
    align-items: start;
    gap: calc(var(--_space) * 4);
  }

  .doors > :only-child {
    grid-column: 1 / -1;
  }

  .people {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 2);
  }

  .people > p {
    margin: 0;
  }

  .person {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 2);
    border-radius: var(--_radius);
    color: inherit;
    line-height: 1.3;
    text-decoration: none;
  }

  .person > span:last-child {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    min-inline-size: 0;
    font-weight: 500;
  }

  .person .muted {
    font-size: 0.75rem;
    font-weight: 400;
  }

  .person:hover {
    background: var(--_hover);
  }

  .person[aria-current='page'] {
    background: var(--_selected);
  }

  @container (max-width: 720px) {
    .doors {
      grid-template-columns: minmax(0, 1fr);
    }

    .people ul {
      display: flex;
      overflow-x: auto;
    }

    .people li {
      flex: none;
      max-inline-size: 220px;
    }
  }

  @media (forced-colors: active) {
    .person[aria-current='page'] {
      outline: 1px solid Highlight;
      outline-offset: -1px;
    }
  }
`;
