import type { AccessRow } from '@tesserakit/contract';
import { holdingOf, isSame, versionOf, type Holding } from './matrix-holdings.js';
import { changed, refusalOf, type Change, type Target } from './matrix-rules.js';
import { seatsOf } from './matrix-source.js';

/** What is to become of one cell. */
export interface Edit {
  /** The cell as it was when the edit was made. */
  readonly target: Target;
  readonly chosen: Holding;
  /** The server has it; what is shown of the server may not have caught up. */
  readonly saved?: boolean;
  /** Why it was not saved the last time. */
  readonly code?: string | undefined;
  /** The cell as somebody else has changed it since. */
  readonly now?: Target | undefined;
}

/** How much a change came to: how many cells it changed, and how many it could not, by reason. */
export interface Effect {
  readonly changed: number;
  readonly refused: ReadonlyMap<string, number>;
}

type Step = readonly (readonly [Edit, before: Edit | undefined])[];

/** What a person has changed in the matrix and not saved. Nothing gets in that would be refused. */
export class MatrixDraft {
  readonly #edits = new Map<string, Map<string, Edit>>();
  /** How many more members have an application, of all that is not saved. */
  readonly #taken = new Map<string, number>();
  #steps: Step[] = [];
  #count = 0;

  /** How many cells are to be saved. */
  get size(): number {
    return this.#count;
  }

  get canUndo(): boolean {
    return this.#steps.length > 0;
  }

  of(userId: string, applicationId: string): Edit | undefined {
    return this.#edits.size === 0 ? undefined : this.#edits.get(userId)?.get(applicationId);
  }

  /** What is not saved, in the order in which members were first touched. */
  get open(): readonly Edit[] {
    return this.all.filter(({ saved }) => !saved);
  }

  get all(): readonly Edit[] {
    return [...this.#edits.values()].flatMap((edits) => [...edits.values()]);
  }

  /** What a member is to hold. */
  chosenIn({ member, application, cell }: Target): Holding {
    return this.of(member.userId, application.applicationId)?.chosen ?? holdingOf(cell);
  }

  /** Why a change of a cell would be refused; `undefined` also where it would change nothing. */
  refusalOf(target: Target, change: Change): string | undefined {
    const now = this.chosenIn(target);
    const next = changed(target.application, now, change);
    if (isSame(next, now)) return undefined;
    const held = holdingOf(target.cell);
    if (held.granted && next.granted && !now.granted && this.#isSeatGone(target)) {
      return 'seat_limit_reached';
    }
    if (isSame(next, held)) return undefined;
    return refusalOf(target, next, this.#seatsFor(target));
  }

  /** Whether a change would make anything else of a cell. */
  wouldChange(target: Target, change: Change): boolean {
    const now = this.chosenIn(target);
    return !isSame(changed(target.application, now, change), now);
  }

  /** Changes cells as far as they can be; one step to undo. */
  apply(targets: readonly Target[], change: Change): Effect {
    const step: [Edit, Edit | undefined][] = [];
    const refused = new Map<string, number>();
    for (const target of targets) {
      const now = this.chosenIn(target);
      const chosen = changed(target.application, now, change);
      if (isSame(chosen, now)) continue;
      const code = this.refusalOf(target, change);
      if (code !== undefined) {
        refused.set(code, (refused.get(code) ?? 0) + 1);
        continue;
      }
      const before = this.of(target.member.userId, target.application.applicationId);
      const edit = { target: before && !before.saved ? before.target : target, chosen };
      step.push([edit, before]);
      this.#put(edit);
    }
    if (step.length > 0) this.#steps.push(step);
    return { changed: step.length, refused };
  }

  /** Changes single cells, each to something of its own, as far as they can be; one step to undo. */
  set(wanted: readonly (readonly [Target, Holding])[]): Effect {
    const steps = this.#steps.length;
    const refused = new Map<string, number>();
    let sum = 0;
    for (const [target, holding] of wanted) {
      const effect = this.apply([target], { kind: 'set', holding });
      sum += effect.changed;
      for (const [code, count] of effect.refused) {
        refused.set(code, (refused.get(code) ?? 0) + count);
      }
    }
    this.#steps.push(this.#steps.splice(steps).flat());
    return { changed: sum, refused };
  }

  /** Takes the last step back. */
  undo(): void {
    for (const [edit, before] of this.#steps.pop() ?? []) {
      this.#drop(edit);
      if (before) this.#put(before);
    }
  }

  /** Forgets all edits, or some. */
  discard(edits: readonly Edit[] = this.all): void {
    for (const edit of edits) this.#drop(edit);
    this.#steps = [];
  }

  /** What became of an edit: it was done without a code. */
  settle(edit: Edit, code?: string): void {
    const { userId } = edit.target.member;
    const kept = this.of(userId, edit.target.application.applicationId);
    if (kept) this.#put(code === undefined ? { ...kept, saved: true, code } : { ...kept, code });
    this.#steps = [];
  }

  /** Holds on to an edit although somebody else has changed the cell: it counts from now on. */
  keep({ chosen, now }: Edit): string | undefined {
    if (!now) return undefined;
    const code = refusalOf(now, chosen, this.#seatsFor(now));
    if (code === undefined) this.#put({ target: now, chosen });
    return code;
  }

  /**
   * Looks at a cell that was read again. What the member holds anyway is no edit any more; one that
   * was written to the same is nothing to ask about; any other is contested.
   */
  compare(target: Target): void {
    const edit = this.of(target.member.userId, target.application.applicationId);
    if (!edit || versionOf(target.cell) === versionOf((edit.now ?? edit.target).cell)) return;
    const held = holdingOf(target.cell);
    if (edit.saved || isSame(held, edit.chosen)) this.#drop(edit);
    else if (isSame(held, holdingOf(edit.target.cell))) this.#put({ ...edit, target });
    else this.#put({ ...edit, now: target });
  }

  /** Whether anything is chosen for a member. */
  touches({ userId }: AccessRow): boolean {
    return this.#edits.has(userId);
  }

  /** Whether the seat of somebody from whom access was to be taken is given to another by now. */
  #isSeatGone(target: Target): boolean {
    if (this.#seatsFor(target) >= 0) return false;
    const { applicationId } = target.application;
    return this.open.some(
      (edit) => edit.target.application.applicationId === applicationId && seats(edit) > 0,
    );
  }

  #seatsFor({ member, application }: Target): number {
    const { applicationId } = application;
    const own = this.of(member.userId, applicationId);
    return seatsOf(application) - (this.#taken.get(applicationId) ?? 0) + (own ? seats(own) : 0);
  }

  /** Puts an edit in the place of the one before; one that changes nothing is none. */
  #put(edit: Edit): void {
    this.#drop(edit);
    const { member, application, cell } = edit.target;
    if (!edit.saved && !edit.now && isSame(edit.chosen, holdingOf(cell))) return;
    const edits = this.#edits.get(member.userId) ?? new Map<string, Edit>();
    this.#edits.set(member.userId, edits.set(application.applicationId, edit));
    this.#tally(edit, 1);
  }

  #drop({ target: { member, application } }: Edit): void {
    const edits = this.#edits.get(member.userId);
    const edit = edits?.get(application.applicationId);
    if (!edits || !edit) return;
    edits.delete(application.applicationId);
    if (edits.size === 0) this.#edits.delete(member.userId);
    this.#tally(edit, -1);
  }

  #tally(edit: Edit, by: 1 | -1): void {
    if (edit.saved) return;
    this.#count += by;
    const { applicationId } = edit.target.application;
    this.#taken.set(applicationId, (this.#taken.get(applicationId) ?? 0) + by * seats(edit));
  }
}

/** How many seats an edit takes: one, none, or one less. */
function seats({ chosen, target, saved }: Edit): number {
  if (saved) return 0;
  return Number(chosen.granted) - Number(holdingOf(target.cell).granted);
}
