import { css, html, nothing, type TemplateResult } from 'lit';
import { popoverStyles } from './popover.js';

/** One thing that can be done from a menu. */
export interface MenuItem {
  readonly icon: TemplateResult;
  readonly name: string;
  /** Why it cannot be done; it stays within reach, so that this is read. */
  readonly reason?: string | undefined;
  /** What cannot be taken back. */
  readonly grave?: boolean;
  choose(): void;
}

/** The items of a menu; the element owns the `<div class="popover menu" role="menu" popover>` around them. */
export function menuItems(items: readonly MenuItem[]): TemplateResult[] {
  return items.map(
    ({ icon, name, reason, grave, choose }) =>
      html`<button
        type="button"
        role="menuitem"
        class=${grave ? 'grave' : ''}
        tabindex="-1"
        aria-disabled=${reason !== undefined}
        @click=${() => reason === undefined && choose()}
      >
        ${icon}
        <span>${name} ${reason === undefined ? nothing : html`<small>${reason}</small>`}</span>
      </button>`,
  );
}

/**
 * Moves the focus within the menu that listens, as its keys do.
 *
 * @returns whether it was such a key.
 */
export function moveInMenu(event: KeyboardEvent): boolean {
  const items = itemsOf(event.currentTarget as HTMLElement);
  const at = items.indexOf(event.target as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  if (to === undefined) return false;
  event.preventDefault();
  items.at(to % items.length)?.focus();
  return true;
}

/** Opens a menu, with the focus on its first item. */
export function openMenu(menu: HTMLElement | null | undefined): void {
  menu?.showPopover();
  if (menu) itemsOf(menu)[0]?.focus();
}

function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')];
}

/** The items of a menu, and its button: one with `aria-haspopup="menu"`, and `aria-expanded` while open. */
export const menuStyles = css`
  ${popoverStyles}

  [aria-haspopup='menu'] {
    min-block-size: 32px;
    min-inline-size: 32px;
    color: var(--_muted);
  }

  [aria-haspopup='menu']:hover,
  [aria-haspopup='menu'][aria-expanded='true'] {
    color: var(--_text);
  }

  [aria-haspopup='menu'][aria-expanded='true'] {
    anchor-name: --opener;
    background: var(--_hover);
  }

  .menu > button {
    display: flex;
    align-items: start;
    gap: calc(var(--_space) * 2);
    inline-size: 100%;
    min-block-size: 32px;
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    border: 0;
    border-radius: var(--_radius);
    background: none;
    text-align: start;
    cursor: pointer;
  }

  .menu > button:is(:hover, :focus) {
    background: var(--_hover);
  }

  .menu > button:focus-visible {
    outline-offset: -2px;
  }

  .menu .icon {
    margin-block-start: 2px;
    color: var(--_muted);
  }

  .menu > .grave,
  .menu > .grave .icon {
    color: var(--_danger);
  }

  .menu > [aria-disabled='true'] {
    color: var(--_muted);
    cursor: default;
  }

  .menu > [aria-disabled='true'] .icon {
    color: inherit;
    opacity: 0.6;
  }

  .menu small {
    display: block;
    font-size: 0.75rem;
    overflow-wrap: anywhere;
  }

  @media (forced-colors: active) {
    .menu > button:focus {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }

    .menu > [aria-disabled='true'] {
      color: GrayText;
    }
  }
`;
