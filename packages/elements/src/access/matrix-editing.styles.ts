import { css } from 'lit';

/** The look of what a person does in the matrix beyond looking. */
export const styles = css`
  .selection > strong {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    margin-inline-end: auto;
  }

  /* A corner tells what is not saved, and what became of it. */
  .cell.edited::before,
  .cell.saved::before {
    content: '';
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    inline-size: 9px;
    block-size: 9px;
    background: var(--_corner, var(--_accent));
    border-end-end-radius: 9px;
  }

  .row > .edited {
    background-color: color-mix(in oklch, var(--_accent) 7%, transparent);
  }

  .cell.edited:not(.given)::after {
    content: '';
    inline-size: 12px;
    block-size: 2px;
    border-radius: 1px;
    background: var(--_accent);
    grid-area: 1 / 1;
  }

  .edited > .mark,
  .saved > .mark {
    grid-area: 1 / 1;
  }

  .contested {
    --_corner: var(--_warning);
  }

  .refused {
    --_corner: var(--_danger);
  }

  .saved {
    --_corner: var(--_success);
  }

  /* What is not saved. */
  .bar {
    position: sticky;
    inset-block-end: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-block-start: 1px solid var(--_border);
    background: var(--_raised);
    font-variant-numeric: tabular-nums;
  }

  .bar .grow {
    flex: 1 1 200px;
    min-inline-size: 0;
  }

  .bar strong {
    font-weight: 600;
    margin-inline-end: calc(var(--_space) * 1);
  }

  progress {
    accent-color: var(--_accent);
  }

  .told {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 4);
  }

  .unsaved {
    max-block-size: 280px;
    overflow: auto;
    border-block-start: 1px solid var(--_border);
    background: var(--_sunken);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
  }

  .unsaved:focus-visible {
    outline-offset: -2px;
  }

  .unsaved ul,
  .list,
  .list ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .unsaved li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) minmax(0, 2fr) auto;
    align-items: center;
    gap: calc(var(--_space) * 3);
    padding-block: calc(var(--_space) * 2);
    border-block-end: 1px solid var(--_border);
  }

  .unsaved li:last-child {
    border-block-end: 0;
  }

  .unsaved p {
    margin: 0;
    overflow-wrap: anywhere;
  }

  .unsaved .what > strong {
    font-weight: 500;
  }

  .unsaved .refusal {
    font-size: 0.75rem;
    align-items: center;
  }

  .sides {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
    margin-block-end: calc(var(--_space) * 1);
  }

  .side {
    flex: 1 1 140px;
    min-inline-size: 0;
    display: grid;
    gap: calc(var(--_space) * 1);
    justify-items: start;
    padding: calc(var(--_space) * 2);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_raised);
  }

  .side .button {
    min-block-size: 28px;
    white-space: normal;
    text-align: start;
  }

  .deeds {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
    margin: 0;
    padding: calc(var(--_space) * 2) 0;
  }

  .list + .deeds {
    justify-content: center;
    padding: calc(var(--_space) * 3);
  }

  /* The editor. */
  .editor {
    inline-size: min(300px, calc(100vw - 16px));
    padding: 0;
  }

  .editor:popover-open {
    display: flex;
    flex-direction: column;
  }

  .editor h2 {
    margin: 0;
    padding: calc(var(--_space) * 3) calc(var(--_space) * 3) calc(var(--_space) * 1);
    font-size: 0.875rem;
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .editor .body {
    flex: 1 1 auto;
    min-block-size: 0;
    overflow: auto;
    padding: calc(var(--_space) * 1) calc(var(--_space) * 2);
  }

  .editor .body > .hint,
  .editor .body > .muted {
    margin: 0;
    padding: calc(var(--_space) * 1);
  }

  .editor footer {
    display: flex;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-block-start: 1px solid var(--_border);
  }

  .editor .button {
    min-block-size: 30px;
  }

  .role {
    display: flex;
    align-items: start;
    gap: calc(var(--_space) * 1);
    padding: calc(var(--_space) * 1);
    border-radius: var(--_radius);
    cursor: pointer;
  }

  .role:hover {
    background: var(--_hover);
  }

  .role > input {
    margin-block-start: 3px;
  }

  .role > span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .role small {
    display: block;
    color: var(--_muted);
    font-size: 0.75rem;
  }

  .role small > span {
    display: block;
  }

  .role.locked {
    cursor: default;
  }

  .role.locked > input {
    opacity: 0.5;
  }

  .reason .icon {
    inline-size: 12px;
    block-size: 12px;
    margin-inline-end: 4px;
    vertical-align: -2px;
  }

  /* The list. */
  .list > li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 2fr) 160px;
    align-items: start;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_border);
  }

  .list .identity {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 3);
    min-inline-size: 0;
    line-height: 1.3;
  }

  .list .identity > span:last-child {
    min-inline-size: 0;
  }

  .list li > ul > li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1.4fr) 32px;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-block-size: 32px;
  }

  .list .muted {
    overflow-wrap: anywhere;
  }

  .list li > ul > li.muted {
    display: block;
    padding-block: calc(var(--_space) * 1.5);
  }

  .list .icon-only {
    min-block-size: 28px;
    min-inline-size: 28px;
    color: var(--_muted);
  }

  .list small {
    display: block;
    font-size: 0.75rem;
  }

  .list small.warning {
    color: var(--_warning);
  }

  .list .edited .said {
    color: var(--_accent);
  }

  .list select {
    max-inline-size: 160px;
    min-block-size: 32px;
  }

  @container (max-width: 640px) {
    .list > li {
      grid-template-columns: minmax(0, 1fr);
      gap: calc(var(--_space) * 2);
    }

    .list select {
      max-inline-size: none;
      inline-size: 100%;
    }

    .unsaved li {
      grid-template-columns: auto minmax(0, 1fr) auto;
    }

    .unsaved .how {
      grid-area: 2 / 1 / 3 / -1;
    }
  }

  @media (forced-colors: active) {
    .cell.edited::before,
    .cell.saved::before {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;
