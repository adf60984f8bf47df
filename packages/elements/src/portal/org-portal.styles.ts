import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
    min-inline-size: 0;
  }

  .portal {
    background: var(--_sunken);
  }

  .frame {
    display: grid;
    grid-template-columns: 240px minmax(0, 1fr);
    grid-template-rows: auto 1fr;
    min-block-size: var(--tessera-portal-block-size, min(100vh, 720px));
  }

  .head {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-inline-size: 0;
    padding: calc(var(--_space) * 4) calc(var(--_space) * 3) calc(var(--_space) * 2);
    border-inline-end: 1px solid var(--_border);
  }

  .head tessera-org-switcher {
    flex: 1;
    max-inline-size: 100%;
  }

  .head tessera-org-switcher::part(trigger) {
    inline-size: 100%;
  }

  /* Where the banner has come, it says so over everything. */
  .banner + .frame tessera-org-switcher::part(acting) {
    display: none;
  }

  .menu {
    display: none;
    flex: none;
  }

  nav#navigation {
    grid-column: 1;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3) calc(var(--_space) * 6);
    border-inline-end: 1px solid var(--_border);
  }

  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  nav#navigation ul {
    position: sticky;
    inset-block-start: calc(var(--_space) * 3);
    display: grid;
    gap: 2px;
  }

  .to {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-block-size: 32px;
    padding: calc(var(--_space) * 1) calc(var(--_space) * 2);
    border-radius: var(--_radius);
    color: var(--_muted);
    font-weight: 500;
    line-height: 1.3;
    text-decoration: none;
  }

  .to > span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .to:hover {
    background: var(--_hover);
    color: var(--_text);
  }

  .to[aria-current='page'] {
    background: var(--_selected);
    color: var(--_text);
  }

  .to[aria-current='page'] .icon {
    color: var(--_accent);
  }

  .screen {
    grid-column: 2;
    grid-row: 1 / -1;
    display: grid;
    grid-template-columns: minmax(0, 1120px);
    align-content: start;
    justify-content: center;
    min-inline-size: 0;
    padding: calc(var(--_space) * 6) calc(var(--_space) * 6) calc(var(--_space) * 12);
    background: var(--_surface);
  }

  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 3);
    min-block-size: var(--_control);
    margin-block-end: calc(var(--_space) * 4);
  }

  .trail {
    flex: 1 0 100%;
  }

  .trail a {
    color: var(--_muted);
    font-weight: 500;
    text-decoration: none;
  }

  .trail a::before {
    content: '\\2190\\00a0' / '';
  }

  :host(:dir(rtl)) .trail a::before {
    content: '\\2192\\00a0' / '';
  }

  .trail a:hover {
    color: var(--_text);
  }

  h1 {
    flex: 1 1 auto;
    min-inline-size: 0;
    margin: 0;
    font-size: 1.25rem;
    font-weight: 600;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }

  h1:focus,
  h1:focus-visible {
    outline: none;
  }

  .content {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 4);
  }

  .content > p {
    margin: 0;
    overflow-wrap: anywhere;
  }

  .content > .partly {
    border: 1px solid var(--_border);
    border-radius: var(--_panel-radius);
  }

  .block {
    border: 1px solid var(--_border);
    border-radius: var(--_panel-radius);
    background: var(--_surface);
    overflow: clip;
  }

  .waiting {
    display: grid;
    gap: calc(var(--_space) * 4);
    padding: calc(var(--_space) * 6);
  }

  .waiting > i:nth-of-type(even) {
    max-inline-size: 60%;
  }

  a.button {
    color: inherit;
    text-decoration: none;
  }

  @container (max-width: 720px) {
    .frame {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: auto auto 1fr;
    }

    .head {
      padding: calc(var(--_space) * 2) calc(var(--_space) * 4);
      border-inline-end: 0;
      border-block-end: 1px solid var(--_border);
    }

    .menu {
      display: inline-flex;
    }

    nav#navigation {
      display: none;
      padding-block: calc(var(--_space) * 2);
      border-inline-end: 0;
      border-block-end: 1px solid var(--_border);
    }

    nav#navigation.open {
      display: block;
    }

    nav#navigation .to {
      min-block-size: 40px;
    }

    .screen {
      grid-column: 1;
      grid-row: 3;
      padding: calc(var(--_space) * 4) calc(var(--_space) * 4) calc(var(--_space) * 8);
    }
  }

  @media (forced-colors: active) {
    .to[aria-current='page'] {
      outline: 1px solid Highlight;
      outline-offset: -1px;
    }
  }
`;
