import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
  }

  .part,
  .skeleton {
    border: 1px solid var(--_border);
    border-radius: var(--_panel-radius);
    background: var(--_surface);
  }

  .part + .part,
  .note {
    margin-block-start: calc(var(--_space) * 3);
  }

  summary {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 3);
    min-block-size: var(--_row);
    padding-inline: calc(var(--_space) * 4);
    border-radius: inherit;
    list-style: none;
    cursor: pointer;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  summary:hover {
    background: var(--_hover);
  }

  summary > .avatar,
  .emblem {
    flex: none;
    inline-size: 22px;
    block-size: 22px;
    font-size: 0.625rem;
  }

  .emblem {
    display: grid;
    place-items: center;
    color: var(--_muted);
  }

  .title {
    flex: 0 1 auto;
    min-inline-size: 4ch;
    font-weight: 500;
  }

  .chosen {
    flex: 1 1 0;
    min-inline-size: 0;
  }

  :host(:dir(ltr)) .chosen {
    text-align: right;
  }

  :host(:dir(rtl)) .chosen {
    text-align: left;
  }

  summary > .icon {
    color: var(--_muted);
    transition: rotate 120ms ease-out;
  }

  [open] > summary > .icon:last-child {
    rotate: 180deg;
  }

  [open] > summary {
    border-end-start-radius: 0;
    border-end-end-radius: 0;
    border-block-end: 1px solid var(--_border);
  }

  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 4) calc(var(--_space) * 3);
    border: 0;
  }

  fieldset > .search {
    margin-block-start: calc(var(--_space) * 2);
  }

  .roles.many {
    max-block-size: 336px;
    margin-block-start: calc(var(--_space) * 1);
    margin-inline: calc(var(--_space) * -4);
    padding-inline: calc(var(--_space) * 4);
    overflow: auto;
  }

  .role {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: calc(var(--_space) * 2);
    padding-block: calc(var(--_space) * 1.5);
  }

  .role > input {
    margin: 2px;
  }

  .role > .icon {
    margin-block-start: 2px;
    color: var(--_muted);
  }

  .role label {
    display: grid;
    gap: 2px;
    cursor: pointer;
  }

  .name {
    font-weight: 500;
  }

  .line,
  .line > span {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px calc(var(--_space) * 2);
    min-inline-size: 0;
  }

  .name,
  .role bdi.muted {
    display: -webkit-box;
    overflow: hidden;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
  }

  /* What came in another language stands at the reader's side all the same. */
  :host(:dir(ltr)) .role bdi {
    text-align: left;
  }

  :host(:dir(rtl)) .role bdi {
    text-align: right;
  }

  .line .chip {
    overflow: hidden;
    text-overflow: ellipsis;
    color: var(--_muted);
    font-weight: 400;
  }

  .edited {
    position: relative;
  }

  /* Beside the words of the difference, so that the eye finds what it speaks of. */
  .edited::before {
    content: '';
    position: absolute;
    inset-block: calc(var(--_space) * 1.5);
    inset-inline-start: calc(var(--_space) * -2);
    border-inline-start: 2px solid var(--_accent);
  }

  .locked > input,
  .locked label {
    cursor: default;
  }

  .locked .name {
    color: var(--_muted);
  }

  [aria-disabled='true'] {
    cursor: default;
  }

  input[aria-disabled='true'] {
    opacity: 0.55;
  }

  .button[aria-disabled='true'] {
    pointer-events: none;
  }

  .why,
  .note {
    display: flex;
    align-items: baseline;
    gap: calc(var(--_space) * 2);
    color: var(--_muted);
    font-size: 0.75rem;
    overflow-wrap: anywhere;
  }

  .why > .icon,
  .note > .icon {
    flex: none;
    inline-size: 12px;
    block-size: 12px;
    translate: 0 1px;
  }

  .note {
    flex-wrap: wrap;
    margin-block-end: 0;
    font-size: 0.8125rem;
  }

  fieldset > .note {
    margin-block: calc(var(--_space) * 1);
  }

  div.note {
    align-items: center;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 4);
    border: 1px solid var(--_border);
    border-radius: var(--_panel-radius);
  }

  div.note > .icon {
    inline-size: 16px;
    block-size: 16px;
  }

  div.note > span {
    flex: 1;
    min-inline-size: 20ch;
  }

  .none {
    margin: calc(var(--_space) * 2) 0;
  }

  .end {
    display: grid;
    grid-template-columns: auto minmax(0, 180px) 1fr;
    align-items: center;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 3);
    margin-block-start: calc(var(--_space) * 2);
    padding-block-start: calc(var(--_space) * 3);
    border-block-start: 1px solid var(--_border);
  }

  .end .hint {
    margin: 0;
  }

  /* What the keyboard goes to comes to lie above the bar. */
  .parts :is(input, button, summary) {
    scroll-margin-block-end: 128px;
  }

  .skeleton > div {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 3);
    min-block-size: var(--_row);
    padding-inline: calc(var(--_space) * 4);
  }

  .skeleton i {
    inline-size: 22px;
    block-size: 22px;
  }

  @container (max-width: 480px) {
    /* A word of it would say nothing; the roles stand below. */
    summary:has(> .chip) > .chosen {
      visibility: hidden;
    }

    .roles.many {
      margin-inline: calc(var(--_space) * -3);
      padding-inline: calc(var(--_space) * 3);
    }
  }

  @media (forced-colors: active) {
    .locked .name,
    .locked label {
      color: GrayText;
    }
  }
`;
