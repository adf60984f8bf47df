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
  }

  .panel > .skeleton {
    padding: calc(var(--_space) * 6);
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

  [aria-expanded='true'] > .icon {
    rotate: 180deg;
  }

  .strong {
    font-weight: 500;
  }

  .button.destructive {
    color: var(--_danger);
  }

  .refusal .icon {
    margin-block-start: 2px;
  }

  .deeds {
    display: grid;
    gap: calc(var(--_space) * 4);
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

  .both {
    display: grid;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 3);
    border-radius: var(--_radius);
    background: var(--_sunken);
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

  @container (max-width: 640px) {
    .deed {
      grid-template-columns: minmax(0, 1fr);
      gap: calc(var(--_space) * 2);
    }

    .deed > div {
      justify-items: start;
    }
  }
`;
