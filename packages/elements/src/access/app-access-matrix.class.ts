import { TesseraError } from '@tesserakit/client';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Pause } from '../data/pause.js';
import { accessMatrixWords } from '../text/access-matrix.js';
import { TextController } from '../text/text-controller.js';
import { avatarStyles } from '../theme/avatar.js';
import { controls } from '../theme/controls.js';
import { frameStyles } from '../theme/frame.js';
import { noticeStyles, partly } from '../theme/notice.js';
import { tokens } from '../theme/tokens.js';
import { styles } from './app-access-matrix.styles.js';
import { MatrixData } from './matrix-data.js';
import type { MatrixEditing } from './matrix-editing.js';
import { filters } from './matrix-filters.js';
import { MatrixGrid } from './matrix-grid.js';
import { gridFrame, gridSkeleton, tools } from './matrix-notices.js';
import type { AccessAtHand, AccessView } from './matrix-source.js';
import { Narrow } from './matrix-narrow.js';

/**
 * Who may use what: the members of the organization in view by its applications, each cell the roles
 * that a member has. Cells are selected and changed by pointer and keyboard, one or many at a time;
 * what is changed is kept as a difference until it is saved, and each cell tells what became of it.
 *
 * @csspart toolbar - Search and filters.
 * @csspart selection - What stands in its place while cells are selected.
 * @csspart outcome - What became of the last change or save.
 * @csspart viewport - The grid, which scrolls.
 * @csspart row - One member in the grid.
 * @csspart list - The same as a list.
 * @csspart editor - The roles of a cell, or of all that are selected.
 * @csspart unsaved - All that is not saved, one by one.
 * @csspart bar - What is not saved yet.
 * @csspart notice - What stands in place of an empty, refused or failed matrix.
 * @cssprop --tessera-table-block-size - The greatest height of the part that scrolls.
 * @cssstate loading - The first members are on their way.
 * @cssstate changed - Something is changed and not saved.
 * @fires {BeforeAccessSaveEvent} tessera-before-access-save - A person saves; cancelable.
 * @fires {AccessSavedEvent} tessera-access-saved - The server has changed who may use what.
 */
export class TesseraAppAccessMatrix extends LitElement {
  static override styles = [tokens, controls, avatarStyles, noticeStyles, frameStyles, styles];

  /**
   * Members and applications to show without asking the backend. What a person saves is then the
   * host's to do, at `tessera-before-access-save`; it is kept as a difference until the host brings
   * other data.
   */
  @property({ attribute: false }) data: AccessAtHand | undefined;

  /** Shows who may use what without what changes it. */
  @property({ type: Boolean, attribute: 'view-only' }) viewOnly = false;

  /** Shows a list instead of a grid; where there is little room, it is always a list. */
  @property({ type: Boolean, reflect: true }) list = false;

  /** Gives a person the file of an export in another way than browsers do. */
  @property({ attribute: false }) download: ((file: File) => void) | undefined;

  @state() private view: AccessView = {};
  /** A person is about to choose a filter. */
  @state() private near = false;

  readonly #internals = this.attachInternals();
  readonly #text = new TextController(this, {
    accessMatrix: accessMatrixWords,
  });
  readonly #typing = new Pause(200);
  readonly #narrow = new Narrow(this);

  readonly #data = new MatrixData(this, {
    given: () => this.data,
    view: () => this.view,
    arrived: (members, applications) => this.#editing?.compare(members, applications),
  });

  readonly #grid = new MatrixGrid(this, {
    viewport: () => this.#find('.viewport'),
    rows: () => this.#data.rows,
    applications: () => this.#data.columns,
    words: () => this.#text.words,
    mark: (member, application) => this.#editing?.mark(member, application),
    drawn: (rows, columns) => this.#data.look(rows, columns),
    come: () => this.#come(),
    wish: (wish, opener) => void this.#come().then((editing) => editing?.wish(wish, opener)),
  });

  #editing: MatrixEditing | undefined;
  #coming: Promise<MatrixEditing | undefined> | undefined;
  #failure: TesseraError | undefined;
  #place: readonly unknown[] = [];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#typing.end();
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#enter();
    if (changed.has('data')) {
      this.#data.take(this.data);
      this.#editing?.reset();
    }
    this.#data.narrow();
    if (changed.has('view')) this.#grid.toStart();
  }

  protected override update(changed: PropertyValues): void {
    // Only now the windows know what is asked for.
    this.#grid.extent = {
      rows: this.#data.rows.total,
      columns: this.#data.columns.length,
    };
    this.#setState('loading', !this.#data.isReady && !this.#data.error);
    this.#setState('changed', this.#editing?.isChanged ?? false);
    super.update(changed);
  }

  #setState(name: string, on: boolean): void {
    this.#internals.states[on ? 'add' : 'delete'](name);
  }

  /** Begins anew for another organization, or another person. */
  #enter(): void {
    const { place } = this.#data;
    if (place.every((one, index) => one === this.#place[index])) return;
    const isFirst = this.#place[1] === undefined;
    this.#place = place;
    this.#editing?.reset();
    this.#grid.toStart();
    if (!isFirst) this.#clear();
  }

  /** Asks the backend again for everything that is shown. */
  reload(): void {
    this.#failure = undefined;
    this.#data.reload();
  }

  override render() {
    const { words } = this.#text;
    const error = this.#data.error;
    const editing = this.#editing;
    if (error && !this.#data.isReady) {
      if (editing) return editing.failure(error, () => this.#retry());
      if (!this.#failure) void this.#come();
    }
    const isSelecting = this.#grid.state.selected.length > 0 && !this.#isList;
    const missing = this.#failure ?? error;
    return html`
      ${(isSelecting && editing?.selectionBar()) || this.#toolbar()}
      ${missing && missing !== 'unsupported' ? partly(words, [{ error: missing, reload: () => this.reload() }]) : nothing}
      ${editing?.above() ?? nothing} ${this.#content()} ${editing?.below() ?? nothing}
      ${editing?.popover() ?? nothing}
      <p class="hidden" role="status">${this.#announcement()}</p>
    `;
  }

  /** Loads what it takes to do more than look, once somebody comes to it. */
  readonly #come = (): Promise<MatrixEditing | undefined> => (this.#coming ??= this.#load());

  async #load(): Promise<MatrixEditing | undefined> {
    try {
      const { MatrixEditing } = await import('./matrix-editing.js');
      this.#editing = new MatrixEditing(this, {
        grid: this.#grid,
        rows: () => this.#data.rows,
        look: (rows, columns) => this.#data.look(rows, columns),
        collect: this.#data.collect,
        applications: () => this.#data.columns,
        words: () => this.#text.words,
        canEdit: () => !this.viewOnly && this.#data.canEdit,
        saved: () => this.#data.saved,
        download: () => this.download,
      });
      this.#failure = undefined;
    } catch {
      // Tried again when it is asked for the next time.
      this.#coming = undefined;
      this.#failure = new TesseraError('network');
    }
    this.requestUpdate();
    return this.#editing;
  }

  #toolbar(): TemplateResult {
    const { words } = this.#text;
    const near = () => (this.near = true);
    return html`<div class="toolbar" part="toolbar" @pointerdown=${near} @focusin=${near}>
      ${filters({
        words,
        view: this.view,
        applications: this.#data.applications,
        near: this.near,
        type: (text) => this.#type(text),
        change: (view) => (this.view = view),
      })}
      <span class="count muted">
        ${this.#data.isReady ? words.accessMatrix.count(this.#data.rows.total) : nothing}
      </span>
      ${tools(words, {
        isList: this.#isList,
        canToggle: !this.#narrow.matches,
        toggle: () => (this.list = !this.list),
        save:
          this.#data.isReady && this.#data.rows.total > 0
            ? () => void this.#come().then((editing) => editing?.export())
            : undefined,
      })}
    </div>`;
  }

  #content() {
    const { words } = this.#text;
    if (!this.#data.isReady) return gridSkeleton();
    const count = this.#data.applications.length;
    const isEmpty = this.#data.rows.total === 0 || count === 0;
    if (isEmpty || this.#isList) {
      const editing = this.#editing;
      if (!editing && !this.#failure) void this.#come();
      if (!isEmpty || !editing) return editing?.list() ?? gridSkeleton();
      const isNarrowed = Object.values(this.view).some((value) => value !== undefined);
      return editing.nothing(count, isNarrowed, () => this.#startOver());
    }
    return gridFrame(words, this.#grid, this.#data.isOutdated, () => void this.#come());
  }

  #announcement() {
    const { words } = this.#text;
    const { announcement } = this.#editing ?? {};
    if (announcement) return announcement;
    return this.#data.isReady && !this.#data.isOutdated
      ? words.accessMatrix.count(this.#data.rows.total)
      : nothing;
  }

  #type(text: string): void {
    const search = () => (this.view = { ...this.view, search: text.trim() || undefined });
    if (this.data) search();
    else this.#typing.after(search);
  }

  #clear(): void {
    this.#typing.end();
    this.view = {};
    const field = this.#find<HTMLInputElement>('.search input');
    if (field) field.value = '';
  }

  /** The button that was pressed goes away, so the focus goes to where one would go on. */
  #startOver(): void {
    this.#clear();
    this.#focusOn();
  }

  #retry(): void {
    this.reload();
    this.#focusOn();
  }

  #focusOn(): void {
    void this.updateComplete.then(() => this.#find('.search input')?.focus());
  }

  #find<T extends HTMLElement>(selector: string): T | null {
    return this.renderRoot.querySelector<T>(selector);
  }

  get #isList(): boolean {
    return this.list || this.#narrow.matches;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-app-access-matrix': TesseraAppAccessMatrix;
  }
}
