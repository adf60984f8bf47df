import type { TesseraError } from '@tesserakit/client';
import type { AccessRow, Application } from '@tesserakit/contract';
import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import type { Range } from '../data/row-range.js';
import { addStyles } from '../theme/add-styles.js';
import { accessEditingWords } from '../text/access-editing.js';
import { actionWords } from '../text/actions.js';
import type { Words } from '../text/catalogue.js';
import { outcomeStyles } from '../theme/outcome.js';
import { popoverStyles } from '../theme/popover.js';
import { outcomes, pendingBar, selectionBar, type SelectionDeeds } from './matrix-bar.js';
import type { Block } from './matrix-blocks.js';
import { cellsIn } from './matrix-selection.js';
import { MatrixMoves } from './matrix-moves.js';
import type { EditMark } from './matrix-cells.js';
import { MatrixChanges, type ChangesPlace } from './matrix-changes.js';
import { MatrixConflicts } from './matrix-conflicts.js';
import { styles } from './matrix-editing.styles.js';
import { editor } from './matrix-editor.js';
import { nothingThere, notShown } from './matrix-empty.js';
import { pasted, saveFile } from './matrix-file.js';
import type { MatrixGrid } from './matrix-grid.js';
import type { Wish } from './matrix-keys.js';
import { memberList } from './matrix-list.js';
import { markOf } from './matrix-marks.js';
import type { Change, Target } from './matrix-rules.js';
import type { MatrixRows } from './matrix-source.js';
import { MatrixReading } from './matrix-reading.js';
import { MatrixReturn } from './matrix-return.js';
import type { Collect } from './matrix-targets.js';
import { unsavedList } from './matrix-unsaved.js';

/** What a {@link MatrixEditing} asks of its element. */
export interface EditingOfHost {
  readonly grid: MatrixGrid;
  readonly collect: Collect;
  rows(): MatrixRows;
  applications(): readonly Application[];
  words(): Words<'accessMatrix'>;
  canEdit(): boolean;
  /** Where changes are saved; `undefined` while they cannot be. */
  saved(): ChangesPlace | undefined;
  /** Told what of the rows is in sight. */
  look(rows: Range, columns: Range): void;
  download(): ((file: File) => void) | undefined;
}

/** How many members a list shows, and how many more each time. */
const page = 25;

/**
 * What a person does in the matrix beyond looking: loaded when they come to it. What a deed is about
 * is read first, wherever it is.
 */
export class MatrixEditing {
  /** What the screen reader is told of the last thing done. */
  announcement = '';

  readonly #host: ReactiveElement;
  readonly #of: EditingOfHost;
  readonly #changes: MatrixChanges;
  readonly #moves: MatrixMoves;
  readonly #reading: MatrixReading;
  readonly #conflicts: MatrixConflicts;
  readonly #return: MatrixReturn;
  #unfolded = false;
  #targets: readonly Target[] | undefined;
  #opener: HTMLElement | undefined;
  #listed = page;

  constructor(host: ReactiveElement, of: EditingOfHost) {
    this.#host = host;
    this.#of = of;
    this.#changes = new MatrixChanges(host, () => of.saved());
    this.#moves = of.grid.moves = new MatrixMoves(of.grid);
    this.#reading = new MatrixReading(host, of);
    const place = { saved: () => of.saved(), applications: () => of.applications() };
    const told = (again: () => void) => (error?: unknown) => {
      if (error === undefined) host.requestUpdate();
      else this.#reading.fail(error, again);
    };
    this.#conflicts = new MatrixConflicts(this.#changes, {
      ...place,
      read: told(() => this.#conflicts.again()),
    });
    this.#return = new MatrixReturn(this.#changes, {
      ...place,
      read: told(() => void this.#return.begin()),
    });
    addStyles(host, [outcomeStyles, popoverStyles, styles]);
  }

  /** Whether anything is changed and not saved. */
  get isChanged(): boolean {
    return this.#changes.draft.size > 0;
  }

  /** What is to become of a cell. */
  mark(member: AccessRow, { applicationId }: Application): EditMark | undefined {
    const edit = this.#changes.draft.of(member.userId, applicationId);
    return edit && markOf(this.#words, edit);
  }

  /** Looks at members that were read again. */
  compare(members: readonly AccessRow[], applications: readonly Application[]): void {
    this.#changes.compare(members, applications);
    if (!this.#conflicts.isOpen) this.#reading.forgive();
  }

  reset(): void {
    this.#changes.reset();
    this.#unfolded = false;
    this.#reading.reset();
    this.#targets = undefined;
    this.announcement = '';
    this.#listed = page;
  }

  wish(wish: Wish, opener: HTMLElement): void {
    const changes = this.#changes;
    if (wish === 'open') void this.#open(this.#moves.blocks, opener);
    else if (wish === 'withdraw') void this.#change(this.#moves.blocks, { kind: 'take' });
    else if (wish === 'copy') void this.#copy();
    else if (wish === 'undo' && !changes.busy) changes.undo();
  }

  /** What stands in place of the toolbar while cells are selected. */
  selectionBar(): TemplateResult {
    const count = cellsIn(this.#of.grid.state.selected);
    return selectionBar(this.#words, count, this.#deeds());
  }

  #deeds(): SelectionDeeds {
    const { grid } = this.#of;
    const { selected } = grid.state;
    return {
      edit: this.#canEdit
        ? {
            open: (event) => void this.#open(selected, event.currentTarget as HTMLElement),
            give: () => void this.#change(selected, { kind: 'give' }),
            take: () => void this.#change(selected, { kind: 'take' }),
          }
        : undefined,
      copy: () => void this.#copy(),
      clear: () => {
        this.#moves.select([]);
        void this.#host.updateComplete.then(() => grid.focus());
      },
    };
  }

  /** A file of all that is shown. */
  async export(): Promise<void> {
    const { rows, applications, download } = this.#of;
    const all = { top: 1, bottom: rows().total, start: 1, end: applications().length };
    const targets = await this.#reading.read([all]);
    if (targets) saveFile(this.#words, this.#changes.draft, targets, download());
  }

  /** The roles of what is edited. */
  popover(): TemplateResult {
    return html`<div
      class="popover editor"
      part="editor"
      popover
      role="dialog"
      aria-labelledby="editor-title"
      @toggle=${(event: ToggleEvent) => this.#toggled(event)}
    >
      ${
        this.#targets
          ? editor({
              words: this.#words,
              targets: this.#targets,
              draft: this.#changes.draft,
              idle: !this.#canEdit,
              change: (change) => this.#apply(this.#targets ?? [], change),
              close: () => this.#popover?.hidePopover(),
            })
          : nothing
      }
    </div>`;
  }

  /** What is told above the grid: what is being read, what was refused, what became of a save. */
  above(): TemplateResult {
    return html`${this.#reading.told(this.#words)}
    ${outcomes(this.#words, this.#changes, {
      close: () => {
        this.#changes.closeOutcome();
        this.#of.grid.focus();
      },
      putBack: () => void this.#return.begin(),
    })}`;
  }

  /** What stands below the grid: all that is not saved, one by one where a person wants to see it or has to decide. */
  below(): TemplateResult {
    const changes = this.#changes;
    const mustDecide = changes.unsaved.length > 0 && !changes.busy;
    const shows = (this.#unfolded || mustDecide) && this.isChanged;
    if (shows) void this.#conflicts.look();
    const unfold = () => {
      this.#unfolded = !this.#unfolded;
      this.#host.requestUpdate();
    };
    return html`${shows ? unsavedList(this.#words, changes, () => void this.#conflicts.keepAll()) : nothing}
    ${pendingBar(this.#words, changes, this.#unfolded, unfold)}`;
  }

  /** What stands in place of a matrix in which there is nothing. */
  nothing(applications: number, isNarrowed: boolean, startOver: () => void): TemplateResult {
    return nothingThere(this.#words, applications, isNarrowed, startOver);
  }

  /** What stands in place of a matrix that cannot be shown. */
  failure(error: TesseraError | 'unsupported', retry: () => void): TemplateResult {
    return notShown(this.#words, error, retry);
  }

  /** The same as the grid, as a list. */
  list(): TemplateResult {
    const { rows, applications } = this.#of;
    const columns = applications().length;
    const end = Math.min(this.#listed, rows().total);
    this.#of.look({ first: 0, end }, { first: 0, end: columns });
    return memberList({
      words: this.#words,
      rows: rows(),
      applications: applications(),
      draft: this.#changes.draft,
      shown: this.#listed,
      edit: this.#canEdit ? (target, opener) => void this.#edit([target], opener) : undefined,
      more: () => {
        this.#listed += page;
        this.#host.requestUpdate();
      },
    });
  }

  async #open(blocks: readonly Block[], opener: HTMLElement): Promise<void> {
    const targets = await this.#reading.read(blocks);
    if (targets && targets.length > 0) await this.#edit(targets, opener);
  }

  async #edit(targets: readonly Target[], opener: HTMLElement): Promise<void> {
    if (!opener.isConnected) return;
    this.#targets = targets;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#opener?.style.removeProperty('anchor-name');
    this.#opener = opener;
    opener.style.setProperty('anchor-name', '--opener');
    this.#popover?.showPopover();
    this.#popover?.querySelector<HTMLElement>('input, button')?.focus();
  }

  #toggled({ newState }: ToggleEvent): void {
    if (newState === 'open') return;
    const opener = this.#opener;
    const { activeElement } = this.#host.shadowRoot!;
    this.#opener = this.#targets = undefined;
    opener?.style.removeProperty('anchor-name');
    const isLost = !activeElement || this.#popover?.contains(activeElement);
    if (isLost && opener?.role === 'gridcell') this.#of.grid.focus();
    else if (isLost) opener?.focus();
    this.#host.requestUpdate();
  }

  async #change(blocks: readonly Block[], change: Change): Promise<void> {
    if (!this.#canEdit) return;
    const targets = await this.#reading.read(blocks);
    if (targets && this.#canEdit) this.#apply(targets, change);
  }

  #apply(targets: readonly Target[], change: Change): void {
    const { accessEditing } = this.#words;
    const { changed } = this.#changes.change(targets, change);
    this.announcement = changed > 0 ? accessEditing.changes(this.#changes.draft.size) : '';
  }

  async #copy(): Promise<void> {
    const targets = await this.#reading.read(this.#moves.blocks);
    if (!targets) return;
    const words = this.#words;
    await navigator.clipboard.writeText(pasted(words, this.#changes.draft, targets)).then(
      () => (this.announcement = words.accessEditing.copied(targets.length)),
      () => (this.announcement = words.errors.forbidden),
    );
    this.#host.requestUpdate();
  }

  get #words(): Words<'accessMatrix' | 'accessEditing' | 'actions'> {
    return { accessEditing: accessEditingWords, actions: actionWords, ...this.#of.words() };
  }

  get #canEdit(): boolean {
    return this.#of.canEdit() && !this.#changes.busy;
  }

  get #popover(): HTMLElement | null | undefined {
    return this.#host.shadowRoot?.querySelector<HTMLElement>('.editor');
  }
}
