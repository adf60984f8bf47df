import { css } from 'lit';

/**
 * The public custom properties, each read once into a private one with its default. A host sets
 * them on `:root`, on the provider, or on one element. Colours follow the host's `color-scheme`.
 */
export const tokens = css`
  :host,
  :root {
    --_accent: var(--tessera-color-accent, light-dark(oklch(0.53 0.19 264), oklch(0.72 0.14 264)));
    --_on-accent: var(--tessera-color-on-accent, light-dark(white, oklch(0.18 0.02 264)));
    --_text: var(--tessera-color-text, light-dark(oklch(0.22 0.01 264), oklch(0.96 0.01 264)));
    --_muted: var(
      --tessera-color-text-muted,
      light-dark(oklch(0.5 0.015 264), oklch(0.72 0.015 264))
    );
    --_surface: var(--tessera-color-surface, light-dark(white, oklch(0.19 0.012 264)));
    --_raised: var(--tessera-color-raised, light-dark(white, oklch(0.23 0.012 264)));
    --_sunken: var(
      --tessera-color-sunken,
      light-dark(oklch(0.98 0.003 264), oklch(0.16 0.012 264))
    );
    --_border: var(
      --tessera-color-border,
      light-dark(oklch(0.91 0.005 264), oklch(0.31 0.012 264))
    );
    --_border-strong: var(
      --tessera-color-border-strong,
      light-dark(oklch(0.62 0.012 264), oklch(0.58 0.012 264))
    );
    --_danger: var(--tessera-color-danger, light-dark(oklch(0.52 0.19 25), oklch(0.74 0.14 25)));
    --_warning: var(--tessera-color-warning, light-dark(oklch(0.5 0.11 70), oklch(0.8 0.12 80)));
    --_success: var(
      --tessera-color-success,
      light-dark(oklch(0.48 0.11 155), oklch(0.78 0.13 155))
    );
    --_info: var(--tessera-color-info, light-dark(oklch(0.5 0.12 240), oklch(0.76 0.1 240)));
    --_hover: color-mix(in oklch, var(--_text) 5%, transparent);
    --_selected: color-mix(in oklch, var(--_accent) 10%, transparent);
    --_radius: var(--tessera-radius, 6px);
    --_panel-radius: calc(var(--_radius) * 1.6);
    --_space: var(--tessera-space, 4px);
    --_density: var(--tessera-density, 0);
    --_control: calc(36px + 4px * min(var(--_density), 0) + 8px * max(var(--_density), 0));
    --_row: calc(44px + 8px * min(var(--_density), 0) + 12px * max(var(--_density), 0));
    --_focus-ring: var(--tessera-focus-ring, 2px solid var(--_accent));
    --_shadow: var(
      --tessera-shadow,
      0 1px 2px light-dark(oklch(0.2 0.02 264 / 0.06), oklch(0 0 0 / 0.4)),
      0 8px 24px light-dark(oklch(0.2 0.02 264 / 0.1), oklch(0 0 0 / 0.5))
    );

    color: var(--_text);
    font-family: var(--tessera-font, var(--_typeface, inherit));
    font-size: 0.875rem;
    line-height: 1.45;
  }

  :host([hidden]) {
    display: none !important;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
`;
