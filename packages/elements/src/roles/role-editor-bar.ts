import { html, nothing, type TemplateResult } from 'lit';
import { roleName } from '../members/role-name.js';
import { isolated } from '../text/open-words.js';
import { triangleAlertIcon } from '../theme/icons.js';
import { refusal } from '../theme/refusal.js';
import type { EditedRole, PermissionDraft } from './role-editor-draft.js';
import type { EditorWords } from './role-editor-grid.js';
import type { RoleEditorSaving } from './role-editor-saving.js';

/** What is not saved yet, who is affected once that was looked at, and why something was refused. */
export function editorBar(
  words: EditorWords,
  bar: {
    readonly changed: readonly EditedRole[];
    readonly draft: PermissionDraft;
    readonly saving: RoleEditorSaving;
    save(): void;
    discard(): void;
  },
): TemplateResult | typeof nothing {
  const { changed, draft, saving } = bar;
  if (changed.length === 0) return nothing;
  const { actions, roleEditor } = words;
  const { busy, holders } = saving;
  return html`<div class="bar" part="bar" role="group" aria-label=${roleEditor.unsaved}>
    ${refusal(words, { error: saving.lookError, kept: actions.kept, busy, again: bar.save })}
    ${changed.map((role) => failure(words, role, bar))}
    <p class="difference" tabindex="0">
      ${changed.flatMap((role) =>
        sentencesOf(words, role, draft).map((sentence) => html`<span>${sentence}</span> `),
      )}
    </p>
    ${holders ? affected(words, changed, holders) : nothing}
    <div class="deeds">
      <button type="button" class="button" @click=${bar.discard} ?disabled=${busy}>
        ${actions.discard}
      </button>
      <button
        type="button"
        class="button primary"
        data-save
        aria-disabled=${busy ? 'true' : nothing}
        @click=${() => !busy && bar.save()}
      >
        ${busy ? actions.saving : holders ? roleEditor.saveAll : actions.save}
      </button>
    </div>
  </div>`;
}

function failure(
  words: EditorWords,
  role: EditedRole,
  { saving, save }: { readonly saving: RoleEditorSaving; save(): void },
) {
  const error = saving.failureOf(role);
  const kept = words.roleEditor.notSaved(isolated(roleName(words, role)));
  return refusal(words, { error, kept, again: save });
}

function affected(
  words: EditorWords,
  changed: readonly EditedRole[],
  holders: NonNullable<RoleEditorSaving['holders']>,
) {
  const { held, heldByNobody } = words.roleEditor;
  return html`<div class="impact" role="status" part="impact">
    ${triangleAlertIcon}
    <ul>
      ${changed.map((role) => {
        const name = isolated(roleName(words, role));
        const { members = 0, organizations = 0 } = holders.get(role.roleId) ?? {};
        return html`<li>
          ${members > 0 ? held(name, members, organizations) : heldByNobody(name)}
        </li>`;
      })}
    </ul>
  </div>`;
}

function sentencesOf(
  words: EditorWords,
  role: EditedRole,
  draft: PermissionDraft,
): readonly string[] {
  const { gains, loses } = words.roleEditor;
  const { added = [], removed = [] } = draft.get(role.roleId) ?? {};
  const name = isolated(roleName(words, role));
  const list = (permissions: readonly string[]) =>
    new Intl.ListFormat(words.language).format(permissions.map(isolated));
  return [
    ...(added.length > 0 ? [gains(name, list(added))] : []),
    ...(removed.length > 0 ? [loses(name, list(removed))] : []),
  ];
}
