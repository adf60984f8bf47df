import type { Member, MemberOrder } from '@tesserakit/contract';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { PagesController } from '../data/pages.js';
import { Pause } from '../data/pause.js';
import type { Router } from '../data/router.js';
import { RowWindow } from '../data/row-window.js';
import { memberWords } from '../text/members.js';
import { roleNames } from '../text/role-names.js';
import { TextController } from '../text/text-controller.js';
import { avatarStyles } from '../theme/avatar.js';
import { controls } from '../theme/controls.js';
import { noticeStyles, partly } from '../theme/notice.js';
import { searchField } from '../theme/search-field.js';
import { skeletonRows, tableStyles } from '../theme/table.js';
import { tokens } from '../theme/tokens.js';
import type { RowLook } from './member-cells.js';
import { roleAsked, viewChoices } from './member-choices.js';
import { MemberColumns, type ColumnName, type MemberColumn } from './member-columns.js';
import { MemberOpenedEvent } from './member-opened-event.js';
import { nobody, notAllowed, notLoaded } from './member-notices.js';
import { rowStyles } from './member-row.styles.js';
import { drawMember, drawRest, headRow, rehearse } from './member-rows.js';
import { styles } from './member-table.styles.js';
import { GivenMembers } from './given-members.js';
import { MemberSource } from './member-source.js';
import { MemberTools } from './member-tools.js';
import type { MemberView } from './member-view.js';
import type { MembersInView } from './members-in-view.js';
import type { SavedView } from './saved-view.js';

type MemberList = Pick<
  PagesController<Member>,
  'ready' | 'items' | 'total' | 'hasMore' | 'outdated' | 'error' | 'failedMore'
>;

/**
 * The members of the organization in view: searched, filtered and sorted by the backend, loaded page
 * by page while a person scrolls; or members that the host has at hand. Members that the backend
 * shows can be suspended, reactivated and removed, and given roles and applications, one by one or
 * many at a time.
 *
 * @csspart toolbar - Search and filters.
 * @csspart selection - What stands in its place while members are selected, or while many are changed.
 * @csspart outcome - What became of the last change.
 * @csspart menu - What can be done to one member.
 * @csspart viewport - The part that scrolls.
 * @csspart row - One member.
 * @csspart notice - What stands in place of an empty, refused or failed list.
 * @cssprop --tessera-table-block-size - The greatest height of the part that scrolls.
 * @cssstate loading - The first members are on their way.
 * @fires {BeforeMemberSuspendEvent} tessera-before-member-suspend - Members are about to be suspended; cancelable.
 * @fires {BeforeMemberReactivateEvent} tessera-before-member-reactivate - Members are about to be reactivated; cancelable.
 * @fires {BeforeMemberRemoveEvent} tessera-before-member-remove - Members are about to be removed; cancelable.
 * @fires {MemberSuspendedEvent} tessera-member-suspended - Members are suspended.
 * @fires {MemberReactivatedEvent} tessera-member-reactivated - Members are active again.
 * @fires {MemberRemovedEvent} tessera-member-removed - Members are removed.
 * @fires {MembersChangedEvent} tessera-members-changed - Something about members was changed.
 * @fires {MemberOpenedEvent} tessera-member-opened - A person wants to see a member.
 */
export class TesseraMemberTable extends LitElement {
  static override styles = [
    tokens,
    controls,
    avatarStyles,
    noticeStyles,
    tableStyles,
    styles,
    rowStyles,
  ];

  /** Members to show without asking the backend: they are searched, filtered and sorted here. */
  @property({ attribute: false }) members: readonly Member[] | undefined;

  /** Columns to show, in order: names of those that the table knows, and columns of the host's own. */
  @property({ attribute: false }) columns: readonly (ColumnName | MemberColumn)[] | undefined;

  /** Shows members without what changes them. */
  @property({ type: Boolean, attribute: 'view-only' }) viewOnly = false;

  /** Makes each name a button that sends `tessera-member-opened`. */
  @property({ type: Boolean }) openable = false;

  /** Keeps search, filters, order and columns in the address, so that a view can be sent to others. */
  @property({ type: Boolean, attribute: 'view-in-url' }) viewInUrl = false;

  /** Where the view is kept with `view-in-url`: the address of the page, or the host's own router. */
  @property({ attribute: false }) router: Router | undefined;

  /** Gives a person the file of an export in another way than browsers do. */
  @property({ attribute: false }) download: ((file: File) => void) | undefined;

  /** Without an order as the list comes: by name from a backend. */
  @state() private view: MemberView = {};
  /** Keeps the view in the address; while it is being loaded, nothing is asked for. */
  @state() private saved: SavedView | 'awaited' | undefined;
  @query('.viewport') private viewport!: HTMLElement | null;
  @query('.rows') private body!: HTMLElement | null;
  @query('.search input') private searchField!: HTMLInputElement | null;

  readonly #internals = this.attachInternals();
  readonly #text = new TextController(this, { members: memberWords, roleNames });
  readonly #typing = new Pause(200);
  readonly #waiting = new Pause(0);

  readonly #given = new GivenMembers(() => this.requestUpdate());
  readonly #source = new MemberSource(
    this,
    () => ({ ...this.#asked, sort: this.view.sort }),
    () => (this.members ? 'all' : this.saved === 'awaited' ? 'members' : undefined),
  );

  readonly #rows = new RowWindow(this, {
    viewport: () => this.viewport,
    body: () => this.body,
    draw: (row, index) => this.#draw(row, index),
    drawn: (end) => this.#wantMore(end),
  });

  readonly #tools = new MemberTools(this, {
    inView: () => this.#inView,
    exported: () => this.#exported,
  });

  #columns!: MemberColumns;
  #look!: RowLook;
  #organizationId: string | undefined;
  #client: MemberSource['client'];
  /** The address has been read again, whichever organization has come into view meanwhile. */
  #isBack = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#follow();
    // Meanwhile the address may have led elsewhere.
    if (typeof this.saved !== 'object') return;
    this.#goTo(this.saved.read());
    this.#isBack = true;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (typeof this.saved === 'object') this.saved.stay();
    this.#typing.end();
    this.#waiting.end();
    this.#given.end();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.hasUpdated && this.viewInUrl) void this.#readAddress();
    this.#enter();
    this.#isBack = false;
    if (changed.has('members')) {
      if (this.members) this.#given.give(this.members);
      this.#tools.reset();
    }
    if (changed.has('view')) {
      this.#rows.toStart();
      // Afterwards, because the host's address gets another organization first.
      void this.updateComplete.then(() => this.#save());
    }
    const { words } = this.#text;
    this.#columns = new MemberColumns(words, this.columns, this.view.columns);
    this.#look = {
      words,
      columns: this.#columns,
      tools: this.#tools.canAct ? this.#tools : undefined,
      open: this.openable ? (member) => this.#open(member) : undefined,
    };
    const { ready, error } = this.#list;
    if (ready || error) this.#internals.states.delete('loading');
    else this.#internals.states.add('loading');
  }

  async #readAddress(): Promise<void> {
    this.saved = 'awaited';
    try {
      const { SavedView } = await import('./saved-view.js');
      this.saved = new SavedView(this.router);
      this.view = this.saved.read();
      this.#follow();
    } catch {
      // Without it the members are shown as everywhere.
      this.saved = undefined;
    }
  }

  #save(): void {
    if (typeof this.saved === 'object' && this.isConnected) this.saved.write(this.view);
  }

  #follow(): void {
    if (typeof this.saved === 'object' && this.isConnected) {
      this.saved.follow((view) => this.#goTo(view));
    }
  }

  /** Begins anew for another organization, or another person. */
  #enter(): void {
    const { client, organizationId } = this.#source;
    if (client === this.#client && organizationId === this.#organizationId) return;
    const isFirst = this.#organizationId === undefined;
    const isBack = this.#isBack;
    [this.#client, this.#organizationId] = [client, organizationId];
    this.#rows.toStart();
    this.#tools.reset();
    if (!isFirst && !isBack) this.#clear();
  }

  protected override firstUpdated(): void {
    if (!this.#list.ready) this.#waiting.after(() => rehearse(this.#look));
  }

  /** Asks the backend again for everything that is shown. */
  reload(): void {
    if (this.members) this.#given.reload();
    else this.#source.reload();
  }

  override render() {
    const { ready, error, failedMore, items } = this.#list;
    const { words } = this.#text;
    if (error?.code === 'forbidden' && !failedMore) return notAllowed(words);
    const bar = this.#tools.bar();
    return html`
      ${bar} ${this.#toolbar(bar !== nothing)} ${partly(words, this.#source.besides)}
      ${this.#tools.outcomes(words)}
      ${!ready && error ? notLoaded(words, error, () => this.#retry()) : nothing}
      ${ready && items.length === 0 ? nobody(words, this.#isNarrowed, () => this.#startOver()) : nothing}
      ${(ready && items.length > 0) || (!ready && !error) ? this.#table() : nothing}
      ${this.#tools.overlays()}
      <p class="hidden" role="status">${this.#announcement()}</p>
    `;
  }

  #toolbar(isReplaced: boolean) {
    const { words } = this.#text;
    const can = this.#can;
    const { total, ready } = this.#list;
    return html`<div class="toolbar" part="toolbar" ?hidden=${isReplaced}>
      ${can?.search ? searchField({ label: words.members.search, type: this.#type, initial: this.view.search }) : nothing}
      ${can ? viewChoices(words, can, this.#source, this.view, this.#order, this.#change) : nothing}
      <span class="count muted">
        ${ready && total !== null ? words.members.count(total) : nothing}
      </span>
      ${this.#tools.columnChoice(words, this.#columns, (columns) =>
        this.#change({ ...this.view, columns }),
      )}
      ${this.#tools.exportButton(words)}
    </div>`;
  }

  #table() {
    const { ready, items, total, hasMore, outdated } = this.#list;
    const { words } = this.#text;
    this.#rows.count = ready ? items.length + (hasMore ? 1 : 0) : 0;
    return html`<div
      class="viewport"
      part="viewport"
      .style=${`--_further:${this.#columns.further}`}
      tabindex="0"
      role="group"
      aria-label=${words.members.title}
    >
      <table
        role="table"
        class=${this.#look.tools ? 'acting' : ''}
        aria-rowcount=${total === null ? -1 : total + 1}
        aria-busy=${!ready || outdated}
      >
        <caption class="hidden">
          ${words.members.caption(ready ? total : null)}
        </caption>
        <thead role="rowgroup">
          ${headRow(this.#look, this.#can?.sorts ?? [], this.#order, (sort) =>
            this.#change({ ...this.view, sort }),
          )}
        </thead>
        ${
          ready
            ? nothing
            : html`<tbody role="rowgroup">
                ${skeletonRows()}
              </tbody>`
        }
        <tbody role="rowgroup" class="rows"></tbody>
      </table>
    </div>`;
  }

  #draw(row: HTMLElement, index: number): void {
    const { items, error } = this.#list;
    const member = items[index];
    if (member) drawMember(row, member, this.#look);
    else drawRest(row, this.#look.words, error, () => this.#source.pages.retry());
  }

  #wantMore(end: number): void {
    const { pages } = this.#source;
    if (this.members || end < pages.items.length - 10) return;
    // Afterwards, because asking leads to a further update.
    void this.updateComplete.then(() => pages.more());
  }

  #announcement() {
    const { ready, outdated, total } = this.#list;
    const { words } = this.#text;
    if (this.#tools.announcement) return this.#tools.announcement;
    if (!ready || outdated) return nothing;
    return total === null ? nothing : words.members.count(total);
  }

  readonly #change = (view: MemberView): void => {
    this.view = view;
  };

  /** Where the address leads, the search field goes, too. */
  #goTo(view: MemberView): void {
    this.#typing.end();
    this.view = view;
    if (this.searchField) this.searchField.value = view.search ?? '';
  }

  #open({ userId }: Member): void {
    const { organizationId = '' } = this.#source;
    this.dispatchEvent(new MemberOpenedEvent(organizationId, userId));
  }

  readonly #type = (typed: string): void => {
    const search = () => this.#change({ ...this.view, search: typed.trim() || undefined });
    if (this.members) search();
    else this.#typing.after(search);
  };

  #clear(): void {
    this.#typing.end();
    const { sort, columns } = this.view;
    this.view = { sort, columns };
    if (this.searchField) this.searchField.value = '';
  }

  /** The button that was pressed goes away, so the focus goes to where one would go on. */
  #retry(): void {
    this.reload();
    this.#focusOn();
  }

  #startOver(): void {
    this.#clear();
    this.#focusOn();
  }

  #focusOn(): void {
    void this.updateComplete.then(() => (this.searchField ?? this.viewport)?.focus());
  }

  get #list(): MemberList {
    if (!this.members) return this.#source.pages;
    return this.#given.asked({ ...this.#asked, sort: this.view.sort });
  }

  get #asked() {
    const { search, status, application, source, role = '' } = this.view;
    return { search, status, application, source, ...roleAsked(role) };
  }

  get #isNarrowed(): boolean {
    return Object.values(this.#asked).some((value) => value !== undefined);
  }

  /** Unless another is asked for, backends that can sort by name do. */
  get #order(): MemberOrder | undefined {
    const usual = !this.members && this.#can?.sorts.includes('name') ? 'name' : undefined;
    return this.view.sort ?? usual;
  }

  get #can() {
    return this.members ? GivenMembers.capabilities : this.#source.can?.members;
  }

  /** What there is to change; nothing that the host has at hand, for it is the host's. */
  get #inView(): MembersInView | undefined {
    return this.viewOnly || this.members ? undefined : this.#source.inView;
  }

  get #exported() {
    const { client, wanted, can } = this.#source;
    const { words } = this.#text;
    const rest = {
      columns: this.#columns.shown,
      words,
      fileName: words.members.title,
      download: this.download,
    };
    if (this.members) return { ...rest, listed: { members: this.#list.items } };
    if (!client || !wanted) return undefined;
    return { ...rest, listed: { client, wanted, limit: can?.members.pageLimit ?? 50 } };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-member-table': TesseraMemberTable;
  }
}
