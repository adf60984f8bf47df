import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { pressed } from '../access/matrix-keys.js';
import { roleName } from '../members/role-name.js';
import type { Words } from '../text/catalogue.js';
import { isolated, named, reasonFor } from '../text/open-words.js';
import { lockIcon } from '../theme/icons.js';
import { permissionsIn, type EditedRole, type PermissionDraft } from './role-editor-draft.js';

export type EditorWords = Words<'actions' | 'roleEditor' | 'roleNames'>;

/** A cell of the grid: row 0 has the names of the roles, column 0 those of the permissions. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

/** How the grid looks now. */
export interface GridLook {
  readonly words: EditorWords;
  readonly roles: readonly EditedRole[];
  readonly permissions: readonly string[];
  readonly draft: PermissionDraft;
  /** The one cell that has the tab stop. */
  readonly at: Spot;
  readonly isOrganization: boolean;
  readonly viewOnly: boolean;
  /** Nothing can be changed while something is being saved. */
  readonly busy: boolean;
  /** Where what is allowed is compared: two roles stand side by side. */
  readonly comparing: boolean;
  /** In plain words, where there are any. */
  about(permission: string): string;
  mayGive(permission: string): true | string;
}

export interface GridDeeds {
  move(to: Spot): void;
  give(role: EditedRole, permission: string, on: boolean): void;
  edit(role: EditedRole, opener: HTMLElement): void;
}

/** Roles side by side, with a box for each permission; one tab stop, and arrows from there. */
export function roleGrid(look: GridLook, deeds: GridDeeds): TemplateResult {
  const { words, roles, permissions } = look;
  const { roleEditor } = words;
  return html`<div class="viewport">
    <table
      role="grid"
      part="grid"
      aria-label=${look.isOrganization ? roleEditor.organizationGrid : roleEditor.grid}
      aria-describedby="grid-hint"
      aria-rowcount=${permissions.length + 1}
      aria-colcount=${roles.length + 1}
      @keydown=${(event: KeyboardEvent) => onKey(event, look, deeds)}
      @focusin=${(event: FocusEvent) => {
        const spot = spotOf(event.target);
        if (spot) deeds.move(spot);
      }}
    >
      <thead>
        <tr>
          <th scope="col">${roleEditor.permission}</th>
          ${repeat(
            roles,
            ({ roleId }) => roleId,
            (role, index) => head(look, role, index + 1, deeds),
          )}
        </tr>
      </thead>
      <tbody>
        ${repeat(
          permissions,
          (permission) => permission,
          (permission, index) => row(look, permission, index + 1, deeds),
        )}
      </tbody>
    </table>
    <p class="hidden" id="grid-hint">${roleEditor.gridHint}</p>
  </div>`;
}

function head(look: GridLook, role: EditedRole, column: number, deeds: GridDeeds) {
  const { words, viewOnly } = look;
  const { roleEditor } = words;
  const name = roleName(words, role);
  const stop = tabStop(look, { row: 0, column });
  const isOpen = role.mayUpdate === true && !viewOnly;
  const why = role.builtIn ? roleEditor.builtIn : reasonFor(words, role.mayUpdate);
  const title = html`<bdi class="truncated" title=${role.description?.trim() || name}
    >${name}</bdi
  >`;
  if (isOpen) {
    return html`<th scope="col" part="role">
      <button
        type="button"
        class="head"
        data-row="0"
        data-column=${column}
        tabindex=${stop}
        aria-haspopup="dialog"
        @click=${(event: Event) => deeds.edit(role, event.currentTarget as HTMLElement)}
      >
        ${title}
      </button>
    </th>`;
  }
  return html`<th scope="col" part="role" data-row="0" data-column=${column} tabindex=${stop}>
    ${title}
    ${
      viewOnly
        ? nothing
        : html`<span class="why" title=${why}>${lockIcon}<span class="hidden">${why}</span></span>`
    }
  </th>`;
}

function row(look: GridLook, permission: string, at: number, deeds: GridDeeds) {
  const { roles, draft, comparing } = look;
  const about = look.about(permission);
  const allowing = roles.filter((role) => permissionsIn(role, draft).includes(permission));
  const differs = comparing && allowing.length === 1;
  return html`<tr class=${differs ? 'differs' : ''}>
    <th scope="row" part="permission">
      ${about ? html`<span class="about">${about}</span>` : nothing}
      <code class=${about ? 'muted' : ''}>${broken(permission)}</code>
    </th>
    ${repeat(
      roles,
      ({ roleId }) => roleId,
      (role, index) => cell(look, role, permission, { row: at, column: index + 1 }, deeds),
    )}
  </tr>`;
}

function cell(look: GridLook, role: EditedRole, permission: string, spot: Spot, deeds: GridDeeds) {
  const { words, draft, viewOnly, busy } = look;
  const has = permissionsIn(role, draft).includes(permission);
  const isChanged = has !== role.permissions.includes(permission);
  const mayGive = look.mayGive(permission);
  // Whoever may not put it in may still take it out.
  const mayNot = viewOnly || role.mayUpdate !== true || (mayGive !== true && !has && !isChanged);
  const why = role.mayUpdate === true ? reasonFor(words, mayGive) : '';
  const id = `why-${spot.row}-${spot.column}`;
  const off = mayNot || busy;
  return html`<td part="cell" class="${isChanged ? 'changed' : ''} ${mayNot ? 'locked' : ''}">
    <input
      type="checkbox"
      data-row=${spot.row}
      data-column=${spot.column}
      tabindex=${tabStop(look, spot)}
      aria-label=${words.roleEditor.allows(isolated(roleName(words, role)), isolated(permission))}
      aria-disabled=${off ? 'true' : nothing}
      aria-describedby=${mayNot && why ? id : nothing}
      .checked=${live(has)}
      @click=${(event: Event) => off && event.preventDefault()}
      @change=${(event: Event) =>
        deeds.give(role, permission, (event.target as HTMLInputElement).checked)}
    />
    ${mayNot && why ? html`<span class="hidden" id=${id}>${why}</span>` : nothing}
  </td>`;
}

function tabStop({ at }: GridLook, { row, column }: Spot): number {
  return at.row === row && at.column === column ? 0 : -1;
}

/** Rows that Page Up and Page Down pass over. */
const page = 10;

function onKey(event: KeyboardEvent, { roles, permissions }: GridLook, deeds: GridDeeds): void {
  const from = spotOf(event.target);
  const { key, ctrlKey, metaKey, shiftKey, currentTarget } = event;
  const isMove = /^(Arrow|Home|End|Page)/.test(key);
  if (!from || !isMove || shiftKey || event.altKey) return;
  const grid = currentTarget as HTMLElement;
  const size = {
    rows: permissions.length,
    columns: roles.length,
    page,
    rtl: getComputedStyle(grid).direction === 'rtl',
  };
  const next = pressed(
    { at: from, selected: [] },
    { key, ctrl: ctrlKey || metaKey, shift: false },
    size,
  );
  if (!next) return;
  event.preventDefault();
  // The names of the permissions are no stops.
  const to = { ...next.state.at, column: Math.max(1, next.state.at.column) };
  deeds.move(to);
  grid.querySelector<HTMLElement>(`[data-row="${to.row}"][data-column="${to.column}"]`)?.focus();
}

function spotOf(target: EventTarget | null): Spot | undefined {
  const { row, column } = (target as HTMLElement | null)?.dataset ?? {};
  return row === undefined || column === undefined
    ? undefined
    : { row: Number(row), column: Number(column) };
}

/** What an administration permission allows, in plain words. */
export function aboutPermission(
  words: Readonly<Record<string, string>>,
  permission: string,
): string {
  const found = named(words, permission);
  return found === permission ? '' : found;
}

/** What has to break does so between the noun and the verb. */
function broken(permission: string) {
  return permission.split(':').map((part, at) => (at > 0 ? html`:<wbr />${part}` : part));
}
