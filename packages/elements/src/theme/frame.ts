import { css } from 'lit';

/** The frame of what fills its place: a border, a toolbar above, and how many there are. */
export const frameStyles = css`
  :host {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    container-type: inline-size;
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_panel-radius);
    overflow: clip;
  }

  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-block-size: calc(var(--_control) + var(--_space) * 6);
    padding: calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_border);
  }

  .count {
    margin-inline-start: auto;
    padding-inline: calc(var(--_space) * 1);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
`;
