import { VirtualizerController } from '@tanstack/lit-virtual';
import type { Capabilities, Member, MemberOrder, MemberStatus } from '@tesserakit/contract';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { ContextController } from '../data/context-controller.js';
import { PagesController } from '../data/pages.js';
import { Pause } from '../data/pause.js';
import { ResourceController } from '../data/resource.js';
import { memberWords } from '../text/members.js';
import { roleNames } from '../text/role-names.js';
import { TextController } from '../text/text-controller.js';
import { avatarStyles } from '../theme/avatar.js';
import { controls } from '../theme/controls.js';
import { circleAlertIcon, lockIcon, searchIcon, usersIcon } from '../theme/icons.js';
import { notice, noticeStyles } from '../theme/notice.js';
import { tokens } from '../theme/tokens.js';
import { orderChoice, roleAsked, roleChoice, statusChoice } from './member-choices.js';
import {
  columnHeader,
  columns,
  memberRow,
  restRow,
  skeletonRows,
  spaceRow,
} from './member-rows.js';
import { styles } from './member-table.styles.js';

/**
 * The members of the organization in view: searched, filtered and sorted by the backend, loaded page
 * by page while a person scrolls.
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

  @state() private search = '';
  @state() private statusFilter: MemberStatus | undefined;
  /** `organization:<roleId>` or `application:<roleId>`. */
  @state() private roleFilter = '';
  @state() private order: MemberOrder = 'name';
  @query('.viewport') private viewport!: HTMLElement | null;
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

  readonly #members = new PagesController<Member>(this, () => {
    const { client, organization } = this.#context;
    if (!client || !organization) return undefined;
    const { organizationId } = organization;
    const asked = {
      search: this.search || undefined,
      status: this.statusFilter,
      ...roleAsked(this.roleFilter),
      sort: this.order,
    };
    return {
      owner: client,
      key: [client.identity(), organizationId, 'members', asked],
      fetch: (cursor, signal) =>
        client.members.list({ organizationId, ...asked, cursor, limit: 50 }, { signal }),
    };
  });

  readonly #rows = new VirtualizerController<HTMLElement, HTMLElement>(this, {
    count: 0,
    getScrollElement: () => this.viewport,
    estimateSize: () => this.#rowSize,
    overscan: 6,
  });

  #rowSize = 52;
  #layout = '';
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
    const filtered = ['search', 'statusFilter', 'roleFilter', 'order'].some((name) =>
      changed.has(name),
    );
    if ((filtered || entered) && this.viewport) this.viewport.scrollTop = 0;
    const { ready, error } = this.#members;
    if (ready || error) this.#internals.states.delete('loading');
    else this.#internals.states.add('loading');
  }

  protected override updated(): void {
    // Afterwards, because what is found out there leads to a further update.
    void this.updateComplete.then(() => {
      this.#measure();
      const last = this.#rows.getVirtualizer().getVirtualItems().at(-1);
      if (last && last.index >= this.#members.items.length - 10) this.#members.more();
    });
  }

  /** Asks the backend again for everything that is shown. */
  reload(): void {
    this.#capabilities.reload();
    this.#applications.reload();
    this.#members.reload();
  }

  override render() {
    const { ready, error, failedMore, items } = this.#members;
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
    const can = this.#capabilities.value?.members;
    const { total, ready } = this.#members;
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

  #choices({ filters, sorts }: Capabilities['members']) {
    const { words } = this.#text;
    const applications = this.#applications.value?.items ?? [];
    return html`${
      filters.includes('status')
        ? statusChoice(words, this.statusFilter, (status) => (this.statusFilter = status))
        : nothing
    }
    ${roleChoice(words, filters, applications, this.roleFilter, (role) => (this.roleFilter = role))}
    ${orderChoice(words, sorts, this.order, (order) => (this.order = order))}`;
  }

  #table() {
    const { ready, items, total, hasMore, outdated } = this.#members;
    const { words } = this.#text;
    const sorts = this.#capabilities.value?.members.sorts ?? [];
    const virtualizer = this.#rows.getVirtualizer();
    const count = items.length + (hasMore ? 1 : 0);
    virtualizer.setOptions({ ...virtualizer.options, count });
    const rows = ready ? virtualizer.getVirtualItems() : [];
    const before = rows[0]?.start ?? 0;
    const after = virtualizer.getTotalSize() - (rows.at(-1)?.end ?? 0);
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
              columnHeader(words, column, sorts, this.order, (order) => (this.order = order)),
            )}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${ready ? nothing : skeletonRows()} ${spaceRow(before)}
          ${rows.map(({ index }) => this.#row(items[index], index))} ${spaceRow(ready ? after : 0)}
        </tbody>
      </table>
    </div>`;
  }

  #row(member: Member | undefined, index: number) {
    const { words } = this.#text;
    return member
      ? memberRow(words, member, index)
      : restRow(words, index, this.#members.error, () => this.#members.retry());
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
    const { error } = this.#members;
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
    const { ready, outdated, total } = this.#members;
    const { words } = this.#text;
    if (!ready || outdated) return nothing;
    return total === null ? nothing : words.members.count(total);
  }

  #type(event: InputEvent): void {
    const { value } = event.target as HTMLInputElement;
    this.#typing.after(() => (this.search = value.trim()));
  }

  #clear(): void {
    this.#typing.end();
    this.search = this.roleFilter = '';
    this.statusFilter = undefined;
    if (this.searchField) this.searchField.value = '';
  }

  /**
   * Rows are equally high in one layout, and how high depends on density, type size and the room
   * there is. Should one be higher after all, all count as high as that one: the size only grows, so
   * that measuring comes to an end.
   */
  #measure(): void {
    const row = this.renderRoot.querySelector<HTMLElement>('[part="row"]');
    if (!row) return;
    const { fontSize, display } = getComputedStyle(row);
    const density = getComputedStyle(this).getPropertyValue('--tessera-density');
    const layout = `${display} ${fontSize} ${density}`;
    const height = Math.ceil(row.getBoundingClientRect().height);
    if (height === 0 || (layout === this.#layout && height <= this.#rowSize)) return;
    this.#layout = layout;
    this.#rowSize = height;
    this.#rows.getVirtualizer().measure();
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

  #about<T>(
    name: string,
    fetch: (
      client: NonNullable<ContextController['client']>,
      scope: { organizationId: string },
      signal: AbortSignal,
    ) => Promise<T>,
  ) {
    const { client, organization } = this.#context;
    if (!client || !organization) return undefined;
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
