import { html, nothing, type TemplateResult } from 'lit';
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

function nameOf(words: EditorWords, role: EditedRole): string {
  return isolated(roleName(words, role));
}
