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

  .waiting {
    padding: calc(var(--_space) * 6);
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

  .who > p,
  .content p {
    margin: 0;
  }

  [part='header'] h2 {
    margin: 0;
    font-size: 1.125rem;
    font-weight: 600;
    line-height: 1.3;
  }

  .why {
    display: flex;
    gap: calc(var(--_space) * 2);
    margin: 0;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 6);
    border-block-start: 1px solid var(--_border);
    background: var(--_sunken);
    color: var(--_muted);
  }

  .why .icon {
    margin-block-start: 2px;
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

  .content,
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 4);
    max-inline-size: 560px;
    overflow-wrap: anywhere;
  }

  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    padding: 0;
  }

  .content .hint {
    margin-block-start: calc(var(--_space) * 1);
  }

  form > .hint:first-child {
    margin: 0;
  }

  .code {
    font-variant-numeric: tabular-nums;
  }

  .field[dir='ltr'] {
    text-align: start;
  }

  .check {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1);
    min-block-size: 28px;
    inline-size: fit-content;
    cursor: pointer;
  }

  .hint.indented {
    margin-inline-start: 28px;
  }

  .slug {
    display: flex;
    gap: calc(var(--_space) * 2);
    color: var(--_muted);
    font-size: 0.75rem;
  }

  .slug:not(:empty) {
    margin-block-start: calc(var(--_space) * 1);
  }

  .slug.refusal {
    color: var(--_danger);
  }

  .slug.free {
    color: var(--_success);
  }

  .content > form .refusal,
  .slug .icon {
    margin-block-start: calc(var(--_space) * 0.5);
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

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
  }

  .button.start {
    justify-self: start;
  }

  .button.destructive {
    color: var(--_danger);
  }

  .logo,
  .colour,
  .file,
  .notes > div {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
  }

  .logo .field,
  .notes .field {
    flex: 1 1 0;
    min-inline-size: 0;
  }

  .logo .avatar {
    inline-size: var(--_control);
    block-size: var(--_control);
  }

  .file {
    flex-wrap: wrap;
    margin-block-start: calc(var(--_space) * 2);
  }

  .file .button {
    position: relative;
  }

  .file .button:focus-within {
    outline: var(--_focus-ring);
    outline-offset: 2px;
  }

  .file > [role='alert'] {
    flex-basis: 100%;
  }

  .file > [role='alert']:not(:has(p)) {
    display: none;
  }

  .colour .field {
    max-inline-size: 120px;
  }

  input[type='color'] {
    inline-size: var(--_control);
    block-size: var(--_control);
    padding: 3px;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    cursor: pointer;
  }

  .warning {
    display: flex;
    gap: calc(var(--_space) * 2);
    margin-block-start: calc(var(--_space) * 1);
    color: var(--_warning);
    font-size: 0.75rem;
  }

  .preview {
    --_brand: var(--_accent);
    --_on-brand: var(--_on-accent);

    margin: 0;
  }

  .preview > div {
    display: grid;
    justify-items: center;
    gap: calc(var(--_space) * 3);
    max-inline-size: 280px;
    margin-block-start: calc(var(--_space) * 1);
    padding: calc(var(--_space) * 5);
    border: 1px solid var(--_border);
    border-radius: var(--_panel-radius);
    background: var(--_sunken);
    text-align: center;
    overflow-wrap: anywhere;
  }

  .preview .avatar {
    inline-size: 40px;
    block-size: 40px;
    font-size: 0.875rem;
  }

  .preview i {
    inline-size: 100%;
    block-size: 32px;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .preview .press {
    inline-size: 100%;
    padding-block: 6px;
    border-radius: var(--_radius);
    background: var(--_brand);
    color: var(--_on-brand);
    font-weight: 500;
  }

  .preview .link {
    font-size: 0.75rem;
    text-decoration: underline 2px var(--_brand);
    text-underline-offset: 3px;
  }

  .notes {
    display: grid;
    gap: calc(var(--_space) * 2);
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

  .conflict .icon {
    margin-block-start: 2px;
    color: var(--_warning);
  }

  .refused {
    display: grid;
    justify-items: start;
    gap: calc(var(--_space) * 2);
  }

  .refusal .icon {
    margin-block-start: 2px;
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

  .button[aria-disabled='true'] {
    opacity: 0.55;
    cursor: default;
  }

  .reason {
    display: inline-flex;
    gap: calc(var(--_space) * 1);
    color: var(--_muted);
    font-size: 0.75rem;
  }

  .reason .icon {
    inline-size: 12px;
    block-size: 12px;
    margin-block-start: 2px;
  }

  .loss {
    margin: 0 0 calc(var(--_space) * 4);
    padding-inline-start: calc(var(--_space) * 5);
    font-variant-numeric: tabular-nums;
  }

  .people .choices {
    max-block-size: 260px;
    margin-block-start: calc(var(--_space) * 2);
    overflow-y: auto;
  }

  .person {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-block-size: var(--_row);
    cursor: pointer;
  }

  .person .who {
    flex: 1 1 0;
  }

  .sub {
    font-size: 0.75rem;
  }

  @container (max-width: 640px) {
    [part='header'],
    .why,
    section {
      padding-inline: calc(var(--_space) * 4);
    }

    section {
      grid-template-columns: minmax(0, 1fr);
      padding-block: calc(var(--_space) * 4);
    }

    .logo {
      flex-wrap: wrap;
    }

    .logo .field {
      flex-basis: 160px;
    }

    .deed {
      grid-template-columns: minmax(0, 1fr);
      gap: calc(var(--_space) * 2);
    }

    .deed > div {
      justify-items: start;
    }
  }

  @media (forced-colors: active) {
    .preview .press {
      border: 1px solid;
    }
  }
`;
