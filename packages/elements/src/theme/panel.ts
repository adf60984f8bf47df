import { css } from 'lit';

/** A panel about one thing: who it is, then sections with a title beside what they hold. */
export const panelStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }

  .panel {
    border: 1px solid var(--_border);
    border-radius: var(--_panel-radius);
    background: var(--_surface);
  }

  [part='header'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 5) calc(var(--_space) * 6);
  }

  [part='header'] .avatar {
    inline-size: 44px;
    block-size: 44px;
    font-size: 1rem;
  }

  .who {
    flex: 1 1 180px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  [part='header'] h2 {
    margin: 0;
    font-size: 1.125rem;
    font-weight: 600;
    line-height: 1.3;
  }

  .button.destructive {
    color: var(--_danger);
  }

  .deed {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 240px);
    align-items: start;
    gap: calc(var(--_space) * 4);
  }

  .deed > p {
    color: var(--_muted);
  }

  .deed > div {
    display: grid;
    justify-items: end;
    gap: calc(var(--_space) * 1);
  }

  .deed .button {
    max-inline-size: 100%;
    white-space: normal;
  }

  .skeleton {
    display: grid;
    gap: calc(var(--_space) * 3);
  }

  .skeleton > i {
    max-inline-size: 360px;
  }

  .skeleton > i:nth-of-type(even) {
    max-inline-size: 220px;
  }

  section {
    display: grid;
    grid-template-columns: 180px minmax(0, 1fr);
    gap: calc(var(--_space) * 2) calc(var(--_space) * 6);
    padding: calc(var(--_space) * 5) calc(var(--_space) * 6);
    border-block-start: 1px solid var(--_border);
  }

  h3 {
    margin: 0;
    font-size: 0.875rem;
    font-weight: 600;
  }

  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 180px), 1fr));
    gap: calc(var(--_space) * 3) calc(var(--_space) * 6);
    margin: 0;
  }

  dt {
    color: var(--_muted);
    font-size: 0.75rem;
  }

  dd {
    margin: 0;
  }

  .conflict {
    display: grid;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 4);
    border: 1px solid color-mix(in oklch, var(--_warning) 40%, var(--_border));
    border-radius: var(--_radius);
  }

  .conflict > p {
    display: flex;
    gap: calc(var(--_space) * 2);
  }

  .refusal .icon {
    margin-block-start: 2px;
  }

  .conflict > p .icon {
    margin-block-start: 2px;
    color: var(--_warning);
  }

  @container (max-width: 640px) {
    [part='header'],
    section {
      padding-inline: calc(var(--_space) * 4);
    }

    section {
      grid-template-columns: minmax(0, 1fr);
      padding-block: calc(var(--_space) * 4);
    }

    .deed {
      grid-template-columns: minmax(0, 1fr);
      gap: calc(var(--_space) * 2);
    }

    .deed > div {
      justify-items: start;
    }
  }
`;
