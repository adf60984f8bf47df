import { css } from 'lit';

export const styles = css`
  :host {
    display: inline-block;
    min-inline-size: 0;
    max-inline-size: min(280px, 100%);
  }

  .trigger {
    anchor-name: --opener;
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-block-size: var(--_control);
    max-inline-size: 100%;
    padding: 0 calc(var(--_space) * 2);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_raised);
    font-weight: 500;
    cursor: pointer;
    transition: background-color 120ms ease-out;
  }

  .trigger:hover {
    background: color-mix(in oklch, var(--_text) 5%, var(--_raised));
  }

  .trigger .avatar {
    inline-size: 22px;
    block-size: 22px;
    border-radius: calc(var(--_radius) * 0.75);
    font-size: 0.625rem;
  }

  .trigger > .icon:last-child {
    inline-size: 14px;
    block-size: 14px;
    color: var(--_muted);
  }

  .popover {
    position-area: block-end span-inline-end;
    position-try-fallbacks:
      flip-inline,
      --page,
      flip-block,
      flip-block flip-inline;
    inline-size: min(320px, calc(100vw - 32px));
    max-block-size: min(560px, 100%, calc(100vh - 16px));
    margin-block: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2);
    overflow: hidden;
  }

  /* Where the page is hardly wider than the popover, it stands in the middle. */
  @position-try --page {
    position-area: block-end span-all;
    justify-self: center;
  }

  .popover:popover-open {
    display: flex;
    flex-direction: column;
    animation: open 140ms ease-out;
  }

  .trigger > .chip {
    flex: none;
  }

  .trigger > .truncated {
    flex: 1 1 auto;
  }

  .acting {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 2);
    margin-block-end: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-radius: var(--_radius);
    background: color-mix(in oklch, var(--_info) 10%, transparent);
    overflow-wrap: anywhere;
  }

  .acting > p {
    margin: 0;
  }

  .acting > .button {
    justify-self: start;
    max-inline-size: 100%;
    min-block-size: 28px;
  }

  .entries {
    display: grid;
  }

  .entries:has(.entry) {
    margin-block-start: calc(var(--_space) * 1);
    padding-block-start: calc(var(--_space) * 1);
    border-block-start: 1px solid var(--_border);
  }

  .entry {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 3);
    min-block-size: 36px;
    padding-inline: calc(var(--_space) * 3);
    border-radius: var(--_radius);
    color: inherit;
    text-decoration: none;
  }

  .entry:hover {
    background: var(--_hover);
  }

  .entry .icon {
    color: var(--_muted);
  }

  .failure {
    display: flex;
    gap: calc(var(--_space) * 2);
    margin: 0 0 calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-radius: var(--_radius);
    background: color-mix(in oklch, var(--_danger) 10%, transparent);
    color: var(--_danger);
  }

  .failure .icon {
    margin-block-start: 2px;
  }

  @keyframes open {
    from {
      opacity: 0;
      translate: 0 -4px;
    }
  }
`;
