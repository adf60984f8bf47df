import { css } from 'lit';

export const styles = css`
  .selection {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-block-size: calc(var(--_control) + var(--_space) * 6);
    padding: calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_border);
    background: var(--_selected);
  }

  .selection:focus-visible {
    outline-offset: -2px;
  }

  .selection strong {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }

  .selection .all {
    color: var(--_accent);
  }

  .deeds {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
    margin-inline-start: auto;
  }

  .deeds .grave {
    color: var(--_danger);
  }

  .selection progress {
    flex: 1 1 160px;
    block-size: 8px;
    accent-color: var(--_accent);
  }

  .far {
    font-variant-numeric: tabular-nums;
  }

  .outcome > .refusal,
  .results {
    flex: 1 0 100%;
  }

  .results,
  .people {
    margin: 0;
    padding: 0;
    list-style: none;
    overflow-wrap: anywhere;
  }

  .results {
    max-block-size: 160px;
    overflow: auto;
  }

  .results > li,
  .people > li {
    display: flex;
    flex-wrap: wrap;
    column-gap: calc(var(--_space) * 3);
    padding-block: calc(var(--_space) * 0.5);
  }

  .results bdi,
  .people bdi {
    font-weight: 500;
  }

  .people {
    margin-block-start: calc(var(--_space) * 2);
  }

  .dialog #bulk-role {
    inline-size: 100%;
  }

  #bulk-role-refusal {
    align-items: center;
  }
`;
