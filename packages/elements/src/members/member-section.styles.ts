import { css } from 'lit';

/** The parts of the screen of a member, and what is in them. */
export const sectionStyles = css`
  .content {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 3);
    max-inline-size: 640px;
    overflow-wrap: anywhere;
  }

  .content .field + .hint {
    margin-block: calc(var(--_space) * 1);
  }

  .content[hidden] {
    display: none;
  }

  .content p {
    margin: 0;
  }

  .fold {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
    inline-size: calc(100% + var(--_space) * 4);
    min-block-size: 28px;
    margin: -4px calc(var(--_space) * -2);
    padding: 0 calc(var(--_space) * 2);
    border: 0;
    border-radius: var(--_radius);
    background: none;
    font-weight: 600;
    text-align: start;
    cursor: pointer;
  }

  .fold:hover {
    background: var(--_hover);
  }

  .fold .icon,
  .why .icon {
    color: var(--_muted);
    transition: rotate 120ms ease-out;
  }

  .buttons,
  .chips,
  .roles,
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
  }

  .line > .truncated {
    max-inline-size: 100%;
  }

  .line > .why {
    margin-inline-start: auto;
  }

  .why {
    min-block-size: 28px;
    padding-inline: calc(var(--_space) * 2);
    color: var(--_muted);
    font-weight: 400;
  }

  .reason {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1);
    color: var(--_muted);
    font-size: 0.75rem;
  }

  .reason .icon {
    inline-size: 12px;
    block-size: 12px;
  }

  .content ul,
  .content ol,
  .both {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .list > li {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 1);
    padding-block: calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_border);
  }

  .list > li:first-child {
    padding-block-start: 0;
  }

  .list > li:last-child {
    padding-block-end: 0;
    border-block-end: 0;
  }

  .list .hint {
    margin: 0;
  }

  .roles > li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1);
    max-inline-size: 100%;
    font-size: 0.75rem;
  }

  .conditions {
    margin-block-start: calc(var(--_space) * 1);
    padding: calc(var(--_space) * 3);
    border-radius: var(--_radius);
    background: var(--_sunken);
  }

  .conditions li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: calc(var(--_space) * 2);
    padding-block: 3px;
  }

  .conditions .icon,
  .conditions strong {
    color: var(--_tint);
    font-weight: 500;
  }

  form {
    display: grid;
    gap: calc(var(--_space) * 4);
    max-inline-size: 400px;
  }

  .conflict dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 150px), 1fr));
    gap: calc(var(--_space) * 3);
    margin: 0;
  }

  .failure {
    display: grid;
    justify-items: start;
    gap: calc(var(--_space) * 3);
  }

  @container (max-width: 640px) {
    .facts {
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 110px), 1fr));
    }

    .address {
      grid-column: 1 / -1;
    }

    .fold {
      min-block-size: 32px;
    }
  }
`;
