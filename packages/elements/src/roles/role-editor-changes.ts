import type { ReactiveElement } from 'lit';
import type { Asked } from '../data/in-view.js';
import {
  emptyPermissions,
  rebasedPermissions,
  withPermission,
  type EditedRole,
  type PermissionDraft,
} from './role-editor-draft.js';
import { BeforeRoleCatalogueChangeEvent, RoleCatalogueChangedEvent } from './role-editor-events.js';
import { RoleEditorSaving } from './role-editor-saving.js';

/** Where roles are saved. */
export interface RolePlace extends Asked {
  readonly applicationId: string | undefined;
}

/** What a person changes of roles, from the first box to what became of it; kept for each place. */
export class RoleEditorChanges {
  readonly saving: RoleEditorSaving;
  readonly #host: ReactiveElement;
  readonly #others = new Map<string, PermissionDraft>();
  #draft = emptyPermissions;
  #place = '';

  constructor(host: ReactiveElement) {
    this.#host = host;
    this.saving = new RoleEditorSaving(host);
  }

  get draft(): PermissionDraft {
    return this.#draft;
  }

  /** Those of some roles that are changed. */
  among(roles: readonly EditedRole[]): readonly EditedRole[] {
    return roles.filter(({ roleId }) => this.#draft.has(roleId));
  }

  give(role: EditedRole, permission: string, on: boolean): void {
    this.saving.reconsider();
    this.#draft = withPermission(this.#draft, role, permission, on);
    this.#host.requestUpdate();
  }

  discard(): void {
    this.saving.forget();
    this.#draft = emptyPermissions;
    this.#host.requestUpdate();
  }

  /** Other roles are shown; what was chosen of these is there again when they are. */
  turnTo(place: string): void {
    if (this.#draft.size > 0) this.#others.set(this.#place, this.#draft);
    else this.#others.delete(this.#place);
    this.#place = place;
    this.#draft = this.#others.get(place) ?? emptyPermissions;
    this.saving.forget();
  }

  /**
   * Looks at roles that were read again. Answers those that could not be saved and are as they were to
   * be all the same: the answer was lost, not the deed.
   */
  rebase(roles: readonly EditedRole[]): readonly EditedRole[] {
    if (this.saving.busy) return [];
    const before = this.#draft;
    this.#draft = rebasedPermissions(before, roles);
    const settled = roles.filter(
      (role) =>
        before.has(role.roleId) &&
        !this.#draft.has(role.roleId) &&
        this.saving.failureOf(role) !== undefined,
    );
    for (const role of settled) this.saving.settle(role);
    return settled;
  }

  /**
   * Looks first at who has the roles; where nobody does, or it was looked at, they are saved. Answers
   * those that were, as long as they are in view, or that a person is to decide.
   */
  async save(
    place: RolePlace,
    roles: readonly EditedRole[],
    catchUp: () => Promise<void>,
  ): Promise<readonly EditedRole[] | 'decide'> {
    const changed = this.among(roles);
    if (changed.length === 0 || this.saving.busy) return [];
    const begun = this.#place;
    const writing = { ...place, roles: changed, draft: this.#draft };
    if (!this.saving.holders) {
      const isHeld = await this.saving.look(writing);
      if (begun !== this.#place || isHeld || this.saving.lookError) return 'decide';
    }
    const { applicationId } = place;
    const subjectOf = ({ roleId }: EditedRole) =>
      ({ noun: 'role', applicationId, id: roleId }) as const;
    const wanted = changed.filter((role) =>
      this.#host.dispatchEvent(new BeforeRoleCatalogueChangeEvent(subjectOf(role), 'update')),
    );
    if (wanted.length === 0) return [];
    const done = ({ roleId }: EditedRole) => {
      this.#draft = new Map([...this.#draft].filter(([id]) => id !== roleId));
    };
    const saved = await this.saving.save({ ...writing, roles: wanted }, done, catchUp);
    for (const role of saved) {
      this.#host.dispatchEvent(new RoleCatalogueChangedEvent(subjectOf(role), 'update'));
    }
    return begun === this.#place ? saved : [];
  }
}
