import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { impactStyles } from '../applications/impact-list.styles.js';
import type { ContextController } from '../data/context-controller.js';
import { DeedController } from '../data/deed.js';
import { addStyles } from '../theme/add-styles.js';
import { isolated, reasonFor } from '../text/open-words.js';
import { dialogFrame, dialogStyles } from '../theme/dialog.js';
import {
  arrowDownIcon,
  circlePauseIcon,
  circlePlayIcon,
  lockIcon,
  logInIcon,
  plusIcon,
  share2Icon,
} from '../theme/icons.js';
import { menuItems, menuStyles, moveInMenu, openMenu, type MenuItem } from '../theme/menu.js';
import { refusal } from '../theme/refusal.js';
import { retryButton } from '../theme/retry.js';
import {
  BeforeOrganizationReactivateEvent,
  BeforeOrganizationSuspendEvent,
  OrganizationReactivatedEvent,
  OrganizationSuspendedEvent,
} from './organization-events.js';
import { TreeGroups } from './tree-groups.js';
import { TreeMoving } from './tree-move.js';
import type { TreeWords } from './tree-cells.js';
import type { TreeNodes } from './tree-nodes.js';
import type { TreeNode } from './tree-rows.js';
import type { TreeScope, TreeTask } from './tree-task.js';
import { styles } from './tree-deeds.styles.js';

/** What the backend can do. */
export interface TreeCan {
  readonly create: boolean;
  readonly roleGroups: boolean;
  readonly suspend: boolean;
}

/** The menu of an organization in the tree, what is done from it, and what became of that. */
export class TreeDeeds {
  readonly #host: ReactiveElement;
  readonly #context: ContextController;
  readonly #nodes: TreeNodes;
  readonly #can: () => TreeCan;
  readonly #words: () => TreeWords;
  readonly #deed: DeedController;
  #button: HTMLElement | undefined;
  #node: TreeNode | undefined;
  #task: TreeTask | undefined;
  #again: (() => void) | undefined;
  #announcement = '';

  constructor(
    host: ReactiveElement,
    of: {
      readonly context: ContextController;
      readonly nodes: TreeNodes;
      readonly can: () => TreeCan;
      readonly words: () => TreeWords;
    },
  ) {
    this.#host = host;
    this.#context = of.context;
    this.#nodes = of.nodes;
    this.#can = of.can;
    this.#words = of.words;
    this.#deed = new DeedController(host);
    addStyles(host, [dialogStyles, menuStyles, impactStyles, styles]);
  }

  /** What was done last, for a screen reader. */
  get announcement(): string {
    return this.#announcement;
  }

  /** The organization whose menu is open. */
  get opened(): string | undefined {
    return this.#button && this.#node?.organization.organizationId;
  }

  /** Opens the menu of an organization at the button that was pressed. */
  async open(button: HTMLElement, organizationId: string): Promise<void> {
    this.#button = button;
    this.#node = this.#nodes.node(organizationId);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    openMenu(this.#menu);
  }

  /** Puts an organization in view, on behalf of the present one. */
  async actFor(organizationId: string): Promise<void> {
    const { switching } = this.#context;
    if (!switching || organizationId === this.#nodes.rootId) return;
    this.#again = () => void this.actFor(organizationId);
    await this.#deed.run(`act ${organizationId}`, () => switching.actFor(organizationId));
    if (this.#deed.error?.code === 'aborted') this.#deed.forget();
  }

  /** Opens the form for an organization below another. */
  async create(parentId: string): Promise<void> {
    await import('./org-create.js');
    this.#begin({
      title: ({ organizationTree: own }) => own.create,
      body: () =>
        html`<tessera-org-create
          .parentId=${parentId === this.#nodes.rootId ? undefined : parentId}
          @tessera-organization-created=${() => this.#nodes.reload()}
        ></tessera-org-create>`,
      error: undefined,
      busy: false,
    });
  }

  /** Another organization is in view. */
  forget(): void {
    this.#menu?.hidePopover();
    this.#dialog?.close();
    this.#end();
    this.#node = this.#button = this.#again = undefined;
    this.#announcement = '';
    this.#deed.forget();
  }

  /** Everything that stands over the tree. */
  overlays(): TemplateResult {
    const words = this.#words();
    const { organizationTree: own } = words;
    const node = this.#node;
    const { name = '' } = node?.organization ?? {};
    return html`<div
        class="popover menu"
        role="menu"
        popover
        aria-label=${own.actionsFor(name)}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key === 'Tab') this.#menu?.hidePopover();
          moveInMenu(event);
        }}
        @toggle=${this.#toggled}
      >
        ${node ? menuItems(this.#items(words, node)) : nothing}
      </div>
      <dialog class="dialog" aria-labelledby="task" @close=${() => this.#closed()}>
        ${this.#task ? this.#frame(words, this.#task) : nothing}
      </dialog>`;
  }

  /** Why the last deed without a dialog was refused. */
  outcome(): TemplateResult | typeof nothing {
    const { error, busy } = this.#deed;
    if (this.#task || !error) return nothing;
    return refusal(this.#words(), { error, busy, ...(this.#again && { again: this.#again }) });
  }

  #items(words: TreeWords, node: TreeNode): MenuItem[] {
    const { organizationTree: own } = words;
    const { organizationId: id, actions, status } = node.organization;
    const can = this.#can();
    const isRoot = id === this.#nodes.rootId;
    const reason = (action: string) =>
      reasonFor(words, actions[action] ?? 'forbidden') || undefined;
    const item = (
      icon: TemplateResult,
      name: string,
      action: string | undefined,
      run: () => void,
    ): MenuItem => ({
      icon,
      name,
      reason: action === undefined ? undefined : reason(action),
      choose: () => {
        this.#menu?.hidePopover();
        this.#deed.forget();
        run();
      },
    });
    const items: MenuItem[] = [];
    if (!isRoot) items.push(item(logInIcon, own.actFor, undefined, () => void this.actFor(id)));
    if (can.create) {
      const label = isRoot ? own.create : own.createBelow;
      const run = () => void this.create(id);
      items.push(item(plusIcon, label, 'managedOrganization.create', run));
    }
    if (can.roleGroups && !isRoot) {
      items.push(
        item(lockIcon, own.limit, 'managedOrganization.setRoleGroups', () =>
          this.#begin(new TreeGroups(this.#scope(node), 'limit')),
        ),
      );
    }
    if (can.roleGroups) {
      items.push(
        item(share2Icon, own.expose, 'managedOrganization.expose', () =>
          this.#begin(new TreeGroups(this.#scope(node), 'expose')),
        ),
      );
    }
    if (can.suspend && !isRoot) {
      const isOut = status === 'suspended';
      items.push(
        isOut
          ? item(
              circlePlayIcon,
              own.reactivate,
              'organization.reactivate',
              () => void this.#stand(node, 'reactivate'),
            )
          : item(circlePauseIcon, own.suspend, 'organization.suspend', () =>
              this.#begin(this.#suspension(node)),
            ),
      );
    }
    // Only a platform administrator ever moves one; to others it is no question.
    if (!isRoot && actions['organization.move'] === true) {
      items.push(
        item(arrowDownIcon, own.move, undefined, () =>
          this.#begin(new TreeMoving(this.#scope(node))),
        ),
      );
    }
    return items;
  }

  #frame(words: TreeWords, task: TreeTask) {
    const { actions } = words;
    const { error, busy } = task;
    const button = task.button?.(words);
    const close = () => this.#dialog?.close();
    return dialogFrame({
      titleId: 'task',
      title: task.title(words),
      body: html`<div class="task">${task.body(words)} ${refusal(words, { error })}</div>`,
      actions: html`<button type="button" class="button" @click=${close}>
          ${button ? actions.cancel : actions.close}
        </button>
        ${
          button
            ? retryButton(words, {
                error,
                run: button.run,
                label: button.label,
                look: `${button.look} sure`,
                busy: busy || button.isOff,
              })
            : nothing
        }`,
      closeLabel: actions.close,
      close,
    });
  }

  #suspension(node: TreeNode): TreeTask {
    const deed = this.#deed;
    const name = isolated(node.organization.name);
    return {
      title: ({ organizationTree: own }) => own.suspendQuestion(name),
      body: ({ organizationTree: own }) => html`<p>${own.suspendHint}</p>`,
      button: ({ organizationTree: own }) => ({
        label: own.suspend,
        look: 'danger',
        isOff: false,
        run: () => void this.#stand(node, 'suspend'),
      }),
      get error() {
        return deed.error;
      },
      get busy() {
        return deed.busy;
      },
    };
  }

  async #stand(node: TreeNode, verb: 'suspend' | 'reactivate'): Promise<void> {
    const client = this.#nodes.clientFor(node.organization.organizationId);
    // As it is now: somebody else may have changed it since the question was put.
    const now = this.#nodes.node(node.organization.organizationId) ?? node;
    const { organizationId, name, version } = now.organization;
    const suspends = verb === 'suspend';
    const before = suspends
      ? new BeforeOrganizationSuspendEvent(organizationId)
      : new BeforeOrganizationReactivateEvent(organizationId);
    if (!client || !this.#host.dispatchEvent(before)) return;
    this.#again = () => void this.#stand(node, verb);
    const done = await this.#deed.run(`${verb} ${organizationId} ${version}`, async (options) => {
      const next = await client.organizations[verb]({ organizationId, version }, options);
      this.#nodes.replace({ ...now.organization, ...next });
      this.#host.dispatchEvent(
        suspends
          ? new OrganizationSuspendedEvent(organizationId)
          : new OrganizationReactivatedEvent(organizationId),
      );
    });
    if (done) this.#done(this.#words().organizationTree.done[verb](name));
    else if (this.#deed.error?.code === 'version_conflict') await this.#renew(organizationId);
  }

  /** Shows an organization as it is now. */
  async #renew(organizationId: string): Promise<void> {
    const client = this.#nodes.clientFor(organizationId);
    const now = await client?.organizations.get({ organizationId }).catch(() => undefined);
    if (now) this.#nodes.replace(now);
  }

  #scope(node: TreeNode): TreeScope {
    const { organizationId, managedBy } = node.organization;
    const isRoot = organizationId === this.#nodes.rootId;
    return {
      host: this.#host,
      nodes: this.#nodes,
      clientFor: (id) => this.#nodes.clientFor(id)!,
      node,
      parentId: isRoot ? undefined : (managedBy?.organizationId ?? this.#nodes.rootId),
      deed: this.#deed,
      done: (outcome) => this.#done(outcome),
    };
  }

  #begin(task: TreeTask): void {
    this.#deed.forget();
    this.#again = undefined;
    this.#end();
    this.#task = task;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => {
      this.#dialog?.showModal();
      this.#dialog?.querySelector<HTMLElement>('.body :is(input, select), footer .button')?.focus();
    });
  }

  #end(): void {
    this.#task?.end?.();
    this.#task = undefined;
  }

  #done(outcome: string): void {
    this.#announcement = outcome;
    this.#end();
    this.#again = undefined;
    this.#dialog?.close();
    this.#host.requestUpdate();
    this.#focusBack();
  }

  #closed(): void {
    // The browser tells late; by then it may have been opened again.
    if (this.#dialog?.open) return;
    if (this.#task) this.#deed.forget();
    this.#end();
    this.#host.requestUpdate();
    this.#focusBack();
  }

  readonly #toggled = ({ newState }: ToggleEvent): void => {
    if (newState !== 'closed') return;
    const inside = this.#menu?.contains((this.#host.renderRoot as ShadowRoot).activeElement);
    const button = this.#button;
    this.#button = undefined;
    this.#host.requestUpdate();
    if (inside) void this.#host.updateComplete.then(() => button?.focus());
  };

  /** One goes on at the row from which it was done. */
  #focusBack(): void {
    void this.#host.updateComplete.then(() =>
      this.#host.renderRoot.querySelector<HTMLElement>('[part="row"][tabindex="0"]')?.focus(),
    );
  }

  get #menu(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('.menu');
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog');
  }
}
