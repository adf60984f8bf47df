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

  /* However long an organization is called, the form has room. */
  .dialog h2 {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    line-clamp: 3;
    overflow: hidden;
  }

  section {
    min-inline-size: 0;
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
    .banner {
      border: 1px solid;
    }

    .link {
      text-decoration: underline;
      text-underline-offset: 3px;
    }
  }
`;
