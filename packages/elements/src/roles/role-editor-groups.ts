import type { RoleGroup } from '@tesserakit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { isolated } from '../text/open-words.js';
import { plusIcon } from '../theme/icons.js';
import type { EditedRole } from './role-editor-draft.js';
import type { EditorWords } from './role-editor-grid.js';

/** The role groups of an application, each with its roles. */
export function groupList(
  words: EditorWords,
  list: {
    readonly groups: readonly RoleGroup[];
    readonly roles: readonly EditedRole[];
    readonly mayCreate: boolean;
    readonly viewOnly: boolean;
    /** Opens the form of a role group, or of a new one. */
    open(group: RoleGroup | undefined, opener: HTMLElement): void;
  },
): TemplateResult {
  const { roleEditor } = words;
  const { groups, mayCreate } = list;
  return html`<section class="groups" aria-labelledby="groups">
    <div class="line">
      <div>
        <h3 id="groups">${roleEditor.groups}</h3>
        <p class="hint">${roleEditor.groupsHint}</p>
      </div>
      ${
        mayCreate
          ? html`<button
              type="button"
              class="button"
              data-add-group
              @click=${(event: Event) => list.open(undefined, event.currentTarget as HTMLElement)}
            >
              ${plusIcon} ${roleEditor.addGroup}
            </button>`
          : nothing
      }
    </div>
    ${
      groups.length === 0
        ? html`<p class="muted">${roleEditor.noGroups}</p>`
        : html`<ul>
            ${groups.map((group, index) => groupRow(words, group, index, list))}
          </ul>`
    }
  </section>`;
}

function groupRow(
  { roleEditor }: EditorWords,
  group: RoleGroup,
  index: number,
  list: Parameters<typeof groupList>[1],
) {
  const names = group.roleIds.map(
    (id) => list.roles.find(({ roleId }) => roleId === id)?.name ?? id,
  );
  const isOpen = !list.viewOnly && group.actions['roleGroup.update'] === true;
  return html`<li part="group" data-group=${group.roleGroupId}>
    <bdi class="name truncated" id="group-${index}" title=${group.name}>${group.name}</bdi>
    <span class="chips">
      ${names.length === 0 ? html`<span class="muted">${roleEditor.noGroupRoles}</span>` : nothing}
      ${names.map(
        (name) =>
          html`<span class="chip" title=${name}><bdi class="truncated">${name}</bdi></span>`,
      )}
    </span>
    ${
      isOpen
        ? html`<button
            type="button"
            class="button quiet"
            id="edit-${index}"
            aria-labelledby="edit-${index} group-${index}"
            title=${isolated(group.name)}
            @click=${(event: Event) => list.open(group, event.currentTarget as HTMLElement)}
          >
            ${roleEditor.edit}
          </button>`
        : nothing
    }
  </li>`;
}
