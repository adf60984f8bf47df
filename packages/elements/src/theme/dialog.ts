import { css, html, type TemplateResult } from 'lit';
import { closeButton } from './close-button.js';

/** The content of a native `<dialog>`: a title, what it is about, and what can be done. */
export interface DialogContent {
  /** The id of the title, for `aria-labelledby` of the dialog. */
  readonly titleId: string;
  readonly title: string;
  readonly body: TemplateResult;
  /** Buttons, the primary one last. */
  readonly actions: TemplateResult;
  /** The name of the button that closes. */
  readonly closeLabel: string;
  readonly close: () => void;
}

/** The frame that every dialog has; the element owns the `<dialog class="dialog">` around it. */
export function dialogFrame({
  titleId,
  title,
  body,
  actions,
  closeLabel,
  close,
}: DialogContent): TemplateResult {
  return html`<header>
      <h2 id=${titleId}>${title}</h2>
      ${closeButton(closeLabel, close)}
    </header>
    <div class="body">${body}</div>
    <footer>${actions}</footer>`;
}

export const dialogStyles = css`
  .dialog {
    inline-size: min(480px, calc(100vw - 32px));
    max-block-size: min(720px, calc(100dvh - 32px));
    padding: 0;
    border: 1px solid var(--_border);
    border-radius: var(--_panel-radius);
    background: var(--_raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }

  .dialog.wide {
    inline-size: min(640px, calc(100vw - 32px));
  }

  .dialog[open] {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
  }

  .dialog > form {
    display: contents;
  }

  .dialog::backdrop {
    background: rgb(0 0 0 / 40%);
  }

  .dialog header {
    display: flex;
    align-items: start;
    justify-content: space-between;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 4) calc(var(--_space) * 4) calc(var(--_space) * 2)
      calc(var(--_space) * 6);
  }

  .dialog h2 {
    margin: calc(var(--_space) * 1) 0 0;
    font-size: 1rem;
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .dialog .body {
    overflow: auto;
    padding: calc(var(--_space) * 1) calc(var(--_space) * 6) calc(var(--_space) * 4);
    overflow-wrap: anywhere;
  }

  .dialog footer {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 6);
    border-block-start: 1px solid var(--_border);
  }

  @media (width < 640px) {
    .dialog,
    .dialog.wide {
      inline-size: 100vw;
      max-inline-size: 100vw;
      block-size: 100dvh;
      max-block-size: 100dvh;
      border: 0;
      border-radius: 0;
    }

    .dialog header,
    .dialog .body,
    .dialog footer {
      padding-inline: calc(var(--_space) * 4);
    }
  }
`;
