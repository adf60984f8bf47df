import { css } from 'lit';

/** The field with its tokens. */
export const addressStyles = css`
  .addresses {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1);
    min-block-size: calc(var(--_control) * 2);
    max-block-size: 188px;
    padding: calc(var(--_space) * 1.5);
    align-content: flex-start;
    overflow: auto;
    cursor: text;
  }

  .addresses:focus-within {
    outline: var(--_focus-ring);
    outline-offset: 1px;
  }

  .addresses:has([aria-invalid='true']) {
    border-color: var(--_danger);
  }

  .tokens {
    display: contents;
    list-style: none;
  }

  .token {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1);
    max-inline-size: 100%;
    min-block-size: 26px;
    padding-inline-start: calc(var(--_space) * 2);
    border-radius: calc(var(--_radius) * 0.75);
    background: color-mix(in oklch, var(--_text) 7%, transparent);
    font-size: 0.8125rem;
    cursor: default;
  }

  .token.danger,
  .token.warning {
    background: color-mix(in oklch, var(--_tint) 11%, transparent);
  }

  .token > .icon {
    inline-size: 14px;
    block-size: 14px;
    color: var(--_tint);
  }

  .token .truncated {
    min-inline-size: 0;
  }

  .token .note {
    flex: none;
    max-inline-size: 60%;
    margin-inline-start: 2px;
    color: var(--_muted);
    font-size: 0.75rem;
  }

  .token.danger .note,
  .token.warning .note {
    color: var(--_tint);
  }

  .remove {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 26px;
    block-size: 26px;
    padding: 0;
    border: 0;
    border-radius: calc(var(--_radius) * 0.75);
    background: none;
    color: var(--_muted);
    cursor: pointer;
  }

  .remove:hover {
    background: var(--_hover);
    color: var(--_text);
  }

  .remove:focus-visible,
  .correct:focus-visible {
    outline-offset: -2px;
  }

  .remove .icon {
    inline-size: 14px;
    block-size: 14px;
  }

  .correct {
    min-inline-size: 0;
    min-block-size: 26px;
    padding: 0;
    border: 0;
    background: none;
    cursor: pointer;
  }

  .correct .truncated {
    text-decoration: underline dotted;
    text-underline-offset: 3px;
  }

  .addresses textarea {
    flex: 1 1 180px;
    field-sizing: content;
    min-inline-size: 0;
    min-block-size: 26px;
    max-block-size: 120px;
    padding: 2px calc(var(--_space) * 1);
    border: 0;
    outline: 0;
    background: none;
    line-height: 22px;
    resize: none;
  }

  .summary,
  .beside {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 calc(var(--_space) * 3);
    font-size: 0.75rem;
  }

  .beside {
    margin-block-start: calc(var(--_space) * 1);
  }

  .beside .hint {
    margin: 0;
  }

  .beside > .link {
    margin-inline-start: auto;
  }

  .problem {
    color: var(--_danger);
  }

  @media (forced-colors: active) {
    .token {
      border: 1px solid;
    }
  }
`;
