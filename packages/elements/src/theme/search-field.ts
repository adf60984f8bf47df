import { html, noChange, nothing, type TemplateResult } from 'lit';
import { searchIcon } from './icons.js';

export interface SearchField {
  /** What is searched for; it stands in the empty field, too. */
  readonly label: string;
  type(typed: string): void;
  /** What is to stand in it, where that is not left to whoever types. */
  readonly value?: unknown;
  /** What stands in it at first; what was typed since stays. */
  readonly initial?: string | undefined;
  readonly part?: string;
  readonly disabled?: boolean;
}

/** A field in which a person types what they look for. */
export function searchField({
  label,
  type,
  value = noChange,
  initial,
  part,
  disabled = false,
}: SearchField): TemplateResult {
  return html`<label class="search">
    ${searchIcon}
    <input
      class="field"
      part=${part ?? nothing}
      type="search"
      autocomplete="off"
      spellcheck="false"
      aria-label=${label}
      placeholder=${label}
      value=${initial ?? nothing}
      ?disabled=${disabled}
      .value=${value}
      @input=${(event: Event) => type((event.target as HTMLInputElement).value)}
    />
  </label>`;
}
