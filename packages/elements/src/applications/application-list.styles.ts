import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_panel-radius);
    overflow: clip;
  }

  .list:focus {
    outline: none;
  }

  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border-block-end: 1px solid var(--_border);
  }

  .toolbar > .button {
    margin-inline-start: auto;
  }

  .note {
    display: flex;
    align-items: start;
    gap: calc(var(--_space) * 2);
    flex: 1 1 30ch;
    margin: 0;
    color: var(--_muted);
    font-size: 0.8125rem;
    overflow-wrap: anywhere;
  }

  .note > .icon {
    inline-size: 14px;
    block-size: 14px;
    margin-block-start: 2px;
  }

  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .rows > li {
    padding: calc(var(--_space) * 4);
  }

  .rows > li + li {
    border-block-start: 1px solid var(--_border);
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
  }

  .name {
    flex: 0 1 auto;
    min-inline-size: 8ch;
    margin: 0;
    font-size: inherit;
    font-weight: 600;
  }

  .deeds {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
    margin-inline-start: auto;
  }

  .deeds .button {
    min-block-size: 32px;
  }

  .destructive {
    color: var(--_danger);
  }

  dl {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 220px), 1fr));
    gap: calc(var(--_space) * 3) calc(var(--_space) * 6);
    margin: calc(var(--_space) * 3) 0 0;
    padding-inline-start: calc(28px + var(--_space) * 3);
  }

  dl > div {
    min-inline-size: 0;
  }

  dt {
    margin-block-end: 2px;
    color: var(--_muted);
    font-size: 0.75rem;
  }

  dd {
    margin: 0;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }

  .full {
    color: var(--_tint);
    font-weight: 500;
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1);
    min-inline-size: 0;
  }

  .skeleton i {
    inline-size: 28px;
    block-size: 28px;
  }

  @container (max-width: 480px) {
    dl {
      padding-inline-start: 0;
    }

    .deeds {
      inline-size: 100%;
      margin-inline-start: 0;
    }

    .deeds .button {
      flex: 1 0 auto;
      padding-inline: calc(var(--_space) * 2);
    }

    .toolbar > .button {
      inline-size: 100%;
    }
  }
`;
