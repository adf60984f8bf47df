import { TesseraError, type DirectoryClient } from '@tesserakit/client';
import type { Application } from '@tesserakit/contract';
import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import type { Range } from '../data/row-range.js';
import type { Words } from '../text/catalogue.js';
import { circleAlertIcon } from '../theme/icons.js';
import { closeButton } from '../theme/close-button.js';
import type { SelectionDeeds } from './matrix-bar.js';
import { cellsIn, type Block } from './matrix-blocks.js';
import type { MatrixChanges } from './matrix-changes.js';
import type { Edit } from './matrix-draft.js';
import type { MatrixGrid } from './matrix-grid.js';
import type { Wish } from './matrix-keys.js';
import type { Change, Target } from './matrix-rules.js';
import type { MatrixRows } from './matrix-source.js';
import { targetsAtHand, targetsOf, type Collect } from './matrix-targets.js';

/** What a {@link MatrixEditing} asks of its element. */
export interface EditingOfHost {
  readonly grid: MatrixGrid;
  readonly changes: MatrixChanges;
  readonly collect: Collect;
  rows(): MatrixRows;
  applications(): readonly Application[];
  words(): Words<'accessMatrix' | 'actions'>;
  canEdit(): boolean;
  /** Told what of the rows is in sight. */
  look(rows: Range, columns: Range): void;
  place(): { readonly client: DirectoryClient; readonly organizationId: string } | undefined;
  download(): ((file: File) => void) | undefined;
}

type Late = typeof import('./matrix-late.js');

/** How many members a list shows, and how many more each time. */
const page = 25;

/** What a person does to cells: what it is about is read first, wherever it is. What is rarely used is loaded then. */
export class MatrixEditing {
  /** What the screen reader is told of the last thing done. */
  announcement = '';

  readonly #host: ReactiveElement;
  readonly #of: EditingOfHost;
  #late: Late | undefined;
  #targets: readonly Target[] | undefined;
  #opener: HTMLElement | undefined;
  #reading: { found: number; total: number; stop: AbortController } | undefined;
  #error: TesseraError | undefined;
  #listed = page;
  /** Edits of which it is being read what is there now. */
  #looking = new WeakSet<Edit>();
  #looks: Promise<unknown> = Promise.resolve();

  constructor(host: ReactiveElement, of: EditingOfHost) {
    this.#host = host;
    this.#of = of;
  }

  reset(): void {
    this.#reading?.stop.abort();
    this.#reading = this.#error = this.#targets = undefined;
    this.announcement = '';
    this.#listed = page;
  }

  wish(wish: Wish, opener: HTMLElement): void {
    const { grid, changes } = this.#of;
    if (wish === 'open') void this.#open(grid.blocks, opener);
    else if (wish === 'withdraw') void this.#change(grid.blocks, { kind: 'take' });
    else if (wish === 'copy') void this.#copy();
    else if (wish === 'undo' && !changes.busy) changes.undo();
  }

  /** What can be done to all that is selected. */
  deeds(): SelectionDeeds {
    const { grid } = this.#of;
    const { selected } = grid.state;
    return {
      edit: this.#of.canEdit()
        ? {
            open: (event) => void this.#open(selected, event.currentTarget as HTMLElement),
            give: () => void this.#change(selected, { kind: 'give' }),
            take: () => void this.#change(selected, { kind: 'take' }),
          }
        : undefined,
      copy: () => void this.#copy(),
      clear: () => {
        grid.select([]);
        void this.#host.updateComplete.then(() => grid.focus());
      },
    };
  }

  /** A file of all that is shown. */
  async export(): Promise<void> {
    const { rows, applications, download, changes, words } = this.#of;
    const all = { top: 1, bottom: rows().total, start: 1, end: applications().length };
    const targets = await this.#read([all]);
    const late = await this.#load();
    if (targets && late) late.saveFile(words(), changes.draft, targets, download());
  }

  /** How far cells that are not at hand have been read, or why they could not be. */
  reading(): TemplateResult | typeof nothing {
    const { accessMatrix, actions, errors, language } = this.#of.words();
    if (this.#reading) {
      const { found, total, stop } = this.#reading;
      const digits = new Intl.NumberFormat(language);
      return html`<div class="outcome" part="outcome">
        <p class="summary">
          <progress max=${total} value=${found}></progress
          ><span>${accessMatrix.reading(digits.format(found), digits.format(total))}</span>
        </p>
        <button class="button" type="button" @click=${() => stop.abort()}>
          ${accessMatrix.stop}
        </button>
      </div>`;
    }
    if (!this.#error) return nothing;
    return html`<div class="outcome" part="outcome" role="alert">
      <p class="refusal">
        ${circleAlertIcon}<span>${accessMatrix.readingFailed} ${errors[this.#error.code]}</span>
      </p>
      ${closeButton(actions.close, () => {
        this.#error = undefined;
        this.#looking = new WeakSet();
        this.#host.requestUpdate();
      })}
    </div>`;
  }

  /** The roles of what is edited. */
  popover(): TemplateResult {
    const { changes } = this.#of;
    return html`<div
      class="popover editor"
      part="editor"
      popover
      role="dialog"
      aria-labelledby="editor-title"
      @toggle=${(event: ToggleEvent) => this.#toggled(event)}
    >
      ${
        this.#late && this.#targets
          ? this.#late.editor({
              words: this.#of.words(),
              targets: this.#targets,
              draft: changes.draft,
              idle: !this.#of.canEdit(),
              change: (change) => this.#apply(this.#targets ?? [], change),
              close: () => this.#popover?.hidePopover(),
            })
          : nothing
      }
    </div>`;
  }

  /** All that is not saved, while a person wants to see it, or has to decide. */
  unsaved(unfolded: boolean): TemplateResult | typeof nothing {
    const { changes } = this.#of;
    const mustDecide = changes.unsaved.length > 0 && !changes.busy;
    if ((!unfolded && !mustDecide) || changes.draft.size === 0) return nothing;
    if (!this.#late) {
      void this.#load();
      return nothing;
    }
    void this.#lookAgain();
    return this.#late.unsavedList(this.#of.words(), changes, () => void this.#keepAll());
  }

  /** The same as the grid, as a list. */
  list(): TemplateResult | typeof nothing {
    const { rows, applications, changes, words } = this.#of;
    if (!this.#late) {
      void this.#load();
      return nothing;
    }
    this.#lookAtList();
    return this.#late.memberList({
      words: words(),
      rows: rows(),
      applications: applications(),
      draft: changes.draft,
      shown: this.#listed,
      edit: this.#of.canEdit() ? (target, opener) => void this.#edit([target], opener) : undefined,
      more: () => {
        this.#listed += page;
        this.#host.requestUpdate();
      },
    });
  }

  async #open(blocks: readonly Block[], opener: HTMLElement): Promise<void> {
    const targets = await this.#read(blocks);
    if (targets && targets.length > 0) await this.#edit(targets, opener);
  }

  async #edit(targets: readonly Target[], opener: HTMLElement): Promise<void> {
    if (!(await this.#load()) || !opener.isConnected) return;
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
    if (!this.#of.canEdit()) return;
    const targets = await this.#read(blocks);
    if (targets && this.#of.canEdit()) this.#apply(targets, change);
  }

  #apply(targets: readonly Target[], change: Change): void {
    const { accessMatrix } = this.#of.words();
    const { changed } = this.#of.changes.change(targets, change);
    this.announcement = changed > 0 ? accessMatrix.changes(this.#of.changes.draft.size) : '';
  }

  async #copy(): Promise<void> {
    const { grid, words, changes } = this.#of;
    const { blocks } = grid;
    const targets = await this.#read(blocks);
    const late = await this.#load();
    if (!targets || !late) return;
    await navigator.clipboard.writeText(late.pasted(words(), changes.draft, targets)).then(
      () => (this.announcement = words().accessMatrix.copied(targets.length)),
      () => (this.announcement = words().errors.forbidden),
    );
    this.#host.requestUpdate();
  }

  /** The cells of blocks; `undefined` when they could not be read, or somebody would not wait. */
  async #read(blocks: readonly Block[]): Promise<readonly Target[] | undefined> {
    const applications = this.#of.applications();
    const atHand = targetsAtHand(this.#of.rows(), applications, blocks);
    if (atHand) return atHand;
    this.#reading?.stop.abort();
    const stop = new AbortController();
    const reading = { found: 0, total: cellsIn(blocks), stop };
    this.#reading = reading;
    this.#error = undefined;
    this.#host.requestUpdate();
    const found = (count: number): void => {
      reading.found = count;
      this.#host.requestUpdate();
    };
    try {
      return await targetsOf(this.#of.collect, applications, blocks, found, stop.signal);
    } catch (error) {
      if (!stop.signal.aborted) this.#error = TesseraError.from(error);
      return undefined;
    } finally {
      if (reading === this.#reading) this.#reading = undefined;
      this.#host.requestUpdate();
    }
  }

  /** Holds on to all edits where somebody else was faster, once it is known what is there now. */
  async #keepAll(): Promise<void> {
    const { changes } = this.#of;
    const conflicts = () => changes.unsaved.filter((edit) => this.#late?.isConflict(edit));
    await this.#lookAgain(conflicts().length);
    await this.#looks;
    changes.keep(conflicts());
  }

  /** Reads what is there now where somebody else was faster: the first of them, or more. */
  async #lookAgain(most = 50): Promise<void> {
    const { changes, place, applications } = this.#of;
    const [late, where] = [this.#late, place()];
    const unknown = changes.unsaved
      .filter((edit) => late?.isConflict(edit) && !edit.now && !this.#looking.has(edit))
      .slice(0, most);
    if (!late || !where || unknown.length === 0) return;
    for (const edit of unknown) this.#looking.add(edit);
    const look = late
      .readAgain(where.client, where.organizationId, unknown, (member) => {
        if (place()?.organizationId === where.organizationId) {
          changes.compare([member], applications());
        }
      })
      .catch((error: unknown) => {
        this.#error = TesseraError.from(error);
      })
      .finally(() => this.#host.requestUpdate());
    this.#looks = Promise.all([this.#looks, look]);
    await look;
  }

  async #load(): Promise<Late | undefined> {
    if (this.#late) return this.#late;
    try {
      this.#late = await import('./matrix-late.js');
      this.#host.requestUpdate();
    } catch {
      this.#error = new TesseraError('network');
      this.#host.requestUpdate();
    }
    return this.#late;
  }

  #lookAtList(): void {
    const columns = this.#of.applications().length;
    const end = Math.min(this.#listed, this.#of.rows().total);
    this.#of.look({ first: 0, end }, { first: 0, end: columns });
  }

  get #popover(): HTMLElement | null | undefined {
    return this.#host.shadowRoot?.querySelector<HTMLElement>('.editor');
  }
}
