import type { DirectoryClient, TesseraError } from '@tesserakit/client';
import type { ManagedOrganization, Organization } from '@tesserakit/contract';
import type { ReactiveElement } from 'lit';
import { actingClient } from '../context/acting-client.js';
import type { ContextController } from '../data/context-controller.js';
import { PagesController } from '../data/pages.js';
import { ResourceController } from '../data/resource.js';
import { organizationQuery } from './organization-query.js';
import { foundRows, treeRows, type Level, type TreeNode, type TreeRow } from './tree-rows.js';

type Pages = PagesController<ManagedOrganization>;

/** Which organizations a list is of. */
interface Below {
  readonly organizationId: string;
  readonly search?: string;
  readonly levels?: 'all';
}

const pageSize = 100;

/** The organizations below the one in view, level by level as they are looked at, or as found. */
export class TreeNodes {
  readonly #host: ReactiveElement;
  readonly #context: ContextController;
  readonly #root: ResourceController<Organization>;
  readonly #found: Pages;
  readonly #expanded = new Set<string>();
  /** What was asked for, by the organization above. */
  readonly #levels = new Map<string, Pages>();
  /** As deeds have left them, until they are asked for again. */
  readonly #changed = new Map<string, Partial<TreeNode>>();
  #of = '';
  #searched = '';

  /** @param isOn whether the backend has managed organizations, and the person may see them. */
  constructor(host: ReactiveElement, context: ContextController, isOn: () => boolean) {
    this.#host = host;
    this.#context = context;
    this.#root = new ResourceController(host, () => {
      const { client, organization } = context;
      if (!client || !organization || !isOn()) return undefined;
      return organizationQuery(client, organization.organizationId);
    });
    this.#found = this.#pagesOf(() =>
      this.#searched && isOn()
        ? { organizationId: this.rootId, search: this.#searched, levels: 'all' }
        : undefined,
    );
  }

  /** Another organization or person may be in view. @returns whether so. */
  enter(): boolean {
    const { client, organization } = this.#context;
    const of = client && organization ? `${client.identity()} ${organization.organizationId}` : '';
    if (of === this.#of) return false;
    this.#of = of;
    this.#searched = '';
    this.#clear();
    this.#expanded.clear();
    if (organization) this.#expanded.add(organization.organizationId);
    return true;
  }

  get root(): Organization | undefined {
    return this.#root.value;
  }

  get rootId(): string {
    return this.#context.organization?.organizationId ?? '';
  }

  /** Of whom to ask about an organization: about those below on behalf of the one in view. */
  clientFor(organizationId: string): DirectoryClient | undefined {
    const { client, organization } = this.#context;
    const isAtHand = !organization || organization.organizationId === organizationId;
    if (!client || isAtHand || organization.actingFrom !== undefined) return client;
    return actingClient(client, organization.organizationId);
  }

  get searched(): string {
    return this.#searched;
  }

  /** Whether anything can be shown. */
  get isReady(): boolean {
    return this.root !== undefined && this.#top?.ready === true;
  }

  /** Why nothing can be shown. */
  get error(): TesseraError | undefined {
    const closed = this.#root.error?.code === 'forbidden' || this.#root.error?.code === 'not_found';
    if (this.root && !closed) return this.isReady ? undefined : this.#top?.error;
    return this.#root.error;
  }

  /** How many there are right below, or were found; `null` where the backend does not count. */
  get total(): number | null {
    return this.#top?.total ?? null;
  }

  get rows(): readonly TreeRow[] {
    const { root, isReady } = this;
    if (!root || !isReady) return [];
    if (this.#searched) return foundRows(this.#levelOf(this.#found));
    const node = { organization: root, applications: [], childCount: this.total ?? 1 };
    return treeRows(
      node,
      (id) => {
        const pages = this.#levels.get(id);
        return pages?.ready || pages?.error ? this.#levelOf(pages) : undefined;
      },
      (id) => this.#expanded.has(id),
    );
  }

  /** The node of an organization, wherever it is shown. */
  node(organizationId: string): TreeNode | undefined {
    const row = this.rows.find((one) => one.kind === 'node' && one.id === organizationId);
    return row?.kind === 'node' ? row.node : undefined;
  }

  toggle(organizationId: string): void {
    if (!this.#expanded.delete(organizationId)) this.#expanded.add(organizationId);
    this.#host.requestUpdate();
  }

  /** Asks for what stands under a name anywhere below; without words, shows the tree again. */
  search(words: string): void {
    this.#searched = words;
    this.#host.requestUpdate();
  }

  /** Asks for those below an organization that have not come, or for more of what was found. */
  more(parentId: string): void {
    const pages = parentId ? this.#levels.get(parentId) : this.#found;
    if (pages) pages.more();
    else this.#ask(parentId);
  }

  /** Asks for what is right below the organization in view, unless it was asked for. */
  begin(): void {
    if (this.rootId && !this.#levels.has(this.rootId)) this.#ask(this.rootId);
  }

  /** Asks again for what could not be loaded. */
  retry(parentId: string): void {
    (parentId ? this.#levels.get(parentId) : this.#found)?.retry();
  }

  /** Asks for everything again that was looked at. */
  reload(): void {
    this.#changed.clear();
    this.#root.reload();
    for (const pages of [this.#found, ...this.#levels.values()]) pages.reload();
  }

  /** Shows an organization as a deed has left it. */
  replace(organization: Organization, applications?: TreeNode['applications']): void {
    const { organizationId } = organization;
    const former = this.#changed.get(organizationId);
    const change = { ...former, organization, ...(applications && { applications }) };
    this.#changed.set(organizationId, change);
    this.#host.requestUpdate();
  }

  #ask(parentId: string): void {
    const scope = { organizationId: parentId };
    this.#levels.set(
      parentId,
      this.#pagesOf(() => scope),
    );
    this.#host.requestUpdate();
  }

  #pagesOf(below: () => Below | undefined): Pages {
    return new PagesController(this.#host, () => {
      const scope = below();
      const client = scope && this.clientFor(scope.organizationId);
      if (!client) return undefined;
      const { organizationId, search } = scope;
      return {
        owner: client,
        key: [client.identity(), organizationId, 'managed-organizations', search],
        fetch: (cursor, signal) =>
          client.managedOrganizations.list({ ...scope, cursor, limit: pageSize }, { signal }),
      };
    });
  }

  #levelOf(pages: Pages): Level {
    const { items, hasMore, total, error } = pages;
    const nodes = items.map(({ applications, childCount, ...organization }) => ({
      organization,
      applications,
      childCount,
      ...this.#changed.get(organization.organizationId),
    }));
    return { nodes, hasMore: hasMore || !pages.ready, total, error };
  }

  get #top(): Pages | undefined {
    return this.#searched ? this.#found : this.#levels.get(this.rootId);
  }

  #clear(): void {
    for (const pages of this.#levels.values()) {
      this.#host.removeController(pages);
      pages.hostDisconnected();
    }
    this.#levels.clear();
    this.#changed.clear();
  }
}
