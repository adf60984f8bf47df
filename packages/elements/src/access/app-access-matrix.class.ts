import { TesseraError } from '@tesserakit/client';
import type { Capabilities } from '@tesserakit/contract';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ContextController } from '../data/context-controller.js';
import { Pause } from '../data/pause.js';
import { ResourceController } from '../data/resource.js';
import type { Range } from '../data/row-range.js';
import { accessMatrixWords } from '../text/access-matrix.js';
import { TextController } from '../text/text-controller.js';
import { avatarStyles } from '../theme/avatar.js';
import { controls } from '../theme/controls.js';
import { noticeStyles, partly } from '../theme/notice.js';
import { tokens } from '../theme/tokens.js';
import { styles } from './app-access-matrix.styles.js';
import { MatrixAtHand } from './matrix-at-hand.js';
import type { MatrixEditing } from './matrix-editing.js';
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
  static override styles = [tokens, controls, avatarStyles, noticeStyles, styles];

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
    (members, applications) => this.#editing?.compare(members, applications),
  );

  readonly #grid = new MatrixGrid(this, {
    viewport: () => this.#find('.viewport'),
    rows: () => this.#rows,
    applications: () => this.#shownApplications,
    words: () => this.#text.words,
    mark: (member, application) => this.#editing?.mark(member, application),
    drawn: (rows, columns) => this.#look(rows, columns),
    come: () => this.#come(),
    wish: (wish, opener) => void this.#come().then((editing) => editing?.wish(wish, opener)),
  });

  #editing: MatrixEditing | undefined;
  #coming: Promise<MatrixEditing | undefined> | undefined;
  #failure: TesseraError | undefined;
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
      this.#editing?.reset();
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
    this.#setState('changed', this.#editing?.isChanged ?? false);
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
    this.#editing?.reset();
    this.#grid.toStart();
    if (!isFirst) this.#clear();
  }

  /** Asks the backend again for everything that is shown. */
  reload(): void {
    this.#failure = undefined;
    this.#capabilities.reload();
    this.#applications.reload();
    this.#windows.reload();
  }

  override render() {
    const { words } = this.#text;
    const error = this.#error;
    if (error && !this.#isReady) return notShown(words, error, () => this.#retry());
    const editing = this.#editing;
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
        rows: () => this.#rows,
        look: (rows, columns) => this.#look(rows, columns),
        collect: (...asked) => this.#windows.collect(...asked),
        applications: () => this.#shownApplications,
        words: () => this.#text.words,
        canEdit: () => this.#canEdit,
        saved: () => this.#saved,
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
        save:
          this.#isReady && this.#rows.total > 0
            ? () => void this.#come().then((editing) => editing?.export())
            : undefined,
      })}
    </div>`;
  }

  #content() {
    const { words } = this.#text;
    if (!this.#isReady) return gridSkeleton();
    if (this.#rows.total === 0 || this.#all.length === 0) {
      const isNarrowed = Object.values(this.view).some((value) => value !== undefined);
      return nothingThere(words, this.#all.length, isNarrowed, () => this.#startOver());
    }
    if (this.#isList && !this.#editing) void this.#come();
    if (this.#isList) return this.#editing?.list() ?? gridSkeleton();
    return gridFrame(words, this.#grid, this.#windows.outdated, () => void this.#come());
  }

  #announcement() {
    const { words } = this.#text;
    const { announcement } = this.#editing ?? {};
    if (announcement) return announcement;
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
    const field = this.#find<HTMLInputElement>('.search input');
    if (field) field.value = '';
  }

  /** The button that was pressed goes away, so the focus goes to where one would go on. */
  #startOver(): void {
    this.#clear();
    void this.updateComplete.then(() => this.#find('.search input')?.focus());
  }

  #retry(): void {
    this.reload();
    void this.updateComplete.then(() => this.#find('.search input')?.focus());
  }

  #look(rows: Range, columns: Range): void {
    if (!this.data) this.#windows.look(rows, columns);
  }

  #find<T extends HTMLElement>(selector: string): T | null {
    return this.renderRoot.querySelector<T>(selector);
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
    if (this.viewOnly) return false;
    const { grant, bulkLimit } = this.#capabilities.value?.access ?? {};
    return this.data !== undefined || (grant === true && bulkLimit !== undefined);
  }

  get #saved() {
    const { client, organization } = this.#context;
    if (this.data) return { organizationId: organization?.organizationId ?? '', limit: 0 };
    const limit = this.#capabilities.value?.access?.bulkLimit;
    if (!client || !organization || !limit) return undefined;
    return { client, organizationId: organization.organizationId, limit };
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
