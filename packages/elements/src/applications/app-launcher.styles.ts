import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
  }

  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  h3 {
    margin: 0 0 calc(var(--_space) * 2);
    color: var(--_muted);
    font-size: 0.75rem;
    font-weight: 500;
  }

  section + section,
  .notice + section {
    margin-block-start: calc(var(--_space) * 6);
  }

  .search {
    max-inline-size: 340px;
    margin-block-end: calc(var(--_space) * 4);
  }

  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 240px), 1fr));
    gap: calc(var(--_space) * 3);
  }

  .tile {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 3);
    min-block-size: 72px;
    block-size: 100%;
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border: 1px solid var(--_border);
    border-radius: var(--_panel-radius);
    background: var(--_surface);
    color: inherit;
    text-decoration: none;
  }

  a.tile {
    transition: border-color 120ms ease-out;
  }

  a.tile:hover {
    border-color: var(--_border-strong);
    background: linear-gradient(var(--_hover), var(--_hover)) var(--_surface);
  }

  .avatar {
    inline-size: 36px;
    block-size: 36px;
    font-size: 0.75rem;
  }

  .about {
    display: grid;
    gap: 2px;
    flex: 1;
    min-inline-size: 0;
  }

  .name {
    font-weight: 500;
  }

  .small,
  .hint {
    margin: 0;
    font-size: 0.8125rem;
  }

  .about .chip {
    color: var(--_muted);
    font-weight: 400;
  }

  .closed {
    border: 1px solid var(--_border);
    border-radius: var(--_panel-radius);
    background: var(--_surface);
  }

  .closed > li + li {
    border-block-start: 1px solid var(--_border);
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
  }

  .row > .about {
    flex-basis: 18ch;
  }

  .row .hint {
    overflow-wrap: anywhere;
  }

  .closed .avatar {
    filter: grayscale(1);
  }

  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
    margin-inline-start: auto;
  }

  .why .icon {
    transition: rotate 120ms ease-out;
  }

  .why[aria-expanded='true'] .icon {
    rotate: 180deg;
  }

  .button[aria-disabled='true'] {
    color: var(--_muted);
    cursor: default;
  }

  .reasons {
    padding: 0 calc(var(--_space) * 4) calc(var(--_space) * 4);
  }

  .none {
    margin: 0;
  }

  .partly {
    margin-block-end: calc(var(--_space) * 4);
    border: 1px solid var(--_border);
    border-radius: var(--_panel-radius);
  }

  .skeleton i {
    flex: none;
    inline-size: 36px;
    block-size: 36px;
  }

  @container (max-width: 480px) {
    .row > .about {
      flex-basis: calc(100% - 48px);
    }

    .reasons {
      padding-inline: calc(var(--_space) * 2);
    }
  }
`;
