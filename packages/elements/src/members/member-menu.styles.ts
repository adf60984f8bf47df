import { css } from 'lit';

export const styles = css`
  .more > .open {
    anchor-name: --member;
    background: var(--_hover);
  }

  .menu {
    position: fixed;
    position-anchor: --member;
    position-area: block-end span-inline-start;
    position-try-fallbacks:
      flip-block,
      flip-inline,
      flip-block flip-inline;
    inline-size: max-content;
    min-inline-size: 200px;
    max-inline-size: min(320px, calc(100vw - 16px));
    margin: 0;
    margin-block: calc(var(--_space) * 1);
    padding: calc(var(--_space) * 1);
    border: 1px solid var(--_border);
    border-radius: var(--_panel-radius);
    background: var(--_raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }

  @supports not (anchor-name: --member) {
    .menu {
      inset: 0;
      margin: auto;
      block-size: max-content;
    }
  }

  .menu > button {
    display: flex;
    align-items: start;
    gap: calc(var(--_space) * 2);
    inline-size: 100%;
    min-block-size: 32px;
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    border: 0;
    border-radius: var(--_radius);
    background: none;
    text-align: start;
    cursor: pointer;
  }

  .menu > button:is(:hover, :focus-visible) {
    background: var(--_hover);
  }

  .menu > button:focus-visible {
    outline-offset: -2px;
  }

  .menu .icon {
    margin-block-start: 2px;
    color: var(--_muted);
  }

  .menu > .grave,
  .menu > .grave .icon {
    color: var(--_danger);
  }

  .menu > [aria-disabled='true'] {
    color: var(--_muted);
    cursor: default;
  }

  .menu > [aria-disabled='true'] .icon {
    color: inherit;
  }

  .menu small {
    display: block;
    font-size: 0.75rem;
    overflow-wrap: anywhere;
  }

  .outcome {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_border);
    background: var(--_sunken);
    overflow-wrap: anywhere;
  }

  .outcome > :first-child {
    flex: 1 1 120px;
    min-inline-size: 0;
  }

  .outcome .button {
    min-block-size: 28px;
  }

  .outcome .icon-only {
    min-inline-size: 28px;
  }

  .person {
    margin-block: 0;
    font-weight: 500;
  }

  .person > .muted {
    font-weight: 400;
  }
`;
