import { css } from 'lit';

/** The look of native controls and of the small things that every screen repeats. */
export const controls = css`
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }

  :focus-visible {
    outline: var(--_focus-ring);
    outline-offset: 2px;
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_space) * 2);
    min-block-size: var(--_control);
    padding: 0 calc(var(--_space) * 3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: var(--_text);
    font-weight: 500;
    white-space: nowrap;
    cursor: pointer;
    transition: background-color 120ms ease-out;
  }

  .button:hover {
    background: color-mix(in oklch, var(--_text) 5%, var(--_raised));
  }

  .button:is(:disabled, [aria-disabled='true']) {
    opacity: 0.55;
    cursor: default;
  }

  .button.primary {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .button.primary:hover:enabled {
    background: color-mix(in oklch, var(--_accent) 88%, var(--_text));
  }

  .button.danger {
    border-color: transparent;
    background: var(--_danger);
    color: var(--_on-accent);
  }

  .button.danger:hover:enabled {
    background: color-mix(in oklch, var(--_danger) 88%, var(--_text));
  }

  .button.quiet {
    border-color: transparent;
    background: transparent;
  }

  .button.quiet:hover:enabled {
    background: var(--_hover);
  }

  .button.icon-only {
    min-inline-size: var(--_control);
    padding: 0;
  }

  .field {
    min-block-size: var(--_control);
    inline-size: 100%;
    padding: 0 calc(var(--_space) * 3);
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    text-overflow: ellipsis;
  }

  .field::placeholder {
    color: var(--_muted);
    opacity: 1;
  }

  select.field {
    inline-size: auto;
    max-inline-size: 100%;
    padding-inline: calc(var(--_space) * 2);
    cursor: pointer;
  }

  textarea.field {
    padding-block: calc(var(--_space) * 2);
    line-height: 1.45;
    resize: vertical;
  }

  .field:user-invalid,
  .field[aria-invalid='true'] {
    border-color: var(--_danger);
  }

  input[type='checkbox'],
  input[type='radio'] {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    margin: 4px;
    accent-color: var(--_accent);
  }

  .label {
    display: block;
    margin-block-end: calc(var(--_space) * 1);
    font-weight: 500;
  }

  .hint {
    margin: calc(var(--_space) * 1) 0 0;
    color: var(--_muted);
    font-size: 0.75rem;
  }

  .refusal {
    display: flex;
    gap: calc(var(--_space) * 2);
    margin: 0;
    color: var(--_danger);
    overflow-wrap: anywhere;
  }

  code {
    font-size: 0.75rem;
    user-select: all;
  }

  .search {
    position: relative;
    display: block;
  }

  .search .icon {
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc(var(--_space) * 3);
    margin-block: auto;
    color: var(--_muted);
    pointer-events: none;
  }

  .search .field {
    padding-inline-start: calc(var(--_space) * 9);
  }

  .icon {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .chip {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1);
    max-inline-size: 100%;
    padding: 1px calc(var(--_space) * 2);
    border-radius: 999px;
    background: color-mix(in oklch, var(--_text) 7%, transparent);
    color: var(--_text);
    font-size: 0.75rem;
    font-weight: 500;
    line-height: 1.5;
    white-space: nowrap;
  }

  .chip .icon {
    inline-size: 12px;
    block-size: 12px;
  }

  .chip.success,
  .chip.warning,
  .chip.danger,
  .chip.info {
    background: color-mix(in oklch, var(--_tint) 12%, transparent);
    color: var(--_tint);
  }

  .success {
    --_tint: var(--_success);
  }

  .warning {
    --_tint: var(--_warning);
  }

  .danger {
    --_tint: var(--_danger);
  }

  .info {
    --_tint: var(--_info);
  }

  /* A name turns nothing but itself, even by marks of direction that it never ends. */
  bdi {
    display: inline-block;
    max-inline-size: 100%;
  }

  .truncated {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    unicode-bidi: isolate;
  }

  /* A name keeps its own direction, so that its end is cut off; it stands at the reader's side. */
  :host(:dir(ltr)) .truncated {
    text-align: left;
  }

  :host(:dir(rtl)) .truncated {
    text-align: right;
  }

  .muted {
    color: var(--_muted);
  }

  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }

  @media (forced-colors: active) {
    .chip,
    .button {
      border: 1px solid;
    }

    /* The browser leaves the colours of pictures alone, and a muted one may be too close to its own. */
    .icon {
      color: inherit !important;
    }

    .button[aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
      opacity: 1;
    }

    .button.danger,
    .button.primary {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
