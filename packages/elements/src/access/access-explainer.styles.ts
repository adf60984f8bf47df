import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
  }

  .panel {
    border: 1px solid var(--_border);
    border-radius: var(--_panel-radius);
    background: var(--_surface);
    overflow-wrap: anywhere;
  }

  header {
    display: flex;
    align-items: start;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 4);
  }

  header > .icon {
    inline-size: 20px;
    block-size: 20px;
    margin-block-start: 2px;
    color: var(--_tint);
  }

  h2 {
    margin: 0;
    font-size: 1rem;
    font-weight: 600;
  }

  header p {
    margin: 2px 0 0;
  }

  section,
  details,
  .none {
    margin: 0;
    padding: calc(var(--_space) * 4);
    border-block-start: 1px solid var(--_border);
  }

  h3 {
    margin: 0 0 calc(var(--_space) * 2);
    color: var(--_muted);
    font-size: 0.75rem;
    font-weight: 500;
  }

  h3 + .hint {
    margin-block: 0 calc(var(--_space) * 2);
  }

  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  section > p {
    margin: 0;
  }

  .strong {
    font-weight: 500;
  }

  .hint {
    margin: 0;
    font-size: 0.8125rem;
  }

  .remedies > li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
    padding-block: calc(var(--_space) * 2);
  }

  .remedies > li > div {
    flex: 1 1 24ch;
    min-inline-size: 0;
  }

  .remedies > li + li,
  .roles > li + li {
    border-block-start: 1px solid var(--_border);
  }

  .refused {
    margin-block-start: calc(var(--_space) * 3);
  }

  tessera-role-assigner {
    margin-block-start: calc(var(--_space) * 3);
  }

  .conditions {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 300px), 1fr));
    gap: calc(var(--_space) * 2) calc(var(--_space) * 6);
  }

  .conditions > li {
    display: flex;
    gap: calc(var(--_space) * 2);
  }

  .conditions > li > .icon {
    margin-block-start: 2px;
    color: var(--_tint);
  }

  .conditions > .danger {
    font-weight: 500;
  }

  .roles > li {
    display: grid;
    gap: calc(var(--_space) * 1);
    padding-block: calc(var(--_space) * 2.5);
  }

  .roles > li:first-child {
    padding-block-start: 0;
  }

  .roles > li:last-child {
    padding-block-end: 0;
  }

  .roles .idle .strong {
    color: var(--_muted);
  }

  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px calc(var(--_space) * 2);
    min-inline-size: 0;
  }

  .line > .truncated {
    max-inline-size: 100%;
  }

  .line .chip {
    color: var(--_muted);
    font-weight: 400;
    white-space: normal;
  }

  .permissions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 2);
  }

  code {
    font-size: 0.75rem;
  }

  .permissions code {
    padding: 1px calc(var(--_space) * 1.5);
    border: 1px solid var(--_border);
    border-radius: 4px;
    background: var(--_sunken);
    overflow-wrap: anywhere;
  }

  summary {
    inline-size: fit-content;
    min-block-size: 24px;
    color: var(--_muted);
    font-size: 0.8125rem;
    cursor: pointer;
  }

  details > .permissions {
    margin-block-start: calc(var(--_space) * 2);
  }

  .gone:focus {
    outline: none;
  }

  .skeleton {
    display: grid;
    gap: calc(var(--_space) * 4);
    padding: calc(var(--_space) * 4);
  }

  @container (max-width: 480px) {
    .remedies .button {
      inline-size: 100%;
    }
  }
`;
