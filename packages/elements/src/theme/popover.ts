import { css } from 'lit';

/** What opens at the button that has `anchor-name: --opener`: a native popover. */
export const popoverStyles = css`
  .popover {
    position: fixed;
    position-anchor: --opener;
    position-area: block-end span-inline-start;
    position-try-fallbacks:
      flip-block,
      flip-inline,
      flip-block flip-inline;
    inline-size: max-content;
    min-inline-size: 200px;
    max-inline-size: min(320px, calc(100vw - 16px));
    max-block-size: min(480px, calc(100vh - 16px));
    margin: 0;
    margin-block: calc(var(--_space) * 1);
    padding: calc(var(--_space) * 1);
    border: 1px solid var(--_border);
    border-radius: var(--_panel-radius);
    background: var(--_raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
    overflow: auto;
  }

  @supports not (anchor-name: --opener) {
    .popover {
      inset: 0;
      margin: auto;
      block-size: max-content;
    }
  }
`;
