import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_panel-radius);
    overflow: clip;
  }

  .editor:focus {
    outline: none;
  }

  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_border);
  }

  .toolbar .search {
    flex: 1 1 200px;
    max-inline-size: 320px;
  }

  .toolbar > .primary {
    margin-inline-start: auto;
  }

  .comparing {
    display: flex;
    flex: 1 0 100%;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
  }

  .comparing > label {
    min-inline-size: 0;
    max-inline-size: 100%;
  }

  .comparing select {
    inline-size: 100%;
    max-inline-size: 240px;
  }

  .check {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1);
    cursor: pointer;
  }

  .note {
    display: flex;
    gap: calc(var(--_space) * 2);
    margin: 0;
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 4);
    border-block-end: 1px solid var(--_border);
    color: var(--_muted);
    font-size: 0.8125rem;
  }

  .note > .icon {
    inline-size: 14px;
    block-size: 14px;
    margin-block-start: 2px;
  }

  .compared {
    display: grid;
    gap: calc(var(--_space) * 2);
    margin: 0;
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border-block-end: 1px solid var(--_border);
    background: var(--_sunken);
    overflow-wrap: anywhere;
  }

  dt {
    color: var(--_muted);
    font-size: 0.75rem;
  }

  dd {
    margin: 0;
  }

  code {
    font-size: 0.75rem;
    overflow-wrap: anywhere;
  }

  .viewport {
    position: relative;
    max-block-size: var(--tessera-table-block-size, min(640px, 75vh));
    overflow: auto;
    overscroll-behavior: contain;
    scroll-padding: 44px 0 0 40%;
  }

  table {
    border-spacing: 0;
    min-inline-size: 100%;
  }

  th,
  td {
    padding: 0 calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_border);
    font-weight: 400;
    text-align: center;
  }

  tbody tr:last-child > * {
    border-block-end: 0;
  }

  thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    block-size: 40px;
    max-inline-size: 160px;
    background: var(--_sunken);
    color: var(--_muted);
    font-size: 0.75rem;
    font-weight: 500;
    white-space: nowrap;
  }

  tbody th,
  thead th:first-child {
    position: sticky;
    inset-inline-start: 0;
    text-align: start;
  }

  tbody th {
    z-index: 1;
    min-inline-size: 140px;
    max-inline-size: 320px;
    padding-block: calc(var(--_space) * 1);
    background: var(--_surface);
    border-inline-end: 1px solid var(--_border);
  }

  thead th:first-child {
    z-index: 2;
    border-inline-end: 1px solid var(--_border);
  }

  tbody th > * {
    display: block;
  }

  .head {
    max-inline-size: 100%;
    min-block-size: 28px;
    padding: 0 calc(var(--_space) * 2);
    border: 0;
    border-radius: var(--_radius);
    background: transparent;
    color: var(--_text);
    font-weight: 500;
    cursor: pointer;
  }

  .head:hover {
    background: var(--_hover);
  }

  .head .truncated,
  thead .truncated {
    text-align: center;
  }

  thead .why > .icon {
    inline-size: 12px;
    block-size: 12px;
  }

  thead th .truncated {
    display: inline-block;
    max-inline-size: calc(100% - 20px);
    vertical-align: middle;
  }

  .head .truncated {
    max-inline-size: 100%;
  }

  td {
    block-size: 40px;
  }

  tbody tr:hover > * {
    background: linear-gradient(var(--_hover), var(--_hover)) var(--_surface);
  }

  .differs > * {
    background: linear-gradient(var(--_selected), var(--_selected)) var(--_surface);
  }

  td.changed {
    position: relative;
  }

  /* An accent in the corner: not saved yet. */
  td.changed::after {
    content: '';
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    border: 4px solid var(--_accent);
    border-block-end-color: transparent;
    border-inline-start-color: transparent;
  }

  input[aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }

  th:focus-visible,
  .head:focus-visible {
    outline-offset: -2px;
  }

  .none {
    margin: 0;
    padding: calc(var(--_space) * 6) calc(var(--_space) * 4);
    text-align: center;
  }

  .adding {
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border-block-start: 1px solid var(--_border);
  }

  .adding .field {
    max-inline-size: 320px;
  }

  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
  }

  .adding .line {
    flex-wrap: nowrap;
    justify-content: start;
  }

  .groups {
    padding: calc(var(--_space) * 4);
    border-block-start: 1px solid var(--_border);
  }

  h3 {
    margin: 0;
    font-size: inherit;
    font-weight: 600;
  }

  .hint {
    margin: 0;
  }

  .adding .hint {
    margin-block-start: calc(var(--_space) * 1);
  }

  .groups ul {
    margin: calc(var(--_space) * 3) 0 0;
    padding: 0;
    list-style: none;
  }

  .groups li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
    padding-block: calc(var(--_space) * 1.5);
  }

  .groups li + li {
    border-block-start: 1px solid var(--_border);
  }

  .groups .name {
    flex: 0 1 160px;
    min-inline-size: 8ch;
    font-weight: 500;
  }

  .chips {
    display: flex;
    flex: 1 1 0;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1);
    min-inline-size: 120px;
  }

  .bar {
    position: sticky;
    inset-block-end: 0;
    z-index: 3;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border-block: 1px solid var(--_border);
    background: var(--_raised);
    box-shadow: var(--_shadow);
  }

  .bar .impact,
  .bar .refused {
    flex: 1 0 100%;
  }

  .bar .impact ul {
    margin-block-start: 0;
  }

  .difference {
    flex: 1 1 24ch;
    max-block-size: 30vh;
    margin: 0;
    overflow: auto;
    overflow-wrap: anywhere;
  }

  .difference > span {
    display: block;
  }

  .deeds {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: calc(var(--_space) * 2);
    margin-inline-start: auto;
  }

  .skeleton {
    display: grid;
    gap: calc(var(--_space) * 4);
    padding: calc(var(--_space) * 5);
  }

  @container (max-width: 480px) {
    tbody th {
      min-inline-size: 112px;
      max-inline-size: 130px;
    }

    thead th {
      max-inline-size: 110px;
    }

    .toolbar > .button {
      flex: 1 0 auto;
    }
  }
`;
