import type { ConflictsPlace } from './matrix-conflicts.js';
import type { MatrixChanges } from './matrix-changes.js';
import { readAgain } from './matrix-unsaved.js';
import type { Target } from './matrix-rules.js';

/** The way back from what was saved: what is there now is read first. */
export class MatrixReturn {
  readonly #changes: MatrixChanges;
  readonly #of: ConflictsPlace;
  #isReading = false;

  constructor(changes: MatrixChanges, of: ConflictsPlace) {
    this.#changes = changes;
    this.#of = of;
  }

  /**
   * Puts all cells that were saved last back as they were, as changes that are not saved: a person
   * sees the difference before it counts. What somebody else has changed since stays as it is.
   */
  async begin(): Promise<void> {
    const { saved, applications, read } = this.#of;
    const { client, organizationId } = saved() ?? {};
    const edits = this.#changes.finished;
    if (!client || organizationId === undefined || edits.length === 0 || this.#isReading) return;
    this.#isReading = true;
    const now: Target[] = [];
    try {
      await readAgain(client, organizationId, edits, (member) => {
        for (const application of applications()) {
          const { applicationId } = application;
          const cell = member.cells.find((one) => one.applicationId === applicationId);
          now.push({ member, application, cell });
        }
      });
      if (saved()?.organizationId === organizationId && this.#changes.finished === edits) {
        this.#changes.putBack(edits, now);
      }
      read();
    } catch (error) {
      if (saved()?.organizationId === organizationId) read(error);
    } finally {
      this.#isReading = false;
    }
  }
}
