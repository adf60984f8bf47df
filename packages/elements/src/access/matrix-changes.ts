import type { DirectoryClient, TesseraError } from '@tesserakit/client';
import type { AccessRow, Application } from '@tesserakit/contract';
import type { ReactiveElement } from 'lit';
import type { BulkRun } from '../data/bulk-run.js';
import { refresh } from '../data/query.js';
import { MatrixDraft, type Edit, type Effect } from './matrix-draft.js';
import { AccessSavedEvent, BeforeAccessSaveEvent } from './matrix-events.js';
import { holdingOf, isSame, type Holding } from './matrix-holdings.js';
import type { Change, Target } from './matrix-rules.js';
import { changeOf, savingOf } from './matrix-saving.js';

/** Where changes are saved. */
export interface ChangesPlace {
  readonly organizationId: string;
  /** Absent where the host saves. */
  readonly client?: DirectoryClient | undefined;
  readonly limit: number;
}

/** How far a save has come, or what became of it. */
export interface SavingState {
  readonly busy: boolean;
  readonly total: number;
  readonly done: number;
  readonly refused: number;
  /** Why it stopped before its end. */
  readonly error: TesseraError | undefined;
  readonly cancelled: boolean;
}

/** What a person changes in the matrix, from the first edit to what became of it. */
export class MatrixChanges {
  readonly draft = new MatrixDraft();
  /** What came of the last change. */
  effect: Effect | undefined;

  readonly #host: ReactiveElement;
  readonly #place: () => ChangesPlace | undefined;
  #run: BulkRun<Edit> | undefined;

  constructor(host: ReactiveElement, place: () => ChangesPlace | undefined) {
    this.#host = host;
    this.#place = place;
  }

  /** Whether a save is under way; nothing is changed meanwhile. */
  get busy(): boolean {
    return this.#run !== undefined && this.#run.phase !== 'ended';
  }

  /** What is known of the save that is under way, or of the last one. */
  get saving(): SavingState | undefined {
    const run = this.#run;
    if (!run) return undefined;
    const { total, done, refused, error, cancelled } = run;
    return {
      busy: this.busy,
      total,
      done: done.length,
      refused: refused.length,
      error,
      cancelled: cancelled && run.rest.length > 0,
    };
  }

  /** Edits that were not saved, each with the reason. */
  get unsaved(): readonly Edit[] {
    return this.draft.open.filter(({ code, now }) => code !== undefined || now !== undefined);
  }

  /** Edits of the last save that are done, in the order in which they were sent. */
  get finished(): readonly Edit[] {
    return this.#run && !this.busy ? this.#run.done : [];
  }

  change(targets: readonly Target[], change: Change): Effect {
    const effect = this.draft.apply(targets, change);
    this.effect = effect.refused.size > 0 ? effect : undefined;
    this.#endOutcome();
    return effect;
  }

  /**
   * Puts cells that were saved back as they were, as changes that are to be saved. What is there now
   * is not what was saved: then somebody else has changed it, and it stays.
   */
  putBack(edits: readonly Edit[], now: readonly Target[]): void {
    const cells = new Map(now.map((target) => [keyOf(target), target]));
    const wanted: [Target, Holding][] = [];
    let contested = 0;
    // What was given last is taken first: it may be the seat of whoever had it before.
    for (const { target, chosen } of [...edits].reverse()) {
      const found = cells.get(keyOf(target));
      if (!found || !isSame(holdingOf(found.cell), chosen)) contested += 1;
      else wanted.push([found, heldIn(target)]);
    }
    this.draft.discard(edits);
    const { changed, refused } = this.draft.set(wanted);
    const all = new Map(refused);
    if (contested > 0) all.set('version_conflict', contested);
    this.effect = all.size > 0 ? { changed, refused: all } : undefined;
    this.#endOutcome();
  }

  undo(): void {
    this.draft.undo();
    this.#host.requestUpdate();
  }

  discard(edits?: readonly Edit[]): void {
    this.draft.discard(edits);
    this.effect = undefined;
    this.#endOutcome();
  }

  /** Holds on to edits where somebody else was faster: they count from now on. */
  keep(edits: readonly Edit[]): void {
    const refused = new Map<string, number>();
    for (const edit of edits) {
      const code = this.draft.keep(edit);
      if (code !== undefined) refused.set(code, (refused.get(code) ?? 0) + 1);
    }
    this.effect = refused.size > 0 ? { changed: 0, refused } : undefined;
    this.#endOutcome();
  }

  /** Forgets everything: it was about another matrix. What is under way goes on unseen. */
  reset(): void {
    this.draft.discard();
    this.#run = this.effect = undefined;
  }

  /** Looks at members that were read again. */
  compare(members: readonly AccessRow[], applications: readonly Application[]): void {
    for (const member of members) {
      if (!this.draft.touches(member)) continue;
      for (const application of applications) {
        const { applicationId } = application;
        const cell = member.cells.find((one) => one.applicationId === applicationId);
        this.draft.compare({ member, application, cell });
      }
    }
  }

  /** Saves what is not saved, unless somebody stops it. What is contested waits for a decision. */
  async save(): Promise<void> {
    const place = this.#place();
    const edits = this.draft.open.filter(({ now }) => !now);
    if (!place || this.busy || edits.length === 0) return;
    const { organizationId, client, limit } = place;
    const before = new BeforeAccessSaveEvent(organizationId, edits.map(changeOf));
    if (!this.#host.dispatchEvent(before) || !client) return;
    this.effect = undefined;
    const run: BulkRun<Edit> = savingOf(
      { client, organizationId, limit },
      edits,
      (edit, code) => {
        if (run === this.#run) this.draft.settle(edit, code);
      },
      () => this.#host.requestUpdate(),
    );
    this.#run = run;
    await this.#follow(run, () => run.run(), { organizationId, client });
  }

  /** Sends what has no answer again, as it was. */
  async resume(): Promise<void> {
    const [run, place] = [this.#run, this.#place()];
    if (!run || !place?.client) return;
    const { organizationId, client } = place;
    await this.#follow(run, () => run.resume(), { organizationId, client });
  }

  /** Stops after the part that is under way. */
  cancel(): void {
    this.#run?.cancel();
  }

  /** Takes away what was told of the last change and the last save. */
  closeOutcome(): void {
    this.effect = undefined;
    this.#endOutcome();
  }

  async #follow(
    run: BulkRun<Edit>,
    go: () => Promise<void>,
    { organizationId, client }: { organizationId: string; client: DirectoryClient },
  ): Promise<void> {
    const earlier = run.done.length;
    await go();
    const done = run.done.slice(earlier).map(changeOf);
    const names = ['accessMatrix', 'applications', 'access', 'members'];
    refresh(client, [client.identity(), organizationId], names);
    if (done.length > 0) this.#host.dispatchEvent(new AccessSavedEvent(organizationId, done));
    this.#host.requestUpdate();
  }

  #endOutcome(): void {
    // What has no answer yet is still to be sent as it was.
    if (this.#run && this.#run.phase === 'ended' && this.#run.rest.length === 0)
      this.#run = undefined;
    this.#host.requestUpdate();
  }
}

function keyOf({ member, application }: Target): string {
  return JSON.stringify([member.userId, application.applicationId]);
}

/** What was held in a cell, with the end that it had. */
function heldIn({ cell }: Target): Holding {
  const held = holdingOf(cell);
  return held.granted ? { ...held, expiresAt: cell?.expiresAt } : held;
}
