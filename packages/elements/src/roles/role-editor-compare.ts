import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { roleName } from '../members/role-name.js';
import { isolated } from '../text/open-words.js';
import { permissionsIn, type EditedRole, type PermissionDraft } from './role-editor-draft.js';
import type { EditorWords } from './role-editor-grid.js';

/** Two roles that stand side by side. */
export interface Comparison {
  readonly first: string;
  readonly second: string;
  readonly onlyDifferences: boolean;
}

/** What two roles have in common, and what only one of them allows; in words. */
export function compared(
  words: EditorWords,
  comparison: Comparison | undefined,
  roles: readonly EditedRole[],
  draft: PermissionDraft,
): TemplateResult | typeof nothing {
  const of = (id: string | undefined) => roles.find(({ roleId }) => roleId === id);
  const [first, second] = [of(comparison?.first), of(comparison?.second)];
  if (!first || !second) return nothing;
  const { onlyIn, inBoth, same } = words.roleEditor;
  const [one, other] = [permissionsIn(first, draft), permissionsIn(second, draft)];
  const lines: readonly (readonly [string, readonly string[]])[] = [
    [onlyIn(nameOf(words, first)), one.filter((permission) => !other.includes(permission))],
    [onlyIn(nameOf(words, second)), other.filter((permission) => !one.includes(permission))],
    [inBoth, one.filter((permission) => other.includes(permission))],
  ];
  const isSame = lines.slice(0, 2).every(([, permissions]) => permissions.length === 0);
  return html`<dl class="compared" part="comparison">
    ${isSame ? html`<div><dt>${same}</dt></div>` : nothing}
    ${lines.map(([term, permissions]) =>
      permissions.length === 0
        ? nothing
        : html`<div>
            <dt>${term}</dt>
            <dd>${permissions.map((permission) => html`<code>${permission}</code> `)}</dd>
          </div>`,
    )}
  </dl>`;
}

/** The choice of two roles. */
export function comparisonFields(
  words: EditorWords,
  roles: readonly EditedRole[],
  comparison: Comparison,
  compare: (comparison: Comparison) => void,
): TemplateResult {
  const { compareFirst, compareSecond, onlyDifferences } = words.roleEditor;
  const choice = (label: string, of: 'first' | 'second') =>
    html`<label>
      <span class="hidden">${label}</span>
      <select
        class="field"
        @change=${(event: Event) =>
          compare({ ...comparison, [of]: (event.target as HTMLSelectElement).value })}
      >
        ${roles.map(
          (role) =>
            html`<option value=${role.roleId} .selected=${role.roleId === comparison[of]}>
              ${roleName(words, role)}
            </option>`,
        )}
      </select>
    </label>`;
  return html`<div class="comparing">
    ${choice(compareFirst, 'first')} ${choice(compareSecond, 'second')}
    <label class="check">
      <input
        type="checkbox"
        .checked=${live(comparison.onlyDifferences)}
        @change=${(event: Event) =>
          compare({ ...comparison, onlyDifferences: (event.target as HTMLInputElement).checked })}
      />
      ${onlyDifferences}
    </label>
  </div>`;
}

function nameOf(words: EditorWords, role: EditedRole): string {
  return isolated(roleName(words, role));
}
