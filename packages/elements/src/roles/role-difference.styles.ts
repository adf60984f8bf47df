import { css } from 'lit';

/** What is not saved yet, and what somebody else has saved meanwhile. */
export const differenceStyles = css`
  .contest {
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border-block-end: 1px solid var(--_border);
    background: color-mix(in oklch, var(--_warning) 8%, transparent);
  }

  .contest > .why {
    margin: 0 0 calc(var(--_space) * 3);
    color: var(--_warning);
    font-size: inherit;
    font-weight: 500;
  }

  .contest > .why > .icon {
    inline-size: 16px;
    block-size: 16px;
    translate: 0 3px;
  }

  .sides {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: calc(var(--_space) * 3);
  }

  .side {
    display: grid;
    grid-template-rows: auto 1fr auto;
    justify-items: start;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .side > strong {
    color: var(--_muted);
    font-size: 0.75rem;
    font-weight: 500;
  }

  .side > p {
    margin: 0;
    overflow-wrap: anywhere;
  }

  .bar {
    position: sticky;
    inset-block-end: calc(var(--_space) * 2);
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
    margin-block-start: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border: 1px solid var(--_border);
    border-radius: var(--_panel-radius);
    background: var(--_raised);
    box-shadow: var(--_shadow);
  }

  .refusals {
    flex-basis: 100%;
    display: grid;
    gap: calc(var(--_space) * 1);
  }

  .refusals p {
    margin: 0;
  }

  .refusals .icon {
    margin-block-start: 2px;
  }

  .refusals code {
    color: var(--_muted);
  }

  .difference {
    flex: 1 1 24ch;
    max-block-size: 30vh;
    margin: 0;
    overflow: auto;
    overflow-wrap: anywhere;
  }

  .difference > span {
    display: inline-block;
  }

  .difference > span:not(:last-child)::after {
    content: ' ·';
    color: var(--_muted);
  }

  .bar > .hint {
    margin: 0;
  }

  .deeds {
    display: flex;
    gap: calc(var(--_space) * 2);
    margin-inline-start: auto;
  }

  @container (max-width: 480px) {
    summary,
    fieldset,
    .contest {
      padding-inline: calc(var(--_space) * 3);
    }

    .sides,
    .end {
      grid-template-columns: minmax(0, 1fr);
    }

    .bar {
      padding: calc(var(--_space) * 3);
    }

    .deeds,
    .deeds > .button.primary {
      flex: 1;
    }
  }
`;
