import type { Capabilities, Member, MemberOrder } from '@tesserakit/contract';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ContextController } from '../data/context-controller.js';
import { PagesController } from '../data/pages.js';
import { Pause } from '../data/pause.js';
import { ResourceController } from '../data/resource.js';
import type { Router } from '../data/router.js';
import { RowWindow } from '../data/row-window.js';
import { memberWords } from '../text/members.js';
import { roleNames } from '../text/role-names.js';
import { TextController } from '../text/text-controller.js';
import { avatarStyles } from '../theme/avatar.js';
import { controls } from '../theme/controls.js';
import { noticeStyles, partly } from '../theme/notice.js';
import { skeletonRows, tableStyles } from '../theme/table.js';
import { tokens } from '../theme/tokens.js';
import type { RowLook } from './member-cells.js';
import { roleAsked, searchField, viewChoices } from './member-choices.js';
import { MemberColumns, type ColumnName, type MemberColumn } from './member-columns.js';
import { MemberOpenedEvent } from './member-opened-event.js';
import { nobody, notAllowed, notLoaded } from './member-notices.js';
import { drawMember, drawRest, headRow, rehearse } from './member-rows.js';
import { styles } from './member-table.styles.js';
import type { MemberAddress } from './member-address.js';
import { MemberTools } from './member-tools.js';
import type { MemberView } from './member-view.js';
import { MembersAtHand } from './members-at-hand.js';
import type { MembersInView } from './members-in-view.js';

type MemberList = Pick<
  PagesController<Member>,
  'ready' | 'items' | 'total' | 'hasMore' | 'outdated' | 'error' | 'failedMore'
>;

const allAtHand = {
  ready: true,
  hasMore: false,
  outdated: false,
  error: undefined,
  failedMore: false,
};

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
  static override styles = [tokens, controls, avatarStyles, noticeStyles, tableStyles, styles];

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
  @state() private address: MemberAddress | 'awaited' | undefined;
  @query('.viewport') private viewport!: HTMLElement | null;
  @query('.rows') private body!: HTMLElement | null;
  @query('.search input') private searchField!: HTMLInputElement | null;

  readonly #internals = this.attachInternals();
  readonly #text = new TextController(this, { members: memberWords, roleNames });
  readonly #context = new ContextController(this);
  readonly #typing = new Pause(200);
  readonly #waiting = new Pause(0);

  readonly #capabilities = new ResourceController<Capabilities>(this, () =>
    this.#about('capabilities', (client, scope, signal) => client.capabilities(scope, { signal })),
  );

  readonly #applications = new ResourceController(this, () =>
    this.#about('applications', (client, scope, signal) =>
      client.applications.list(scope, { signal }),
    ),
  );

  readonly #pages = new PagesController<Member>(this, () => {
    const { client, organization } = this.#context;
    if (this.members || this.address === 'awaited' || !client || !organization) return undefined;
    const { organizationId } = organization;
    const asked = { ...this.#asked, sort: this.view.sort ?? ('name' as const) };
    return {
      owner: client,
      key: [client.identity(), organizationId, 'members', asked],
      fetch: (cursor, signal) =>
        client.members.list({ organizationId, ...asked, cursor, limit: 50 }, { signal }),
    };
  });

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
  #atHand: MembersAtHand | undefined;
  #organizationId: string | undefined;
  #client: ContextController['client'];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#typing.end();
    this.#waiting.end();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.hasUpdated && this.viewInUrl) void this.#readAddress();
    this.#enter();
    if (changed.has('members')) {
      this.#atHand = this.members && new MembersAtHand(this.members);
      this.#tools.reset();
    }
    if (changed.has('view')) this.#rows.toStart();
    if (changed.has('view') && typeof this.address === 'object') this.address.write(this.view);
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
    this.address = 'awaited';
    try {
      const { MemberAddress } = await import('./member-address.js');
      const address = new MemberAddress(this.router);
      this.view = address.read();
      this.address = address;
    } catch {
      // Without it the members are shown as everywhere.
      this.address = undefined;
    }
  }

  /** Begins anew for another organization, or another person. */
  #enter(): void {
    const { client, organization } = this.#context;
    const { organizationId } = organization ?? {};
    if (client === this.#client && organizationId === this.#organizationId) return;
    const isFirst = this.#organizationId === undefined;
    [this.#client, this.#organizationId] = [client, organizationId];
    this.#rows.toStart();
    this.#tools.reset();
    if (!isFirst) this.#clear();
  }

  protected override firstUpdated(): void {
    if (!this.#list.ready) this.#waiting.after(() => rehearse(this.#look));
  }

  /** Asks the backend again for everything that is shown. */
  reload(): void {
    this.#capabilities.reload();
    this.#applications.reload();
    this.#pages.reload();
  }

  override render() {
    const { ready, error, failedMore, items } = this.#list;
    const { words } = this.#text;
    if (error?.code === 'forbidden' && !failedMore) return notAllowed(words);
    const bar = this.#tools.bar();
    return html`
      ${bar} ${this.#toolbar(bar !== nothing)}
      ${partly(words, [this.#capabilities, this.#applications])} ${this.#tools.outcomes(words)}
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
      ${can?.search ? searchField(words, this.view.search, this.#type) : nothing}
      ${can ? viewChoices(words, can, this.#applications.value?.items ?? [], this.view, this.#order, this.#change) : nothing}
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
    else drawRest(row, this.#look.words, error, () => this.#pages.retry());
  }

  #wantMore(end: number): void {
    if (this.#atHand || end < this.#pages.items.length - 10) return;
    // Afterwards, because asking leads to a further update.
    void this.updateComplete.then(() => this.#pages.more());
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

  #open({ userId }: Member): void {
    const { organizationId = '' } = this.#context.organization ?? {};
    this.dispatchEvent(new MemberOpenedEvent(organizationId, userId));
  }

  readonly #type = (event: InputEvent): void => {
    const { value } = event.target as HTMLInputElement;
    const search = () => this.#change({ ...this.view, search: value.trim() || undefined });
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
    if (!this.#atHand) return this.#pages;
    const items = this.#atHand.matching({ ...this.#asked, sort: this.view.sort });
    return { ...allAtHand, items, total: items.length };
  }

  get #asked() {
    const { search, status, application, source, role = '' } = this.view;
    return { search, status, application, source, ...roleAsked(role) };
  }

  get #isNarrowed(): boolean {
    return Object.values(this.#asked).some((value) => value !== undefined);
  }

  get #order(): MemberOrder | undefined {
    return this.view.sort ?? (this.members ? undefined : 'name');
  }

  get #can() {
    return this.members ? MembersAtHand.capabilities : this.#capabilities.value?.members;
  }

  /** What there is to change; nothing that the host has at hand, for it is the host's. */
  get #inView(): MembersInView | undefined {
    const { client, organization } = this.#context;
    const can = this.#capabilities.value;
    if (this.viewOnly || this.members || !client || !organization || !can) return undefined;
    const { organizationId } = organization;
    return {
      client,
      organizationId,
      can,
      applications: this.#applications.value?.items ?? [],
      wanted: { organizationId, ...this.#asked, sort: this.#order },
      shown: this.#pages.items,
      total: this.#pages.total,
    };
  }

  get #exported() {
    const { client, organization } = this.#context;
    const { words } = this.#text;
    const rest = {
      columns: this.#columns.shown,
      words,
      fileName: words.members.title,
      download: this.download,
    };
    if (this.members) return { ...rest, listed: { members: this.#list.items } };
    if (!client || !organization) return undefined;
    const { organizationId } = organization;
    const wanted = { organizationId, ...this.#asked, sort: this.#order };
    const limit = this.#capabilities.value?.members.pageLimit ?? 50;
    return { ...rest, listed: { client, wanted, limit } };
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
    if (this.members || !client || !organization) return undefined;
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
    'tessera-member-table': TesseraMemberTable;
  }
}
