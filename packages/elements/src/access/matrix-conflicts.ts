import type { DirectoryClient } from '@tesserakit/client';
import type { Application } from '@tesserakit/contract';
import type { MatrixChanges } from './matrix-changes.js';
import type { Edit } from './matrix-draft.js';
import { isConflict, readAgain } from './matrix-unsaved.js';

/** Where it is read what is there now. */
export interface ConflictsPlace {
  saved():
    { readonly client?: DirectoryClient | undefined; readonly organizationId: string } | undefined;
  applications(): readonly Application[];
  /** Told when something was read, and why it could not be. */
  read(error?: unknown): void;
}

/** Edits of cells that somebody else has changed since: what is there now is read when it is shown. */
export class MatrixConflicts {
  readonly #changes: MatrixChanges;
  readonly #of: ConflictsPlace;
  /** Those of which it is being read what is there now, or could not be. */
  #looking = new WeakSet<Edit>();
  #looks: Promise<unknown> = Promise.resolve();

  constructor(changes: MatrixChanges, of: ConflictsPlace) {
    this.#changes = changes;
    this.#of = of;
  }

  /** Whether there is one of which it is not known what is there now. */
  get isOpen(): boolean {
    return this.#changes.unsaved.some((edit) => isConflict(edit) && !edit.now);
  }

  /** Tries those again that could not be read. */
  again(): void {
    this.#looking = new WeakSet();
  }

  /** Holds on to all edits where somebody else was faster, once it is known what is there now. */
  async keepAll(): Promise<void> {
    const changes = this.#changes;
    const conflicts = () => changes.unsaved.filter(isConflict);
    await this.look(conflicts().length);
    await this.#looks;
    changes.keep(conflicts());
  }

  /** Reads what is there now where somebody else was faster: the first of them, or more. */
  async look(most = 50): Promise<void> {
    const { saved, applications, read } = this.#of;
    const changes = this.#changes;
    const { client, organizationId } = saved() ?? {};
    const unknown = changes.unsaved
      .filter((edit) => isConflict(edit) && !edit.now && !this.#looking.has(edit))
      .slice(0, most);
    if (!client || organizationId === undefined || unknown.length === 0) return;
    for (const edit of unknown) this.#looking.add(edit);
    const look = readAgain(client, organizationId, unknown, (member) => {
      if (saved()?.organizationId === organizationId) changes.compare([member], applications());
    }).then(
      () => read(),
      (error: unknown) => {
        if (saved()?.organizationId === organizationId) read(error);
      },
    );
    this.#looks = Promise.all([this.#looks, look]);
    await look;
  }
}
