import { css } from 'lit';

/** Logo and colour, and how they will look. */
export const brandingStyles = css`
  .logo,
  .colour,
  .file {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
  }

  .logo .field {
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

  @media (forced-colors: active) {
    .preview .press {
      border: 1px solid;
    }
  }

  @container (max-width: 640px) {
    .logo {
      flex-wrap: wrap;
    }

    .logo .field {
      flex-basis: 160px;
    }
  }
`;
