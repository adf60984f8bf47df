import type { Capabilities, Member } from '@tesserakit/contract';
import type { ReactiveElement } from 'lit';
import { ContextController } from '../data/context-controller.js';
import { PagesController } from '../data/pages.js';
import { ResourceController, type Query } from '../data/resource.js';
import type { MembersWanted } from './collect-members.js';
import type { MembersInView } from './members-in-view.js';

type Client = NonNullable<ContextController['client']>;
type Scope = { readonly organizationId: string };

/** The members of the organization in view as the backend has them, and what it can do with them. */
export class MemberSource {
  readonly pages: PagesController<Member>;

  readonly #context: ContextController;
  readonly #asked: () => Omit<MembersWanted, 'organizationId'>;
  readonly #capabilities: ResourceController<Capabilities>;
  readonly #applications;
  readonly #organizationRoles;

  /**
   * @param asked which members, and in which order.
   * @param awaited what there is to be loaded: nothing, or all but the members while nobody knows which.
   */
  constructor(
    host: ReactiveElement,
    asked: () => Omit<MembersWanted, 'organizationId'>,
    awaited: () => 'all' | 'members' | undefined,
  ) {
    this.#context = new ContextController(host);
    this.#asked = asked;
    const about = <T>(
      name: string,
      fetch: (client: Client, scope: Scope, signal: AbortSignal) => Promise<T>,
    ): Query<T> | undefined => {
      const { client, scope } = this;
      if (awaited() === 'all' || !client || !scope) return undefined;
      return {
        owner: client,
        key: [client.identity(), scope.organizationId, name],
        fetch: (signal) => fetch(client, scope, signal),
      };
    };
    this.#capabilities = new ResourceController(host, () =>
      about('capabilities', (client, scope, signal) => client.capabilities(scope, { signal })),
    );
    this.#applications = new ResourceController(host, () =>
      this.can?.applications?.list
        ? about('applications', (client, scope, signal) =>
            client.applications.list(scope, { signal }),
          )
        : undefined,
    );
    this.#organizationRoles = new ResourceController(host, () =>
      this.can?.organizationRoles?.list && this.can.members.filters.includes('organizationRole')
        ? about('organizationRoles', (client, scope, signal) =>
            client.organizationRoles.list(scope, { signal }),
          )
        : undefined,
    );
    this.pages = new PagesController<Member>(host, () => {
      const { client, wanted } = this;
      if (awaited() || !client || !wanted) return undefined;
      const { organizationId, ...rest } = wanted;
      return {
        owner: client,
        key: [client.identity(), organizationId, 'members', rest],
        fetch: (cursor, signal) =>
          client.members.list({ ...wanted, cursor, limit: 50 }, { signal }),
      };
    });
  }

  get client(): Client | undefined {
    return this.#context.client;
  }

  get organizationId(): string | undefined {
    return this.#context.organization?.organizationId;
  }

  get can(): Capabilities | undefined {
    return this.#capabilities.value;
  }

  get applications() {
    return this.#applications.value?.items ?? [];
  }

  /** Absent where the backend does not list them, or not yet. */
  get organizationRoles() {
    return this.#organizationRoles.value?.items;
  }

  /** What may be missing beside the members. */
  get besides() {
    return [this.#capabilities, this.#applications, this.#organizationRoles];
  }

  /** The question that the members answer. */
  get wanted(): MembersWanted | undefined {
    return this.scope && { ...this.scope, ...this.#asked() };
  }

  /** What there is to change, as soon as it is known what can be. */
  get inView(): MembersInView | undefined {
    const { client, organizationId, wanted, can, applications } = this;
    if (!client || !organizationId || !wanted || !can) return undefined;
    const { items: shown, total } = this.pages;
    return { client, organizationId, can, applications, wanted, shown, total };
  }

  reload(): void {
    this.#capabilities.reload();
    this.#applications.reload();
    this.#organizationRoles.reload();
    this.pages.reload();
  }

  private get scope(): Scope | undefined {
    const { organizationId } = this;
    return organizationId === undefined ? undefined : { organizationId };
  }
}
