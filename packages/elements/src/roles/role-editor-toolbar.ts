import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { plusIcon } from '../theme/icons.js';
import { searchField } from '../theme/search-field.js';
import type { Comparison } from './role-editor-compare.js';
import { permissionForm, type EditedRole } from './role-editor-draft.js';
import type { EditorWords } from './role-editor-grid.js';

/** Above the grid: finding a permission, comparing two roles, adding one. */
export function editorToolbar(
  words: EditorWords,
  bar: {
    readonly roles: readonly EditedRole[];
    readonly searched: string;
    readonly found: number;
    readonly comparison: Comparison | undefined;
    /** The choice of two roles, while they are compared. */
    readonly comparing: unknown;
    readonly failed: boolean;
    readonly mayCreate: boolean;
    search(typed: string): void;
    compare(comparison: Comparison | undefined): void;
    create(opener: HTMLElement): void;
  },
): TemplateResult {
  const { roleEditor } = words;
  const { roles, comparison } = bar;
  return html`<div class="toolbar">
    ${searchField({ label: roleEditor.search, type: bar.search, value: live(bar.searched) })}
    ${
      roles.length > 1
        ? html`<button
            type="button"
            class="button"
            aria-pressed=${comparison ? 'true' : 'false'}
            @click=${() => bar.compare(comparison ? undefined : firstTwo(roles))}
          >
            ${comparison ? roleEditor.compareEnd : roleEditor.compare}
          </button>`
        : nothing
    }
    ${
      bar.mayCreate
        ? html`<button
            type="button"
            class="button primary"
            data-add
            @click=${(event: Event) => bar.create(event.currentTarget as HTMLElement)}
          >
            ${plusIcon} ${roleEditor.add}
          </button>`
        : nothing
    }
    ${bar.failed ? html`<p class="refusal" role="alert">${roleEditor.openFailed}</p>` : nothing}
    ${bar.comparing}
    <p class="hidden" aria-live="polite">
      ${bar.searched.trim() && bar.found === 0 ? roleEditor.noMatch : nothing}
    </p>
  </div>`;
}

function firstTwo(roles: readonly EditedRole[]): Comparison {
  const [first, second] = roles;
  return {
    first: first?.roleId ?? '',
    second: second?.roleId ?? '',
    onlyDifferences: false,
  };
}

/** The field for a permission that no role allows yet. */
export function permissionField(
  { roleEditor }: EditorWords,
  add: (permission: string) => void,
): TemplateResult {
  const submit = (event: Event) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const field = form.querySelector<HTMLInputElement>('input')!;
    const permission = field.value.trim();
    const isRight = permissionForm.test(permission);
    field.setCustomValidity(isRight ? '' : roleEditor.addPermissionWrong);
    if (!field.reportValidity()) return;
    field.value = '';
    add(permission);
  };
  return html`<form class="adding" novalidate @submit=${submit}>
    <label class="label" for="new-permission">${roleEditor.addPermission}</label>
    <div class="line">
      <input
        class="field"
        id="new-permission"
        autocomplete="off"
        spellcheck="false"
        maxlength="100"
        aria-describedby="new-permission-hint"
        @input=${(event: Event) => (event.target as HTMLInputElement).setCustomValidity('')}
      />
      <button type="submit" class="button">${roleEditor.addShort}</button>
    </div>
    <p class="hint" id="new-permission-hint">${roleEditor.addPermissionHint}</p>
  </form>`;
}
