import type { List, Page, TesseraError } from '@tesserakit/client';
import type {
  Application,
  Connection,
  Role,
  RoleGroup,
  TenantApplication,
} from '@tesserakit/contract';
import type { ReactiveControllerHost } from 'lit';
import type { ContextController } from '../data/context-controller.js';
import { questionIn } from '../data/in-view.js';
import { ResourceController } from '../data/resource.js';
import type { ShareDeed } from './share-draft.js';

/** Something to choose, by its name. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A role group to choose; its roles, where whoever chooses may know them. */
export interface GroupChoice extends Named {
  readonly roleIds?: readonly string[] | undefined;
}

/** What is chosen from. */
export interface Choosing {
  readonly deed: ShareDeed;
  /** Empty until one is chosen. */
  readonly applicationId: string;
  /** The share that is changed; `undefined` for a new one. */
  readonly application: Application | undefined;
  /** What the organization has already. */
  readonly present: readonly Application[];
}

/** Something without which nothing can be chosen. */
type Needed = Pick<ResourceController<unknown>, 'value' | 'error' | 'reload'>;

/** Pages that are asked for at once; a tenant with more applications is searched elsewhere. */
const mostPages = 10;

/**
 * What can be chosen for an organization: all that the tenant has, for whoever runs it; what the
 * organization above hands on, for whoever looks after one below.
 */
export class ShareChoices {
  readonly #ask: () => Choosing | undefined;
  readonly #context: ContextController;
  readonly #all: ResourceController<readonly TenantApplication[]>;
  readonly #above: ResourceController<Page<Application>>;
  readonly #groups: ResourceController<List<RoleGroup>>;
  readonly #roles: ResourceController<List<Role>>;
  readonly #connections: ResourceController<Page<Connection>>;

  constructor(
    host: ReactiveControllerHost,
    context: ContextController,
    ask: () => Choosing | undefined,
  ) {
    this.#ask = ask;
    this.#context = context;
    this.#all = new ResourceController(host, () =>
      ask()?.deed === 'onboard' && !this.#from
        ? questionIn(context, ['tenant-applications'], ({ client }, signal) =>
            allPages((cursor) => client.applications.listAll({ cursor, limit: 100 }, { signal })),
          )
        : undefined,
    );
    this.#above = new ResourceController(host, () => {
      const from = this.#from;
      return this.#isWhole && from !== undefined
        ? questionIn(context, ['applications-above', from], ({ client }, signal) =>
            client.applications.list({ organizationId: from }, { signal }),
          )
        : undefined;
    });
    this.#groups = new ResourceController(host, () => {
      const applicationId = this.#ofTenant;
      return applicationId === undefined
        ? undefined
        : questionIn(context, ['role-groups', applicationId], ({ client }, signal) =>
            client.roleGroups.list({ applicationId }, { signal }),
          );
    });
    this.#roles = new ResourceController(host, () => {
      const applicationId = this.#ofTenant;
      return applicationId === undefined
        ? undefined
        : questionIn(context, ['roles', applicationId], ({ client }, signal) =>
            client.roles.list({ applicationId }, { signal }),
          );
    });
    this.#connections = new ResourceController(host, () =>
      this.#isWhole && !this.#from
        ? questionIn(context, ['connections'], ({ client, organizationId }, signal) =>
            client.connections.list({ organizationId }, { signal }),
          )
        : undefined,
    );
  }

  /** Why there is nothing to choose from. A sign-in of its own is an extra. */
  get error(): TesseraError | undefined {
    return this.#needed.find(({ value, error }) => error && !value)?.error;
  }

  /** Whether everything has come that is asked for now. */
  get ready(): boolean {
    return this.#needed.every(({ value }) => value !== undefined);
  }

  reload(): void {
    for (const one of this.#needed) if (one.error) one.reload();
  }

  /** The applications that the organization can be given. */
  get candidates(): readonly Named[] {
    const { present = [] } = this.#ask() ?? {};
    const offered = this.#from
      ? (this.#above.value?.items ?? [])
      : (this.#all.value ?? []).filter(({ audience }) => audience !== 'b2c');
    return offered
      .filter((one) => present.every(({ applicationId }) => applicationId !== one.applicationId))
      .map(({ applicationId, name }) => ({ id: applicationId, name }));
  }

  get groups(): readonly GroupChoice[] {
    const { deed, application } = this.#ask() ?? {};
    if (deed === 'expose') return (application?.onboarding.roleGroups ?? []).map(groupOf);
    if (!this.#from) return (this.#groups.value?.items ?? []).map(groupOf);
    const exposed = this.#shareAbove?.onboarding.exposedRoleGroups ?? [];
    const kept = application?.onboarding.roleGroups ?? [];
    const others = kept.filter((one) =>
      exposed.every(({ roleGroupId }) => roleGroupId !== one.roleGroupId),
    );
    return [...exposed, ...others].map(groupOf);
  }

  /** Every role of the application, by whoever may give single ones. */
  get roles(): readonly Named[] {
    const roles = this.#from
      ? []
      : (this.#roles.value?.items ?? this.#ask()?.application?.roles ?? []);
    return roles.map(({ roleId, name }) => ({ id: roleId, name }));
  }

  /** What new members can be given, when these groups and single roles are chosen. */
  defaults(roleGroupIds: readonly string[], roleIds: readonly string[]): readonly Named[] {
    const { deed, application } = this.#ask() ?? {};
    const known = this.groups.every(({ roleIds: inside }) => inside !== undefined);
    if (deed === 'setDefaults' || !known) {
      const roles = application?.roles.filter(({ assignable }) => assignable) ?? [];
      return roles.map(({ roleId, name }) => ({ id: roleId, name }));
    }
    const inside = this.groups
      .filter(({ id }) => roleGroupIds.includes(id))
      .flatMap(({ roleIds = [] }) => roleIds);
    return this.roles.filter(({ id }) => inside.includes(id) || roleIds.includes(id));
  }

  /** The identity providers that the organization can use for the application. */
  get connections(): readonly Named[] {
    const { applicationId } = this.#ask() ?? {};
    return (this.#connections.value?.items ?? [])
      .filter((one) => one.applicationId === undefined || one.applicationId === applicationId)
      .map(({ connectionId, name }) => ({ id: connectionId, name }));
  }

  /** The organization that the person acts for, where it looks after the one in view. */
  get #from(): string | undefined {
    return this.#context.organization?.actingFrom;
  }

  /** Whether the whole share is chosen, and not only what is the organization's own to choose. */
  get #isWhole(): boolean {
    const deed = this.#ask()?.deed;
    return deed === 'onboard' || deed === 'update';
  }

  get #ofTenant(): string | undefined {
    const applicationId = this.#ask()?.applicationId;
    return this.#isWhole && !this.#from && applicationId ? applicationId : undefined;
  }

  get #shareAbove(): Application | undefined {
    const applicationId = this.#ask()?.applicationId;
    return this.#above.value?.items.find((one) => one.applicationId === applicationId);
  }

  get #needed(): readonly Needed[] {
    const asked = this.#ask();
    if (!asked || !this.#isWhole) return [];
    if (this.#from) return [this.#above];
    return [
      ...(asked.deed === 'onboard' ? [this.#all] : []),
      ...(asked.applicationId ? [this.#groups, this.#roles] : []),
    ];
  }
}

function groupOf(group: {
  readonly roleGroupId: string;
  readonly name: string;
  readonly roleIds?: readonly string[];
}): GroupChoice {
  return { id: group.roleGroupId, name: group.name, roleIds: group.roleIds };
}

async function allPages<T>(
  ask: (cursor: string | undefined) => Promise<Page<T>>,
): Promise<readonly T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const { items: more, nextCursor } = await ask(cursor);
    items.push(...more);
    if (nextCursor === null) break;
    cursor = nextCursor;
  }
  return items;
}
