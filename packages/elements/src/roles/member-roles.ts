import type { DirectoryClient, Page, TesseraError } from '@tesserakit/client';
import type {
  Application,
  Capabilities,
  Member,
  MemberAccess,
  OrganizationRole,
} from '@tesserakit/contract';
import type { ReactiveControllerHost } from 'lit';
import { load } from '../data/query.js';
import { ResourceController, type Query } from '../data/resource.js';
import type { RolePart } from './role-draft.js';
import { accessPart, memberPart } from './role-parts.js';

/** Whose roles are asked for. */
export interface MemberAsked {
  readonly client: DirectoryClient;
  readonly organizationId: string;
  readonly userId: string;
}

type List<T> = { readonly items: readonly T[] };
type Asking = Pick<ResourceController<unknown>, 'value' | 'error'>;

/** The roles of one member and what could be given to them, as the parts of one form. */
export class MemberRoles {
  readonly #ask: () => MemberAsked | undefined;
  readonly #capabilities: ResourceController<Capabilities>;
  readonly #member: ResourceController<Member>;
  readonly #catalogue: ResourceController<List<OrganizationRole>>;
  readonly #applications: ResourceController<Page<Application>>;
  readonly #access: ResourceController<List<MemberAccess>>;

  constructor(host: ReactiveControllerHost, ask: () => MemberAsked | undefined) {
    this.#ask = ask;
    this.#capabilities = new ResourceController(host, () =>
      this.#question(['capabilities'], ({ client, ...scope }, signal) =>
        client.capabilities(scope, { signal }),
      ),
    );
    this.#member = new ResourceController(host, () => this.#memberQuestion());
    this.#catalogue = new ResourceController(host, () =>
      this.#can?.organizationRoles?.list
        ? this.#question(['organizationRoles'], ({ client, organizationId }, signal) =>
            client.organizationRoles.list({ organizationId }, { signal }),
          )
        : undefined,
    );
    this.#applications = new ResourceController(host, () =>
      this.#can?.applications?.list
        ? this.#question(['applications'], ({ client, organizationId }, signal) =>
            client.applications.list({ organizationId }, { signal }),
          )
        : undefined,
    );
    this.#access = new ResourceController(host, () => this.#accessQuestion());
  }

  /** Absent until everything has come that is going to. */
  get parts(): readonly RolePart[] | undefined {
    const [can, member] = [this.#can, this.#member.value];
    if (!can || !member || this.#isWaiting) return undefined;
    const applications = this.#applications.value?.items;
    return [
      memberPart(member, this.#catalogue.value?.items ?? [], can),
      ...(this.#access.value?.items ?? []).map((access) => {
        const { applicationId } = access;
        const known = applications?.find((one) => one.applicationId === applicationId);
        return accessPart(access, known, can);
      }),
    ];
  }

  /** Whether the backend gives members access to applications at all. */
  get hasApplications(): boolean {
    return this.#can?.access !== undefined;
  }

  get member(): Member | undefined {
    return this.#member.value;
  }

  /** Why nothing can be shown. */
  get error(): TesseraError | undefined {
    return this.#member.value && this.#can
      ? undefined
      : (this.#capabilities.error ?? this.#member.error);
  }

  /** Why there is no choice of organization roles. */
  get catalogueError(): TesseraError | undefined {
    return failureOf(this.#catalogue);
  }

  /** Why there are no applications, or no choice of roles in them. */
  get applicationsError(): TesseraError | undefined {
    return failureOf(this.#access) ?? failureOf(this.#applications);
  }

  /** Asks again for what could not be loaded, or for all of it. */
  reload(): void {
    const all = [
      this.#capabilities,
      this.#member,
      this.#catalogue,
      this.#applications,
      this.#access,
    ];
    const failed = all.filter((one) => failureOf(one));
    for (const resource of failed.length > 0 ? failed : all) resource.reload();
  }

  /** Waits for the server's present word about the member's roles. @throws TesseraError */
  async catchUp(): Promise<void> {
    const [member, access] = [this.#memberQuestion(), this.#accessQuestion()];
    await Promise.all([member && load(member), access && load(access)]);
  }

  get #can(): Capabilities | undefined {
    return this.#capabilities.value;
  }

  get #isWaiting(): boolean {
    const can = this.#can;
    return (
      (can?.organizationRoles?.list === true && isOpen(this.#catalogue)) ||
      (can?.access !== undefined && isOpen(this.#access)) ||
      (can?.applications?.list === true && isOpen(this.#applications))
    );
  }

  #memberQuestion(): Query<Member> | undefined {
    return this.#question(['members', this.#ask()?.userId], ({ client, ...scope }, signal) =>
      client.members.get(scope, { signal }),
    );
  }

  #accessQuestion(): Query<List<MemberAccess>> | undefined {
    if (!this.#can?.access) return undefined;
    return this.#question(['access', this.#ask()?.userId], ({ client, ...scope }, signal) =>
      client.access.list(scope, { signal }),
    );
  }

  #question<T>(
    name: readonly unknown[],
    fetch: (asked: MemberAsked, signal: AbortSignal) => Promise<T>,
  ): Query<T> | undefined {
    const asked = this.#ask();
    if (!asked) return undefined;
    const { client, organizationId } = asked;
    return {
      owner: client,
      key: [client.identity(), organizationId, ...name],
      fetch: (signal) => fetch(asked, signal),
    };
  }
}

function failureOf(resource: Asking): TesseraError | undefined {
  return resource.value === undefined ? resource.error : undefined;
}

function isOpen(resource: Asking): boolean {
  return resource.value === undefined && !resource.error;
}
