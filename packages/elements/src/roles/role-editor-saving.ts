import type { TesseraError } from '@tesserakit/client';
import type { Holders } from '@tesserakit/contract';
import type { ReactiveControllerHost } from 'lit';
import { DeedController } from '../data/deed.js';
import type { Asked } from '../data/in-view.js';
import { refresh } from '../data/query.js';
import { permissionsIn, type EditedRole, type PermissionDraft } from './role-editor-draft.js';
import { roleCalls } from './role-editor-source.js';

/** What is written, and of whom it is asked. */
export interface RoleWriting extends Asked {
  readonly applicationId: string | undefined;
  readonly roles: readonly EditedRole[];
  readonly draft: PermissionDraft;
}

/**
 * Saves what roles are to allow: first it is looked at who has them, then each role is written for
 * itself, and a refusal of one keeps none of the others from being saved.
 */
export class RoleEditorSaving {
  readonly #host: ReactiveControllerHost;
  readonly #look: DeedController;
  #deeds = new Map<string, DeedController>();
  #holders: ReadonlyMap<string, Holders> | undefined;
  #busy = false;
  #turn = {};

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    this.#look = new DeedController(host);
  }

  /** Who has the roles that are to be changed, by role; once it was looked at. */
  get holders(): ReadonlyMap<string, Holders> | undefined {
    return this.#holders;
  }

  get busy(): boolean {
    return this.#busy;
  }

  /** Why it could not be looked at. */
  get lookError(): TesseraError | undefined {
    return this.#look.error;
  }

  failureOf({ roleId }: EditedRole): TesseraError | undefined {
    return this.#busy ? undefined : this.#deeds.get(roleId)?.error;
  }

  /** Looks at who has the roles. @returns whether it is known, and somebody has one. */
  async look(writing: RoleWriting): Promise<boolean> {
    const { client, applicationId, roles } = writing;
    const turn = this.#begin();
    const calls = roleCalls(client, applicationId);
    const found = new Map<string, Holders>();
    const subject = JSON.stringify(
      roles.map((role) => [role.roleId, role.version, sent(writing, role)]),
    );
    const done = await this.#look.run(subject, async (options) => {
      for (const role of roles) {
        found.set(role.roleId, await calls.holders(role.roleId, options));
      }
    });
    if (turn !== this.#turn) return false;
    this.#busy = false;
    if (done) this.#holders = found;
    this.#host.requestUpdate();
    return done && [...found.values()].some(({ members }) => members > 0);
  }

  /**
   * Writes the roles, one after the other.
   *
   * @param done is told each role that was saved.
   * @param catchUp waits for the server's word, where one was not.
   * @returns those that were saved.
   */
  async save(
    writing: RoleWriting,
    done: (role: EditedRole) => void,
    catchUp: () => Promise<void>,
  ): Promise<readonly EditedRole[]> {
    const { client, organizationId, applicationId, roles } = writing;
    const turn = this.#begin();
    const deeds = this.#deeds;
    const calls = roleCalls(client, applicationId);
    const saved: EditedRole[] = [];
    for (const role of roles) {
      const change = sent(writing, role);
      const deed = deeds.get(role.roleId) ?? new DeedController(this.#host);
      deeds.set(role.roleId, deed);
      const subject = JSON.stringify([role.roleId, role.version, change]);
      await deed.run(subject, async (options) => {
        await calls.update(role.roleId, role.version, change, options);
        saved.push(role);
        if (turn === this.#turn) done(role);
      });
    }
    refresh(client, [client.identity(), organizationId]);
    // An answer that was lost on the way may have been a yes: the server has it.
    if (saved.length < roles.length) await catchUp().catch(() => {});
    if (turn === this.#turn) {
      this.#busy = false;
      this.#holders = undefined;
      this.#host.requestUpdate();
    }
    return saved;
  }

  /** A role that could not be saved turns out to be as it was to be: the answer was lost, not the deed. */
  settle({ roleId }: EditedRole): void {
    this.#deeds.get(roleId)?.forget();
  }

  /** Something else was chosen: what was looked at is not what would be saved any more. */
  reconsider(): void {
    this.#holders = undefined;
    this.#look.forget();
    this.#host.requestUpdate();
  }

  /** Forgets everything: it was about something else. */
  forget(): void {
    this.#turn = {};
    this.#busy = false;
    for (const deed of this.#deeds.values()) {
      deed.forget();
      this.#host.removeController(deed);
    }
    this.#deeds = new Map();
    this.reconsider();
  }

  #begin(): object {
    this.#turn = {};
    this.#busy = true;
    this.#host.requestUpdate();
    return this.#turn;
  }
}

function sent({ draft }: RoleWriting, role: EditedRole): { permissions: string[] } {
  return { permissions: [...permissionsIn(role, draft)] };
}
