import type { Capabilities } from '@tesserakit/contract';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { query, state } from 'lit/decorators.js';
import { ContextController } from '../data/context-controller.js';
import { Pause } from '../data/pause.js';
import { ResourceController } from '../data/resource.js';
import { RowWindow } from '../data/row-window.js';
import { actionWords } from '../text/actions.js';
import { impactWords } from '../text/impact.js';
import { organizationTreeWords } from '../text/organization-tree.js';
import { TextController } from '../text/text-controller.js';
import { avatarStyles } from '../theme/avatar.js';
import { controls } from '../theme/controls.js';
import { building2Icon, lockIcon, plusIcon, searchIcon } from '../theme/icons.js';
import { searchField } from '../theme/search-field.js';
import { failureNotice, notice, noticeStyles } from '../theme/notice.js';
import { skeletonRows, tableStyles } from '../theme/table.js';
import { tokens } from '../theme/tokens.js';
import { styles } from './org-tree.styles.js';
import { drawTreeRow, treeHead, type TreeLook } from './tree-cells.js';
import type { TreeDeeds } from './tree-deeds.js';
import { TreeNodes } from './tree-nodes.js';
import { treeMove, type TreeRow } from './tree-rows.js';

/**
 * The organizations that the one in view manages, at all levels, each with what it may hand out; and
 * what the signed-in person may do about them: act for one, make one below, change role groups,
 * suspend. Those below one are asked for when they are looked at.
 *
 * @csspart toolbar - Search and what makes an organization.
 * @csspart viewport - The part that scrolls.
 * @csspart row - One organization.
 * @csspart notice - What stands in place of a tree that cannot be shown.
 * @cssstate loading - The organizations are on their way.
 * @fires {BeforeOrganizationCreateEvent} tessera-before-organization-create - An organization is about to be made; cancelable.
 * @fires {OrganizationCreatedEvent} tessera-organization-created - There is another organization.
 * @fires {BeforeOrganizationSuspendEvent} tessera-before-organization-suspend - An organization is about to be shut out; cancelable.
 * @fires {OrganizationSuspendedEvent} tessera-organization-suspended - The server has shut it out.
 * @fires {BeforeOrganizationReactivateEvent} tessera-before-organization-reactivate - An organization is about to be let in again; cancelable.
 * @fires {OrganizationReactivatedEvent} tessera-organization-reactivated - The server has let it in again.
 * @fires {BeforeRoleGroupsChangeEvent} tessera-before-role-groups-change - Role groups are about to be changed; cancelable.
 * @fires {RoleGroupsChangedEvent} tessera-role-groups-changed - The server has changed them.
 * @fires {BeforeOrganizationMoveEvent} tessera-before-organization-move - An organization is about to be put below another; cancelable.
 * @fires {OrganizationMovedEvent} tessera-organization-moved - It stands below another.
 */
export class TesseraOrgTree extends LitElement {
  static override styles = [tokens, controls, avatarStyles, noticeStyles, tableStyles, styles];

  @state() private active: string | undefined;
  @state() private deeds: TreeDeeds | undefined;
  @query('.viewport') private viewport!: HTMLElement | null;
  @query('.rows') private body!: HTMLElement | null;
  @query('input[type="search"]') private field!: HTMLInputElement | null;

  readonly #internals = this.attachInternals();
  readonly #text = new TextController(this, {
    actions: actionWords,
    impact: impactWords,
    organizationTree: organizationTreeWords,
  });
  readonly #context = new ContextController(this);
  readonly #typing = new Pause(180);
  readonly #capabilities = new ResourceController<Capabilities>(this, () => {
    const { client, organization } = this.#context;
    if (!client || !organization) return undefined;
    const { organizationId } = organization;
    return {
      owner: client,
      key: [client.identity(), organizationId, 'capabilities'],
      fetch: (signal) => client.capabilities({ organizationId }, { signal }),
    };
  });
  readonly #nodes = new TreeNodes(this, this.#context, () => this.#can?.list === true);
  readonly #rows = new RowWindow(this, {
    viewport: () => this.viewport,
    body: () => this.body,
    draw: (row, index) => this.#draw(row, index),
    drawn: (end) => this.#wantMore(end),
  });
  #shown: readonly TreeRow[] = [];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#typing.end();
  }

  protected override willUpdate(_: PropertyValues<this>): void {
    if (this.#nodes.enter()) {
      this.active = undefined;
      this.deeds?.forget();
      this.#typing.end();
      if (this.field) this.field.value = '';
    }
    if (this.#can?.list && this.#mayList) this.#nodes.begin();
    this.#shown = this.#nodes.rows;
    const isOff = this.#can?.list === false || (this.#nodes.root && !this.#mayList);
    const isWaiting = !this.#nodes.isReady && !this.#error && !isOff;
    if (isWaiting) this.#internals.states.add('loading');
    else this.#internals.states.delete('loading');
  }

  protected override updated(): void {
    // What others had asked for before is known here only now.
    if (this.#can?.list && this.#mayList) this.#nodes.begin();
  }

  /** Asks the backend again for everything that was looked at. */
  reload(): void {
    this.#nodes.reload();
  }

  override render() {
    const { words } = this.#text;
    return html`${this.#toolbar()} ${this.deeds?.outcome() ?? nothing} ${this.#content()}
      ${this.deeds?.overlays() ?? nothing}
      <p class="hidden" role="status">${this.deeds?.announcement || this.#told(words)}</p>`;
  }

  #toolbar() {
    const { words } = this.#text;
    const { organizationTree: own } = words;
    const mayCreate = this.#nodes.root?.actions['managedOrganization.create'] === true;
    if (!this.#can?.list || !this.#mayList) return nothing;
    return html`<div class="toolbar" part="toolbar">
      ${this.#can.allLevels ? searchField({ label: own.search, type: this.#type }) : nothing}
      <span class="count muted">${this.#nodes.isReady ? this.#told(words) : nothing}</span>
      ${
        this.#can.create && mayCreate
          ? html`<button
              type="button"
              class="button primary"
              @click=${() => void this.#withDeeds((deeds) => deeds.create(this.#nodes.rootId))}
            >
              ${plusIcon} ${own.create}
            </button>`
          : nothing
      }
    </div>`;
  }

  #content() {
    const { words } = this.#text;
    const { organizationTree: own } = words;
    const error = this.#error;
    const about = (icon: typeof searchIcon, title: string, sentence: string) =>
      notice({ icon, title, sentence });
    const refused = { icon: lockIcon, title: own.forbidden, sentence: own.forbiddenHint };
    if (error?.code === 'forbidden' || (this.#nodes.root && !this.#mayList)) {
      return notice({ ...refused, urgent: error !== undefined });
    }
    if (error?.code === 'unsupported' || (this.#capabilities.value && !this.#can?.list)) {
      return about(building2Icon, own.unsupported, words.errors.unsupported);
    }
    if (error) return failureNotice(words, own.failed, error, () => this.#retry());
    const { searched, isReady, total } = this.#nodes;
    if (isReady && total === 0) {
      return searched
        ? about(searchIcon, own.noMatch(searched), own.noMatchHint)
        : about(building2Icon, own.none, own.noneHint);
    }
    return this.#tree();
  }

  #tree() {
    const { words } = this.#text;
    const { organizationTree: own } = words;
    const { isReady, root } = this.#nodes;
    this.#rows.count = this.#shown.length;
    return html`<div class="viewport" part="viewport" role="group" aria-label=${own.title}>
      <table
        role="treegrid"
        aria-label=${root ? own.caption(root.name) : own.title}
        aria-rowcount=${this.#shown.length + 1}
        aria-busy=${!isReady}
        @keydown=${this.#navigate}
        @focusin=${this.#enter}
      >
        <thead role="rowgroup">
          ${treeHead(words)}
        </thead>
        ${
          isReady
            ? nothing
            : html`<tbody role="rowgroup">
                ${skeletonRows()}
              </tbody>`
        }
        <tbody role="rowgroup" class="rows"></tbody>
      </table>
    </div>`;
  }

  #told({ organizationTree: own }: TreeLook['words']) {
    const { isReady, total, searched } = this.#nodes;
    if (!isReady || total === null) return nothing;
    return searched ? own.found(total) : own.count(total);
  }

  #draw(row: HTMLElement, index: number): void {
    const of = this.#shown[index];
    if (!of) return;
    const first = this.#shown[0];
    const known = this.#indexOf(this.active) >= 0;
    drawTreeRow(row, of, {
      words: this.#text.words,
      active: known ? this.active : first?.kind === 'node' ? first.id : undefined,
      isFound: this.#nodes.searched !== '',
      opened: this.deeds?.opened,
      toggle: (id) => this.#toggle(id),
      open: (button, id) => void this.#withDeeds((deeds) => deeds.open(button, id)),
      retry: (parentId) => this.#nodes.retry(parentId),
    });
  }

  #wantMore(end: number): void {
    const wanted = this.#shown
      .slice(0, end)
      .flatMap((row) => (row.kind === 'rest' && !row.error ? [row.parentId] : []));
    // Afterwards, because asking leads to a further update.
    void this.updateComplete.then(() => {
      for (const parentId of wanted) this.#nodes.more(parentId);
    });
  }

  #toggle(organizationId: string): void {
    this.active = organizationId;
    this.#nodes.toggle(organizationId);
  }

  readonly #navigate = (event: KeyboardEvent): void => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[part="row"]');
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    const { id } = row.dataset;
    const at = this.#indexOf(id);
    const button = event.target instanceof HTMLButtonElement;
    // In a row's button, left leads back to the row; its own keys are the button's.
    if (button && event.key !== 'ArrowLeft' && event.key !== 'Escape') return;
    if (button) {
      event.preventDefault();
      return row.focus();
    }
    const isRtl = getComputedStyle(this).direction === 'rtl';
    const turned: Record<string, string> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' };
    const key = (isRtl && turned[event.key]) || event.key;
    const move = treeMove(key, this.#shown, at);
    if (!move) return;
    event.preventDefault();
    if ('toggle' in move) this.#toggle(move.toggle);
    else if ('act' in move) row.querySelector<HTMLElement>('.more button')?.focus();
    else void this.#goTo(move.to);
  };

  /** The row that has the focus is the one to come back to. */
  readonly #enter = ({ target }: FocusEvent): void => {
    const row = (target as HTMLElement).closest<HTMLElement>('[part="row"]');
    if (row?.dataset['id']) this.active = row.dataset['id'];
  };

  async #goTo(index: number): Promise<void> {
    let row = this.#shown[index];
    // What has not come cannot be gone to.
    if (row?.kind === 'rest') row = this.#shown[index - 1];
    if (row?.kind !== 'node') return;
    const { id } = row;
    this.active = id;
    await this.updateComplete;
    this.#rows.show(this.#indexOf(id))?.focus();
  }

  #indexOf(id: string | undefined): number {
    return this.#shown.findIndex((row) => row.kind === 'node' && row.id === id);
  }

  readonly #type = (typed: string): void => {
    this.#typing.after(() => {
      this.#nodes.search(typed.trim());
      this.#rows.toStart();
    });
  };

  #retry(): void {
    this.#capabilities.reload();
    this.#nodes.reload();
  }

  /** Menus and dialogs are loaded when one is opened for the first time. */
  async #withDeeds(run: (deeds: TreeDeeds) => Promise<void>): Promise<void> {
    if (!this.deeds) {
      const { TreeDeeds } = await import('./tree-deeds.js');
      this.deeds ??= new TreeDeeds(this, {
        context: this.#context,
        nodes: this.#nodes,
        can: () => ({
          create: this.#can?.create === true,
          roleGroups: this.#can?.roleGroups === true,
          suspend: this.#capabilities.value?.organizations.suspend === true,
        }),
        words: () => this.#text.words,
      });
      await this.updateComplete;
    }
    await run(this.deeds);
  }

  get #can() {
    return this.#capabilities.value && { ...this.#capabilities.value.managedOrganizations };
  }

  get #mayList(): boolean {
    return this.#nodes.root?.actions['managedOrganizations.list'] === true;
  }

  get #error() {
    return this.#capabilities.value ? this.#nodes.error : this.#capabilities.error;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-org-tree': TesseraOrgTree;
  }
}
