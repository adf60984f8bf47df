import type { DirectoryClient } from '@tesserakit/client';
import type { ReactiveElement } from 'lit';
import type { ContextController } from '../data/context-controller.js';
import { ResourceController } from '../data/resource.js';
import { roleName } from '../members/role-name.js';
import { organizationQuery } from '../organizations/organization-query.js';
import type { Words } from '../text/catalogue.js';
import { judged, type Judged } from './address-verdicts.js';
import type { InviteDraft, Invitee } from './invite-draft.js';
import { namedRoles, usualRoles } from './named-roles.js';

type Scope = { organizationId: string };

/**
 * What has to be known to invite somebody: what the server can do, what the person may do, and what
 * there is to hand out. Only what the server can do is asked for before the dialog opens.
 */
export class InviteFacts {
  readonly #context: ContextController;
  readonly #isOpen: () => boolean;
  readonly #words: () => Words<'roleNames'>;
  readonly capabilities;
  readonly organization;
  readonly roles;
  readonly applications;
  readonly me;

  constructor(
    host: ReactiveElement,
    context: ContextController,
    words: () => Words<'roleNames'>,
    isOpen: () => boolean,
  ) {
    this.#context = context;
    this.#words = words;
    this.#isOpen = isOpen;
    this.capabilities = new ResourceController(host, () =>
      this.#about('capabilities', (client, scope, signal) =>
        client.capabilities(scope, { signal }),
      ),
    );
    this.organization = new ResourceController(host, () => {
      const { client, organization } = context;
      if (!client || !organization || !isOpen()) return undefined;
      return organizationQuery(client, organization.organizationId);
    });
    this.roles = new ResourceController(host, () =>
      this.#whenOpen(
        this.capabilities.value?.organizationRoles?.list,
        'organizationRoles',
        (client, scope, signal) => client.organizationRoles.list(scope, { signal }),
      ),
    );
    this.applications = new ResourceController(host, () =>
      this.#whenOpen(
        this.capabilities.value?.applications?.list,
        'applications',
        (client, scope, signal) => client.applications.list(scope, { signal }),
      ),
    );
    this.me = new ResourceController(host, () =>
      this.#whenOpen(true, 'me', (client, scope, signal) => client.me.get(scope, { signal })),
    );
  }

  /** Whether the server is known to invite nobody. */
  get impossible(): boolean {
    return this.capabilities.value !== undefined && !this.capabilities.value.invitations;
  }

  /** Whether the server takes many people in one call, and not one by one. */
  get inBulk(): boolean {
    return (this.capabilities.value?.invitations?.bulkLimit ?? 1) > 1;
  }

  /** The most that can be invited at once; where people are invited one by one there is no end. */
  get most(): number {
    return this.inBulk ? (this.capabilities.value?.invitations?.bulkLimit ?? 1) : Infinity;
  }

  /** Whether it is known what people become who are invited. */
  get knowsRoles(): boolean {
    const { value } = this.capabilities;
    return (
      value !== undefined && (!value.organizationRoles?.list || this.roles.value !== undefined)
    );
  }

  /** Judges each address by what is known. */
  judge(list: readonly Invitee[]): Judged<Invitee>[] {
    return judged(list, {
      own: this.me.value?.email,
      most: this.most,
      roleVerdict: (role) => {
        if (!this.knowsRoles) return undefined;
        const named = this.#named(role);
        if (!named) return 'unknownRole';
        return named.every(({ assignable }) => assignable === true) ? undefined : 'refusedRole';
      },
    });
  }

  /** The organization roles that one person is to get: those of the list, or else those of all. */
  rolesOf({ role }: Invitee, { organizationRoleIds }: InviteDraft): readonly string[] {
    const own = role ? this.#named(role)?.map(({ roleId }) => roleId) : undefined;
    return own ?? organizationRoleIds ?? usualRoles(this.roles.value?.items ?? []);
  }

  /** How the roles are called that a list names for somebody. */
  roleNamed(text: string): string {
    const names = this.#named(text)?.map((role) => roleName(this.#words(), role));
    return names?.join(' · ') ?? text;
  }

  /** Whether something is still on its way. */
  get loading(): boolean {
    const { capabilities, organization, roles, applications } = this;
    const can = capabilities.value;
    return [
      can ? undefined : capabilities,
      organization,
      can?.organizationRoles?.list ? roles : undefined,
      can?.applications?.list ? applications : undefined,
    ].some((one) => one && !one.value && !one.error);
  }

  /** Asks again for what could not be loaded. */
  readonly retry = (): void => {
    for (const resource of this.#all) if (resource.error) resource.reload();
  };

  get #all() {
    return [this.capabilities, this.organization, this.roles, this.applications, this.me];
  }

  #named(role: string) {
    return namedRoles(this.#words(), this.roles.value?.items ?? [], role);
  }

  #whenOpen<T>(
    can: boolean | undefined,
    name: string,
    fetch: (client: DirectoryClient, scope: Scope, signal: AbortSignal) => Promise<T>,
  ) {
    return can && this.#isOpen() ? this.#about(name, fetch) : undefined;
  }

  #about<T>(
    name: string,
    fetch: (client: DirectoryClient, scope: Scope, signal: AbortSignal) => Promise<T>,
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
