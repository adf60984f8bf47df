import type { Capabilities, Member, MemberOrder, MemberStatus } from '@tesserakit/contract';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ContextController } from '../data/context-controller.js';
import { PagesController } from '../data/pages.js';
import { Pause } from '../data/pause.js';
import { ResourceController } from '../data/resource.js';
import { RowWindow } from '../data/row-window.js';
import { memberWords } from '../text/members.js';
import { roleNames } from '../text/role-names.js';
import { TextController } from '../text/text-controller.js';
import { avatarStyles } from '../theme/avatar.js';
import { controls } from '../theme/controls.js';
import { circleAlertIcon, lockIcon, searchIcon, usersIcon } from '../theme/icons.js';
import { notice, noticeStyles } from '../theme/notice.js';
import { tokens } from '../theme/tokens.js';
import { orderChoice, roleAsked, roleChoice, statusChoice } from './member-choices.js';
import { columnHeader, columns, drawMember, drawRest, skeletonRows } from './member-rows.js';
import { styles } from './member-table.styles.js';
import { MembersAtHand } from './members-at-hand.js';

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
 * by page while a person scrolls; or members that the host has at hand.
 *
 * @csspart toolbar - Search and filters.
 * @csspart viewport - The part that scrolls.
 * @csspart row - One member.
 * @csspart notice - What stands in place of an empty, refused or failed list.
 * @cssprop --tessera-table-block-size - The greatest height of the part that scrolls.
 * @cssstate loading - The first members are on their way.
 */
export class TesseraMemberTable extends LitElement {
  static override styles = [tokens, controls, avatarStyles, noticeStyles, styles];

  /** Members to show without asking the backend: they are searched, filtered and sorted here. */
  @property({ attribute: false }) members: readonly Member[] | undefined;

  @state() private search = '';
  @state() private statusFilter: MemberStatus | undefined;
  /** `organization:<roleId>` or `application:<roleId>`. */
  @state() private roleFilter = '';
  /** As the list comes, until somebody sorts it: by name from a backend. */
  @state() private order: MemberOrder | undefined;
  @query('.viewport') private viewport!: HTMLElement | null;
  @query('.rows') private body!: HTMLElement | null;
  @query('.search input') private searchField!: HTMLInputElement | null;

  readonly #internals = this.attachInternals();
  readonly #text = new TextController(this, { members: memberWords, roleNames });
  readonly #context = new ContextController(this);
  readonly #typing = new Pause(200);

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
    if (this.members || !client || !organization) return undefined;
    const { organizationId } = organization;
    const asked = { ...this.#asked, sort: this.order ?? 'name' };
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

  #atHand: MembersAtHand | undefined;
  #organizationId: string | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#typing.end();
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { organizationId } = this.#context.organization ?? {};
    const entered = organizationId !== this.#organizationId;
    if (entered) {
      this.#organizationId = organizationId;
      this.#clear();
    }
    if (changed.has('members')) {
      this.#atHand = this.members && new MembersAtHand(this.members);
    }
    const filtered = ['search', 'statusFilter', 'roleFilter', 'order'].some((name) =>
      changed.has(name),
    );
    if (filtered || entered) this.#rows.toStart();
    const { ready, error } = this.#list;
    if (ready || error) this.#internals.states.delete('loading');
    else this.#internals.states.add('loading');
  }

  /** Asks the backend again for everything that is shown. */
  reload(): void {
    this.#capabilities.reload();
    this.#applications.reload();
    this.#pages.reload();
  }

  override render() {
    const { ready, error, failedMore, items } = this.#list;
    if (error?.code === 'forbidden' && !failedMore) return this.#forbidden();
    return html`
      ${this.#toolbar()} ${!ready && error ? this.#failure() : nothing}
      ${ready && items.length === 0 ? this.#empty() : nothing}
      ${(ready && items.length > 0) || (!ready && !error) ? this.#table() : nothing}
      <p class="hidden" role="status">${this.#announcement()}</p>
    `;
  }

  #toolbar() {
    const { words } = this.#text;
    const can = this.#can;
    const { total, ready } = this.#list;
    return html`<div class="toolbar" part="toolbar">
      ${
        can?.search
          ? html`<label class="search">
              ${searchIcon}
              <input
                class="field"
                type="search"
                autocomplete="off"
                spellcheck="false"
                aria-label=${words.members.search}
                placeholder=${words.members.search}
                @input=${this.#type}
              />
            </label>`
          : nothing
      }
      ${can ? this.#choices(can) : nothing}
      <span class="count muted">
        ${ready && total !== null ? words.members.count(total) : nothing}
      </span>
    </div>`;
  }

  #choices({ filters, sorts }: Pick<Capabilities['members'], 'filters' | 'sorts'>) {
    const { words } = this.#text;
    const applications = this.#applications.value?.items ?? [];
    return html`${
      filters.includes('status')
        ? statusChoice(words, this.statusFilter, (status) => (this.statusFilter = status))
        : nothing
    }
    ${roleChoice(words, filters, applications, this.roleFilter, (role) => (this.roleFilter = role))}
    ${orderChoice(words, sorts, this.#order, (order) => (this.order = order))}`;
  }

  #table() {
    const { ready, items, total, hasMore, outdated } = this.#list;
    const { words } = this.#text;
    const sorts = this.#can?.sorts ?? [];
    this.#rows.count = ready ? items.length + (hasMore ? 1 : 0) : 0;
    return html`<div
      class="viewport"
      part="viewport"
      tabindex="0"
      role="group"
      aria-label=${words.members.title}
    >
      <table
        role="table"
        aria-rowcount=${total === null ? -1 : total + 1}
        aria-busy=${!ready || outdated}
      >
        <caption class="hidden">
          ${words.members.caption(ready ? total : null)}
        </caption>
        <thead role="rowgroup">
          <tr role="row" aria-rowindex="1">
            ${columns.map((column) =>
              columnHeader(words, column, sorts, this.#order, (order) => (this.order = order)),
            )}
          </tr>
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
    const { words } = this.#text;
    const { items, error } = this.#list;
    const member = items[index];
    if (member) drawMember(row, words, member);
    else drawRest(row, words, error, () => this.#pages.retry());
  }

  #wantMore(end: number): void {
    if (this.#atHand || end < this.#pages.items.length - 10) return;
    // Afterwards, because asking leads to a further update.
    void this.updateComplete.then(() => this.#pages.more());
  }

  #empty(): TemplateResult {
    const { members } = this.#text.words;
    const filtered = this.search || this.statusFilter || this.roleFilter;
    return filtered
      ? notice({
          icon: searchIcon,
          title: members.noMatch,
          sentence: members.noMatchHint,
          action: { label: members.clearFilters, run: () => this.#startOver() },
        })
      : notice({ icon: usersIcon, title: members.empty, sentence: members.emptyHint });
  }

  #forbidden() {
    const { members } = this.#text.words;
    return notice({ icon: lockIcon, title: members.forbidden, sentence: members.forbiddenHint });
  }

  #failure() {
    const { error } = this.#list;
    if (!error) return nothing;
    const { words } = this.#text;
    return notice({
      icon: circleAlertIcon,
      title: words.members.failed,
      sentence: `${words.errors[error.code]} ${words.common.unharmed}`,
      action: { label: words.common.retry, run: () => this.#retry() },
      requestId: error.requestId && words.common.requestId(error.requestId),
      urgent: true,
    });
  }

  #announcement() {
    const { ready, outdated, total } = this.#list;
    const { words } = this.#text;
    if (!ready || outdated) return nothing;
    return total === null ? nothing : words.members.count(total);
  }

  #type(event: InputEvent): void {
    const { value } = event.target as HTMLInputElement;
    const search = () => (this.search = value.trim());
    if (this.members) search();
    else this.#typing.after(search);
  }

  #clear(): void {
    this.#typing.end();
    this.search = this.roleFilter = '';
    this.statusFilter = undefined;
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
    const items = this.#atHand.matching({ ...this.#asked, sort: this.order });
    return { ...allAtHand, items, total: items.length };
  }

  get #asked() {
    return {
      search: this.search || undefined,
      status: this.statusFilter,
      ...roleAsked(this.roleFilter),
    };
  }

  get #order(): MemberOrder | undefined {
    return this.order ?? (this.members ? undefined : 'name');
  }

  get #can() {
    return this.members ? MembersAtHand.capabilities : this.#capabilities.value?.members;
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
