import type { Capabilities } from '@tesserakit/contract';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ContextController } from '../data/context-controller.js';
import { Pause } from '../data/pause.js';
import { ResourceController } from '../data/resource.js';
import type { Range } from '../data/row-range.js';
import { accessMatrixWords } from '../text/access-matrix.js';
import { actionWords } from '../text/actions.js';
import { TextController } from '../text/text-controller.js';
import { avatarStyles } from '../theme/avatar.js';
import { controls } from '../theme/controls.js';
import { noticeStyles, partly } from '../theme/notice.js';
import { outcomeStyles } from '../theme/outcome.js';
import { popoverStyles } from '../theme/popover.js';
import { tokens } from '../theme/tokens.js';
import { styles } from './app-access-matrix.styles.js';
import { MatrixAtHand } from './matrix-at-hand.js';
import { outcomes, pendingBar, selectionBar } from './matrix-bar.js';
import { cellsIn } from './matrix-blocks.js';
import { MatrixChanges } from './matrix-changes.js';
import { MatrixEditing } from './matrix-editing.js';
import { filters } from './matrix-filters.js';
import { MatrixGrid } from './matrix-grid.js';
import { gridFrame, gridSkeleton, nothingThere, notShown, tools } from './matrix-notices.js';
import { type AccessAtHand, type AccessView, type MatrixRows } from './matrix-source.js';
import { MatrixWindows } from './matrix-windows.js';
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
  static override styles = [
    tokens,
    controls,
    avatarStyles,
    noticeStyles,
    outcomeStyles,
    popoverStyles,
    styles,
  ];

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
  @state() private unfolded = false;
  /** A person is about to choose a filter. */
  @state() private near = false;
  @query('.viewport') private viewport!: HTMLElement | null;
  @query('.search input') private searchField!: HTMLInputElement | null;

  readonly #internals = this.attachInternals();
  readonly #text = new TextController(this, {
    accessMatrix: accessMatrixWords,
    actions: actionWords,
  });
  readonly #context = new ContextController(this);
  readonly #typing = new Pause(200);
  readonly #narrow = new Narrow(this, 640);

  readonly #capabilities = new ResourceController<Capabilities>(this, () =>
    this.#about('capabilities', (client, scope, signal) => client.capabilities(scope, { signal })),
  );

  readonly #applications = new ResourceController(this, () =>
    this.#about('applications', (client, scope, signal) =>
      client.applications.list(scope, { signal }),
    ),
  );

  readonly #windows = new MatrixWindows(
    this,
    () => {
      const { client, organization } = this.#context;
      const limit = this.#capabilities.value?.access?.matrixLimit;
      if (this.data || !client || !organization || !limit || !this.#applications.value)
        return undefined;
      const { organizationId } = organization;
      return { client, organizationId, view: this.view, applications: this.#columns, limit };
    },
    (members, applications) => this.#changes.compare(members, applications),
  );

  readonly #changes = new MatrixChanges(this, () => {
    const { client, organization } = this.#context;
    if (this.data) return { organizationId: organization?.organizationId ?? '', limit: 0 };
    const limit = this.#capabilities.value?.access?.bulkLimit;
    if (!client || !organization || !limit) return undefined;
    return { client, organizationId: organization.organizationId, limit };
  });

  readonly #grid = new MatrixGrid(this, {
    viewport: () => this.viewport,
    rows: () => this.#rows,
    applications: () => this.#shownApplications,
    words: () => this.#text.words,
    draft: this.#changes.draft,
    drawn: (rows, columns) => this.#look(rows, columns),
    wish: (wish, opener) => this.#editing.wish(wish, opener),
  });

  readonly #editing = new MatrixEditing(this, {
    grid: this.#grid,
    changes: this.#changes,
    rows: () => this.#rows,
    look: (rows, columns) => this.#look(rows, columns),
    collect: (...asked) => this.#windows.collect(...asked),
    applications: () => this.#shownApplications,
    words: () => this.#text.words,
    canEdit: () => this.#canEdit,
    place: () => {
      const { client, organization } = this.#context;
      return client && organization && { client, organizationId: organization.organizationId };
    },
    download: () => this.download,
  });

  #atHand: MatrixAtHand | undefined;
  #organizationId: string | undefined;
  #client: ContextController['client'];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#typing.end();
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#enter();
    if (changed.has('data')) {
      this.#atHand = this.data && new MatrixAtHand(this.data);
      this.#changes.reset();
    }
    this.#atHand?.look(this.view);
    if (changed.has('view')) this.#grid.toStart();
  }

  protected override update(changed: PropertyValues): void {
    // Only now the windows know what is asked for.
    this.#grid.extent = {
      rows: this.#rows.total,
      columns: this.#shownApplications.length,
    };
    this.#setState('loading', !this.#isReady && !this.#error);
    this.#setState('changed', this.#changes.draft.size > 0);
    super.update(changed);
  }

  #setState(name: string, on: boolean): void {
    if (on) this.#internals.states.add(name);
    else this.#internals.states.delete(name);
  }

  /** Begins anew for another organization, or another person. */
  #enter(): void {
    const { client, organization } = this.#context;
    const { organizationId } = organization ?? {};
    if (client === this.#client && organizationId === this.#organizationId) return;
    const isFirst = this.#organizationId === undefined;
    [this.#client, this.#organizationId] = [client, organizationId];
    this.#changes.reset();
    this.#editing.reset();
    this.#grid.toStart();
    if (!isFirst) this.#clear();
  }

  /** Asks the backend again for everything that is shown. */
  reload(): void {
    this.#capabilities.reload();
    this.#applications.reload();
    this.#windows.reload();
  }

  override render() {
    const { words } = this.#text;
    const error = this.#error;
    if (error && !this.#isReady) return notShown(words, error, () => this.#retry());
    const selected = cellsIn(this.#grid.state.selected);
    return html`
      ${selected > 0 && !this.#isList ? this.#selectionBar(selected) : this.#toolbar()}
      ${error && error !== 'unsupported' ? partly(words, [{ error, reload: () => this.reload() }]) : nothing}
      ${this.#editing.reading()} ${outcomes(words, this.#changes, () => this.#closeOutcome())}
      ${this.#content()} ${this.#editing.unsaved(this.unfolded)}
      ${pendingBar(words, this.#changes, this.unfolded, () => (this.unfolded = !this.unfolded))}
      ${this.#editing.popover()}
      <p class="hidden" role="status">${this.#announcement()}</p>
    `;
  }

  #toolbar(): TemplateResult {
    const { words } = this.#text;
    const near = () => (this.near = true);
    return html`<div class="toolbar" part="toolbar" @pointerdown=${near} @focusin=${near}>
      ${filters({
        words,
        view: this.view,
        applications: this.#all,
        near: this.near,
        type: (text) => this.#type(text),
        change: (view) => (this.view = view),
      })}
      <span class="count muted">
        ${this.#isReady ? words.accessMatrix.count(this.#rows.total) : nothing}
      </span>
      ${tools(words, {
        isList: this.#isList,
        canToggle: !this.#narrow.matches,
        toggle: () => (this.list = !this.list),
        save: this.#isReady && this.#rows.total > 0 ? () => void this.#editing.export() : undefined,
      })}
    </div>`;
  }

  #selectionBar(count: number): TemplateResult {
    return selectionBar(this.#text.words, count, this.#editing.deeds());
  }

  #content() {
    const { words } = this.#text;
    if (!this.#isReady) return gridSkeleton();
    if (this.#rows.total === 0 || this.#all.length === 0) {
      const isNarrowed = Object.values(this.view).some((value) => value !== undefined);
      return nothingThere(words, this.#all.length, isNarrowed, () => this.#startOver());
    }
    if (this.#isList) return this.#editing.list();
    return gridFrame(words, this.#grid, this.#windows.outdated);
  }

  #announcement() {
    const { words } = this.#text;
    if (this.#editing.announcement) return this.#editing.announcement;
    return this.#isReady && !this.#windows.outdated
      ? words.accessMatrix.count(this.#rows.total)
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
    this.unfolded = false;
    if (this.searchField) this.searchField.value = '';
  }

  /** The button that was pressed goes away, so the focus goes to where one would go on. */
  #startOver(): void {
    this.#clear();
    void this.updateComplete.then(() => this.searchField?.focus());
  }

  #retry(): void {
    this.reload();
    void this.updateComplete.then(() => this.searchField?.focus());
  }

  #look(rows: Range, columns: Range): void {
    if (!this.data) this.#windows.look(rows, columns);
  }

  #closeOutcome(): void {
    this.#changes.closeOutcome();
    this.#grid.focus();
  }

  get #isList(): boolean {
    return this.list || this.#narrow.matches;
  }

  get #rows(): MatrixRows {
    return this.#atHand ?? this.#windows;
  }

  get #all() {
    return this.data?.applications ?? this.#applications.value?.items ?? [];
  }

  /** The columns that are wanted; {@link #shownApplications} are those that are there. */
  get #columns() {
    const { application } = this.view;
    return application === undefined
      ? this.#all
      : this.#all.filter(({ applicationId }) => applicationId === application);
  }

  get #shownApplications() {
    return this.#atHand ? this.#columns : this.#windows.applications;
  }

  get #isReady(): boolean {
    return this.#atHand !== undefined || this.#windows.ready;
  }

  get #error() {
    if (this.data) return undefined;
    const { access } = this.#capabilities.value ?? {};
    if (this.#capabilities.value && !access?.matrixLimit) return 'unsupported' as const;
    return this.#capabilities.error ?? this.#applications.error ?? this.#windows.error;
  }

  get #canEdit(): boolean {
    if (this.viewOnly || this.#changes.busy) return false;
    const { grant, bulkLimit } = this.#capabilities.value?.access ?? {};
    return this.data !== undefined || (grant === true && bulkLimit !== undefined);
  }

  #about<T>(
    name: string,
    fetch: (
      client: NonNullable<ContextController['client']>,
      scope: { organizationId: string },
      signal: AbortSignal,
    ) => Promise<T>,
  ) {
    const { client, organization } = this.#context;
    if (this.data || !client || !organization) return undefined;
    const { organizationId } = organization;
    return {
      owner: client,
      key: [client.identity(), organizationId, name] as const,
      fetch: (signal: AbortSignal) => fetch(client, { organizationId }, signal),
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-app-access-matrix': TesseraAppAccessMatrix;
  }
}
