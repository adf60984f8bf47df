import { css } from 'lit';

export const styles = css`
  :host {
    display: contents;
  }

  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: calc(var(--_space) * 5);
  }

  section {
    min-inline-size: 0;
  }

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

  .beside .link {
    margin-inline-start: auto;
  }

  .problem {
    color: var(--_danger);
  }

  .link {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1);
    min-block-size: 24px;
    padding: 0 2px;
    border: 0;
    border-radius: calc(var(--_radius) * 0.5);
    background: none;
    color: var(--_accent);
    font-weight: 500;
    cursor: pointer;
  }

  .link:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  .link .icon {
    inline-size: 14px;
    block-size: 14px;
  }

  .refusal > .icon {
    margin-block-start: 5px;
  }

  .refusal .link {
    vertical-align: middle;
  }

  .roles {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    padding: 0;
  }

  h3.label {
    margin-block-start: 0;
    font-size: inherit;
  }

  .boxes {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 170px), 1fr));
    gap: calc(var(--_space) * 1) calc(var(--_space) * 4);
  }

  .box {
    display: flex;
    gap: calc(var(--_space) * 1);
    min-inline-size: 0;
    min-block-size: 28px;
    padding-block: 2px;
    cursor: pointer;
    overflow-wrap: anywhere;
  }

  .box input {
    margin-block: 2px;
  }

  .box > span {
    min-inline-size: 0;
  }

  .box .hint {
    display: flex;
    gap: calc(var(--_space) * 1);
    margin: 0;
  }

  .box .hint .icon {
    inline-size: 12px;
    block-size: 12px;
    margin-block-start: 3px;
  }

  .box.closed {
    cursor: default;
  }

  .box.closed input,
  .box.closed bdi {
    opacity: 0.6;
  }

  .applications {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    overflow: clip;
  }

  .application + .application,
  .short + .application {
    border-block-start: 1px solid var(--_border);
  }

  summary {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-block-size: var(--_control);
    padding-inline: calc(var(--_space) * 2) calc(var(--_space) * 3);
    list-style: none;
    cursor: pointer;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  summary:hover {
    background: var(--_hover);
  }

  summary:focus-visible {
    outline-offset: -2px;
  }

  summary > .icon {
    color: var(--_muted);
    transition: rotate 120ms ease-out;
  }

  :host(:dir(rtl)) summary > .icon {
    scale: -1 1;
  }

  [open] > summary > .icon {
    rotate: 90deg;
  }

  :host(:dir(rtl)) [open] > summary > .icon {
    rotate: -90deg;
  }

  summary .name {
    flex: 0 1 auto;
    font-weight: 500;
  }

  summary .given {
    flex: 1 1 40%;
    min-inline-size: 0;
    color: var(--_muted);
    font-size: 0.8125rem;
  }

  :host(:dir(ltr)) summary .given {
    text-align: right;
  }

  :host(:dir(rtl)) summary .given {
    text-align: left;
  }

  .application .boxes {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 240px), 1fr));
  }

  .application .roles {
    padding: calc(var(--_space) * 1) calc(var(--_space) * 3) calc(var(--_space) * 3)
      calc(var(--_space) * 7);
  }

  .short {
    display: flex;
    gap: calc(var(--_space) * 2);
    margin: 0;
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 3);
    background: color-mix(in oklch, var(--_tint) 10%, transparent);
    color: var(--_tint);
    font-size: 0.8125rem;
  }

  .short .icon {
    margin-block-start: 1px;
  }

  .optional {
    color: var(--_muted);
    font-weight: 400;
  }

  .skeleton {
    block-size: var(--_control);
    margin: 0;
    border-radius: var(--_radius);
    background: var(--_hover);
  }

  .banner {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 3);
    margin: 0;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-radius: var(--_radius);
    background: var(--_selected);
    overflow-wrap: anywhere;
  }

  .banner.danger {
    flex-wrap: nowrap;
    align-items: start;
    background: color-mix(in oklch, var(--_tint) 10%, transparent);
    color: var(--_tint);
  }

  .banner > p {
    margin: 0;
  }

  .banner > .icon {
    margin-block-start: 2px;
  }

  .banner code {
    display: block;
    font-size: 0.75rem;
    user-select: all;
  }

  .result {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    margin: 0;
    font-size: inherit;
    font-weight: 600;
  }

  .result > .icon {
    color: var(--_tint);
  }

  .people {
    margin: calc(var(--_space) * 2) 0 0;
    padding: 0;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    list-style: none;
  }

  .people li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 3);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
  }

  .people li + li {
    border-block-start: 1px solid var(--_border);
  }

  .people .truncated {
    flex: 1 1 200px;
    min-inline-size: 0;
  }

  .people .reason {
    color: var(--_danger);
  }

  .discard {
    margin-inline-start: calc(var(--_space) * -3);
  }

  .keeps {
    flex: 1;
    align-self: center;
    margin: 0;
  }

  .button[aria-disabled='true'] {
    opacity: 0.55;
    cursor: default;
  }

  @media (width < 640px) {
    .keeps {
      order: -1;
      flex-basis: 100%;
    }

    .discard {
      margin-inline-end: auto;
    }

    .discard ~ .close {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .token,
    .banner,
    .short {
      border: 1px solid;
    }
  }
`;
