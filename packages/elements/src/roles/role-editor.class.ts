import type { RoleGroup } from '@tesserakit/contract';
import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { impactStyles } from '../applications/impact-list.styles.js';
import { ContextController } from '../data/context-controller.js';
import { askedIn } from '../data/in-view.js';
import { roleName } from '../members/role-name.js';
import { actionWords } from '../text/actions.js';
import { administrationWords } from '../text/administration.js';
import { isolated } from '../text/open-words.js';
import { roleEditorWords } from '../text/role-editor.js';
import { roleNames } from '../text/role-names.js';
import { TextController } from '../text/text-controller.js';
import { controls } from '../theme/controls.js';
import { noticeStyles, partly } from '../theme/notice.js';
import { refusalStyles } from '../theme/refusal.js';
import { skeletonStyles } from '../theme/skeleton.js';
import { tokens } from '../theme/tokens.js';
import { editorBar } from './role-editor-bar.js';
import type { Comparison } from './role-editor-compare.js';
import type { RoleForm } from './role-editor-dialog.js';
import { RoleEditorChanges } from './role-editor-changes.js';
import type { EditedRole } from './role-editor-draft.js';
import { aboutPermission, roleGrid, type Spot } from './role-editor-grid.js';
import { groupList } from './role-editor-groups.js';
import { editorSkeleton, lockedNote, noRoles, withoutEditor } from './role-editor-notices.js';
import type { RoleFormTask } from './role-editor-task.js';
import { RoleSource } from './role-editor-source.js';
import { editorToolbar, permissionField } from './role-editor-toolbar.js';
import { permissionsInView, rolesInView } from './role-editor-view.js';
import { styles } from './role-editor.styles.js';

/**
 * Roles side by side and what each of them allows, as a grid of boxes: the roles of one application
 * with their role groups, or, without an application, the organization roles of the tenant. What a
 * person chooses is kept as a draft; before it is saved they see who has the roles.
 *
 * @csspart grid - The roles with their permissions.
 * @csspart role - The head of one role.
 * @csspart permission - The head of one permission.
 * @csspart cell - Whether a role allows something.
 * @csspart group - One role group.
 * @csspart bar - What is not saved yet.
 * @csspart impact - Who has the roles that are changed.
 * @csspart notice - What stands in place of roles that cannot be shown.
 * @csspart partly - A line about what could not be loaded.
 * @cssstate loading - The roles are on their way.
 * @cssstate changed - Something is chosen and not saved.
 * @fires {BeforeRoleCatalogueChangeEvent} tessera-before-role-catalogue-change - A role or role group is about to be changed; cancelable.
 * @fires {RoleCatalogueChangedEvent} tessera-role-catalogue-changed - The server has changed it.
 */
export class TesseraRoleEditor extends LitElement {
  static override styles = [
    tokens,
    controls,
    noticeStyles,
    skeletonStyles,
    impactStyles,
    refusalStyles,
    styles,
  ];

  /** The application whose roles are edited; without it, the organization roles are. */
  @property({ attribute: 'application-id' }) applicationId: string | undefined;

  /** Hides every action, for people who may only look. */
  @property({ type: Boolean, attribute: 'view-only' }) viewOnly = false;

  @state() private at: Spot = { row: 1, column: 1 };
  @state() private extra: readonly string[] = [];
  @state() private searched = '';
  @state() private comparison: Comparison | undefined;
  @state() private comparing: typeof import('./role-editor-compare.js') | undefined;
  @state() private announcement = '';
  @state() private form: RoleForm | undefined;
  @state() private formFailed = false;

  readonly #internals = this.attachInternals();
  readonly #text = new TextController(this, {
    actions: actionWords,
    administration: administrationWords,
    roleEditor: roleEditorWords,
    roleNames,
  });
  readonly #context = new ContextController(this);
  readonly #source = new RoleSource(this, this.#context, () => this.applicationId);
  readonly #changes = new RoleEditorChanges(this);
  #shown = '';

  protected override willUpdate(): void {
    const { client, organizationId } = askedIn(this.#context) ?? {};
    const shown = JSON.stringify([client?.identity(), organizationId, this.applicationId]);
    if (shown !== this.#shown) this.#turnTo(shown);
    const { roles } = this.#source;
    const settled = roles ? this.#changes.rebase(roles) : [];
    if (settled.length > 0) this.#announceSaved(settled);
  }

  protected override updated(): void {
    const { roles, error, unsupported, absent } = this.#source;
    const isLoading = this.#context.client && !roles && !error && !unsupported && !absent;
    this.#setState('loading', Boolean(isLoading));
    this.#setState('changed', this.#changes.draft.size > 0);
  }

  /** Asks the backend again for the roles. */
  reload(): void {
    this.#source.reload();
  }

  /** Moves the focus into the grid. */
  override focus(options?: FocusOptions): void {
    const stop = this.renderRoot.querySelector<HTMLElement>('table [tabindex="0"]');
    (stop ?? this.renderRoot.querySelector<HTMLElement>('.editor'))?.focus(options);
  }

  override render() {
    return html`<div class="editor" tabindex="-1">${this.#content()}</div>
      ${this.form?.render()}
      <p class="hidden" role="status">${this.announcement}</p>`;
  }

  #content() {
    const { words } = this.#text;
    const { roles, error, unsupported, absent, groups } = this.#source;
    if (error || unsupported || absent) {
      return withoutEditor(words, { error, unsupported }, () => this.#retry());
    }
    if (!roles) return editorSkeleton(words);
    return html`${partly(words, this.#source.extras)} ${this.#toolbar(roles)}
    ${roles.length === 0 ? noRoles(words) : this.#grid(roles)} ${this.#bar(roles)}
    ${
      groups
        ? groupList(words, {
            groups,
            roles,
            mayCreate: !this.viewOnly && this.#source.mayCreateGroup === true,
            viewOnly: this.viewOnly,
            open: (group, opener) => void this.#openForm(groupTask(group), opener),
          })
        : nothing
    }`;
  }

  #toolbar(roles: readonly EditedRole[]) {
    const { words } = this.#text;
    const mayAny = roles.some(({ mayUpdate }) => mayUpdate === true);
    return html`${editorToolbar(words, {
      roles,
      searched: this.searched,
      found: this.#shownPermissions(roles).length,
      comparison: this.comparison,
      comparing: this.comparison
        ? this.comparing?.comparisonFields(words, roles, this.comparison, (comparison) => {
            this.comparison = comparison;
          })
        : nothing,
      failed: this.formFailed,
      mayCreate: !this.viewOnly && this.#source.mayCreate === true,
      search: (typed) => (this.searched = typed),
      compare: (comparison) => void this.#compare(comparison),
      create: (opener) => void this.#openForm({ noun: 'role', verb: 'create' }, opener),
    })}
    ${mayAny || this.viewOnly || roles.length === 0 ? nothing : lockedNote(words)}
    ${this.comparing?.compared(words, this.comparison, roles, this.#changes.draft) ?? nothing}`;
  }

  #grid(roles: readonly EditedRole[]) {
    const { words } = this.#text;
    const permissions = this.#shownPermissions(roles);
    const shown = rolesInView(roles, this.comparison);
    const mayAdd =
      this.applicationId !== undefined &&
      !this.viewOnly &&
      roles.some(({ mayUpdate }) => mayUpdate === true);
    return html`${
      permissions.length === 0
        ? html`<p class="muted none">
            ${this.searched.trim() ? words.roleEditor.noMatch : words.roleEditor.noPermissions}
          </p>`
        : roleGrid(
            {
              words,
              roles: shown,
              permissions,
              draft: this.#changes.draft,
              at: within(this.at, permissions.length, shown.length),
              isOrganization: this.applicationId === undefined,
              viewOnly: this.viewOnly,
              busy: this.#changes.saving.busy,
              comparing: this.comparison !== undefined,
              about: (permission) =>
                this.applicationId === undefined ? this.#about(permission) : '',
              mayGive: (permission) => this.#source.mayGive(permission),
            },
            {
              move: (to) => (this.at = to),
              give: (role, permission, on) => this.#give(role, permission, on),
              edit: (role, opener) =>
                void this.#openForm({ noun: 'role', verb: 'edit', role }, opener),
            },
          )
    }
    ${mayAdd ? permissionField(words, (permission) => this.#addPermission(permission)) : nothing}`;
  }

  #bar(roles: readonly EditedRole[]) {
    if (this.viewOnly) return nothing;
    return editorBar(this.#text.words, {
      changed: this.#changes.among(roles),
      draft: this.#changes.draft,
      saving: this.#changes.saving,
      save: () => void this.#save(),
      discard: () => this.#discard(),
    });
  }

  #shownPermissions(roles: readonly EditedRole[]): readonly string[] {
    const { comparison, searched, extra } = this;
    return permissionsInView(
      roles,
      { comparison, searched, extra },
      {
        draft: this.#changes.draft,
        known: this.applicationId === undefined ? this.#source.known : [],
        about: (permission) => this.#about(permission),
      },
    );
  }

  #about(permission: string): string {
    return aboutPermission(this.#text.words.administration, permission);
  }

  async #compare(comparison: Comparison | undefined): Promise<void> {
    const shown = this.#shown;
    this.formFailed = false;
    try {
      this.comparing ??= await import('./role-editor-compare.js');
      if (shown === this.#shown) this.comparison = comparison;
    } catch {
      this.formFailed = true;
    }
  }

  #give(role: EditedRole, permission: string, on: boolean): void {
    this.announcement = '';
    this.#changes.give(role, permission, on);
  }

  #addPermission(permission: string): void {
    if (!this.extra.includes(permission)) this.extra = [permission, ...this.extra];
    this.searched = '';
    this.at = { row: 1, column: 1 };
    void this.updateComplete.then(() => this.focus());
  }

  async #save(): Promise<void> {
    const asked = askedIn(this.#context);
    const { roles } = this.#source;
    if (!asked || !roles) return;
    const place = { ...asked, applicationId: this.applicationId };
    const saved = await this.#changes.save(place, roles, () => this.#source.catchUp());
    if (saved === 'decide') return this.#focusOnSave();
    if (saved.length === 0) return;
    this.#announceSaved(saved);
    await this.updateComplete;
    if (this.#changes.draft.size === 0) this.focus();
  }

  async #focusOnSave(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[data-save]')?.focus();
  }

  #discard(): void {
    this.#changes.discard();
    this.extra = [];
    void this.updateComplete.then(() => this.focus());
  }

  async #openForm(task: RoleFormTask, opener: HTMLElement): Promise<void> {
    const shown = this.#shown;
    this.formFailed = false;
    this.announcement = '';
    try {
      if (!this.form) {
        const { RoleForm } = await import('./role-editor-dialog.js');
        this.form ??= new RoleForm(this, this.#context, this.#source, (outcome) => {
          this.announcement = outcome;
        });
      }
      if (shown === this.#shown) this.form.open(task, opener);
    } catch {
      this.formFailed = true;
    }
  }

  #announceSaved(saved: readonly EditedRole[]): void {
    const { words } = this.#text;
    const names = saved.map((role) => isolated(roleName(words, role)));
    this.announcement = words.roleEditor.saved(new Intl.ListFormat(words.language).format(names));
  }

  #turnTo(shown: string): void {
    this.#shown = shown;
    this.#changes.turnTo(shown);
    this.extra = [];
    this.at = { row: 1, column: 1 };
    this.searched = this.announcement = '';
    this.comparison = undefined;
    this.formFailed = false;
    this.form?.leave();
  }

  #retry(): void {
    this.reload();
    this.renderRoot.querySelector<HTMLElement>('.editor')?.focus();
  }

  #setState(name: string, on: boolean): void {
    if (on) this.#internals.states.add(name);
    else this.#internals.states.delete(name);
  }
}

function within({ row, column }: Spot, rows: number, columns: number): Spot {
  return { row: Math.min(row, rows), column: Math.max(1, Math.min(column, columns)) };
}

function groupTask(group: RoleGroup | undefined): RoleFormTask {
  return group ? { noun: 'roleGroup', verb: 'edit', group } : { noun: 'roleGroup', verb: 'create' };
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-role-editor': TesseraRoleEditor;
  }
}
