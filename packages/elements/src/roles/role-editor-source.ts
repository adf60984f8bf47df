import type {
  DirectoryClient,
  Offer,
  OrganizationRoleOffer,
  Page,
  TesseraError,
  WriteOptions,
} from '@tesserakit/client';
import type {
  Application,
  Capabilities,
  Holders,
  OrganizationRole,
  OrganizationRoleList,
  Role,
  RoleGroup,
} from '@tesserakit/contract';
import type { ReactiveControllerHost } from 'lit';
import type { ContextController } from '../data/context-controller.js';
import { questionIn } from '../data/in-view.js';
import { load } from '../data/query.js';
import { ResourceController, type Query } from '../data/resource.js';
import type { EditedRole } from './role-editor-draft.js';

type Verdict = true | string;

/** What the server does not say is not open. */
const unsaid = 'forbidden';

/** The roles that are edited: those of an application, or, without one, those of organizations. */
export class RoleSource {
  readonly #ask: () => string | undefined;
  readonly #context: ContextController;
  readonly #capabilities: ResourceController<Capabilities>;
  readonly #roles: ResourceController<Offer<Role>>;
  readonly #groups: ResourceController<Offer<RoleGroup>>;
  readonly #applications: ResourceController<Page<Application>>;
  readonly #own: ResourceController<OrganizationRoleOffer>;

  /** For whom the catalogue itself is not to be seen. */
  #refused: string | undefined;

  /** @param ask the application; `undefined` for organization roles. */
  constructor(
    host: ReactiveControllerHost,
    context: ContextController,
    ask: () => string | undefined,
  ) {
    this.#ask = ask;
    this.#context = context;
    this.#capabilities = new ResourceController(host, () =>
      questionIn(context, ['capabilities'], ({ client, organizationId }, signal) =>
        client.capabilities({ organizationId }, { signal }),
      ),
    );
    this.#roles = new ResourceController(host, () => this.#rolesQuestion());
    this.#groups = new ResourceController(host, () => {
      const applicationId = this.#ask();
      return this.can?.roleGroups?.manage && this.#roles.value && applicationId !== undefined
        ? questionIn(context, ['role-groups', applicationId], ({ client }, signal) =>
            client.roleGroups.list({ applicationId }, { signal }),
          )
        : undefined;
    });
    this.#applications = new ResourceController(host, () =>
      this.#isOnlyLooked && this.can?.applications?.list
        ? questionIn(context, ['applications'], ({ client, organizationId }, signal) =>
            client.applications.list({ organizationId }, { signal }),
          )
        : undefined,
    );
    this.#own = new ResourceController(host, () => this.#ownQuestion());
  }

  /** Waits for the server's present word about the roles. @throws TesseraError */
  async catchUp(): Promise<void> {
    const roles = this.#rolesQuestion();
    const own = this.#ownQuestion();
    if (roles) await load(roles);
    if (own) await load(own);
  }

  #rolesQuestion(): Query<Offer<Role>> | undefined {
    const applicationId = this.#ask();
    return this.can?.roles?.manage && applicationId !== undefined
      ? questionIn(this.#context, ['roles', applicationId], ({ client }, signal) =>
          client.roles.list({ applicationId }, { signal }),
        )
      : undefined;
  }

  #ownQuestion(): Query<OrganizationRoleOffer> | undefined {
    return this.can?.organizationRoles?.list && this.#ask() === undefined
      ? questionIn(this.#context, ['organization-roles'], ({ client, organizationId }, signal) =>
          client.organizationRoles.list({ organizationId }, { signal }),
        )
      : undefined;
  }

  get can(): Capabilities | undefined {
    return this.#capabilities.value;
  }

  get applicationId(): string | undefined {
    return this.#ask();
  }

  get roles(): readonly EditedRole[] | undefined {
    if (this.#ask() === undefined) return this.#own.value?.items.map(ofOrganizations);
    if (this.#isOnlyLooked) return this.#looked?.map(onlyLooked);
    return this.#roles.value?.items.map(ofApplication);
  }

  /** Undefined where this person sees none. */
  get groups(): readonly RoleGroup[] | undefined {
    return this.#ask() === undefined ? undefined : this.#groups.value?.items;
  }

  /** Whether somebody may add a role, or the code of the reason why not. */
  get mayCreate(): Verdict {
    if (this.#ask() !== undefined) return this.#roles.value?.actions?.['role.create'] ?? unsaid;
    const verdict = this.#own.value?.actions?.['organizationRole.create'];
    return this.can?.organizationRoles?.custom ? (verdict ?? unsaid) : 'unsupported';
  }

  get mayCreateGroup(): Verdict {
    return this.#groups.value?.actions?.['roleGroup.create'] ?? unsaid;
  }

  /** Everything that organization roles may allow; what applications know is found in their roles. */
  get known(): readonly string[] {
    return this.#offered.map(({ permission }) => permission);
  }

  /** Whether this caller may put something into a role, or the code of the reason why not. */
  mayGive(permission: string): Verdict {
    if (this.#ask() !== undefined) return true;
    return this.#offered.find((one) => one.permission === permission)?.mayGive ?? unsaid;
  }

  get error(): TesseraError | undefined {
    const needed = [
      this.#capabilities,
      this.#ask() === undefined ? this.#own : this.#isOnlyLooked ? this.#applications : this.#roles,
    ];
    return needed.find(({ value, error }) => error && (!value || shut.has(error.code)))?.error;
  }

  /** What is missing beside the roles. */
  get extras(): readonly { readonly error: TesseraError | undefined; reload(): void }[] {
    return [this.#groups];
  }

  /** Whether the backend knows of no such roles. */
  get unsupported(): boolean {
    const { can } = this;
    if (!can) return false;
    if (this.#ask() === undefined) return !can.organizationRoles?.list;
    return !can.roles?.manage && !can.applications?.list;
  }

  /** Whether the application is none of those in sight. */
  get absent(): boolean {
    return this.#isOnlyLooked && this.#applications.value !== undefined && !this.#looked;
  }

  reload(): void {
    for (const one of [
      this.#capabilities,
      this.#roles,
      this.#groups,
      this.#applications,
      this.#own,
    ]) {
      one.reload();
    }
  }

  /** Who may not see the catalogue itself sees the roles that the organization has. */
  get #isOnlyLooked(): boolean {
    if (this.#ask() === undefined || !this.can) return false;
    const { value, error } = this.#roles;
    const asked = this.#asked;
    // While it is asked again, nothing is known of the refusal; what is shown stays.
    if (value) this.#refused = undefined;
    // Whoever acts for an organization alone may have no token for what is the tenant's.
    else if (error?.code === 'forbidden' || error?.code === 'unauthenticated') {
      this.#refused = asked;
    }
    return !this.can.roles?.manage || this.#refused === asked;
  }

  get #asked(): string {
    const { client, organization } = this.#context;
    return JSON.stringify([client?.identity(), organization?.organizationId, this.#ask()]);
  }

  get #looked() {
    const { items = [] } = this.#applications.value ?? {};
    return items.find(({ applicationId }) => applicationId === this.#ask())?.roles;
  }

  get #offered(): OrganizationRoleList['permissions'] {
    const value = this.#ask() === undefined ? this.#own.value : undefined;
    return value?.permissions ?? [];
  }
}

const shut = new Set(['not_found', 'forbidden']);

/** The calls that write roles, of whichever kind. */
export function roleCalls(client: DirectoryClient, applicationId: string | undefined) {
  const { roles, organizationRoles } = client;
  if (applicationId === undefined) {
    return {
      holders: (roleId: string, options: WriteOptions): Promise<Holders> =>
        organizationRoles.holders({ roleId }, options),
      update: (
        roleId: string,
        version: number | undefined,
        change: OwnChange,
        options: WriteOptions,
      ): Promise<unknown> =>
        organizationRoles.update({ roleId, version, ...(change as OwnKnown) }, options),
    };
  }
  return {
    holders: (roleId: string, options: WriteOptions): Promise<Holders> =>
      roles.holders({ applicationId, roleId }, options),
    update: (
      roleId: string,
      version: number | undefined,
      change: OwnChange,
      options: WriteOptions,
    ): Promise<unknown> => roles.update({ applicationId, roleId, version, ...change }, options),
  };
}

export interface OwnChange {
  readonly permissions: string[];
}

/** The server judges names that it does not know. */
type OwnKnown = Parameters<DirectoryClient['organizationRoles']['update']>[0] extends infer Change
  ? Pick<Change & object, 'permissions' & keyof Change>
  : never;

function ofApplication(role: Role): EditedRole {
  const { roleId, name, key, description, permissions, version, actions } = role;
  return {
    ...{ roleId, name, key, description, permissions, version },
    builtIn: false,
    mayUpdate: actions['role.update'] ?? unsaid,
    mayDelete: actions['role.delete'] ?? unsaid,
  };
}

function ofOrganizations(role: OrganizationRole): EditedRole {
  const { roleId, name, permissions, builtIn, version, actions } = role;
  return {
    ...{ roleId, name, permissions, builtIn, version },
    mayUpdate: actions['organizationRole.update'] ?? unsaid,
    mayDelete: actions['organizationRole.delete'] ?? unsaid,
  };
}

function onlyLooked(role: Application['roles'][number]): EditedRole {
  const { roleId, name, key, description, permissions } = role;
  return {
    ...{ roleId, name, key, description, permissions },
    builtIn: false,
    version: undefined,
    mayUpdate: unsaid,
    mayDelete: unsaid,
  };
}
