import type {
  AccessBulk,
  AccessBulkResult,
  AccessChange,
  AccessExplanation,
  Application,
  AuditEvent,
  Capabilities,
  Me,
  Member,
  MemberAccess,
  MemberAddition,
  MemberBulkAction,
  MemberBulkResult,
  MemberChange,
  MemberOrder,
  MemberSource,
  MemberStatus,
  Organization,
  OrganizationChoice,
  OrganizationRole,
} from '@tesserakit/contract';

/** What every call takes beside its own parameters. */
export interface CallOptions {
  /** Ends the call with {@link TesseraError} `aborted`. */
  readonly signal?: AbortSignal | undefined;
}

/** The organization that the caller acts for; the token is asked for it. */
export interface OrganizationScope {
  readonly organizationId: string;
}

/** What every write takes beside its own parameters. */
export interface WriteOptions extends CallOptions {
  /** The same key is done once, however often it is sent. One per deed of a person. */
  readonly idempotencyKey?: string | undefined;
}

/** What a write may say about what the caller looked at. */
export interface Expected {
  /** The `version` that was read; another one by now is refused with `version_conflict`. */
  readonly version?: number | undefined;
}

/** One member of an organization. */
export interface MemberScope extends OrganizationScope {
  readonly userId: string;
}

/** Which part of a list is wanted. */
export interface ListQuery {
  /** Words to find; what is searched, and how, is the backend's matter. */
  readonly search?: string | undefined;
  /** Most items in the answer; the backend may give fewer. */
  readonly limit?: number | undefined;
  /** `nextCursor` of the page before, with the same other parameters. */
  readonly cursor?: string | undefined;
}

/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Where the next page starts; `null` on the last one. */
  readonly nextCursor: string | null;
  /** How many there are over all pages; `null` where the backend does not count. */
  readonly total: number | null;
}

export interface MemberQuery extends OrganizationScope, ListQuery {
  readonly status?: MemberStatus | undefined;
  /** `roleId` of an organization role. */
  readonly organizationRole?: string | undefined;
  /** `roleId` of an application's role. */
  readonly applicationRole?: string | undefined;
  /** Members who were given the application. */
  readonly application?: string | undefined;
  /** How they became members. */
  readonly source?: MemberSource | undefined;
  /** A key of `capabilities.members.sorts`; with a leading `-`, downwards. */
  readonly sort?: MemberOrder | undefined;
}

/** One application for one member. */
export interface AccessScope extends MemberScope {
  readonly applicationId: string;
}

export interface AuditQuery extends OrganizationScope, Omit<ListQuery, 'search'> {
  /** As `<noun>.<verb>`. */
  readonly action?: string | undefined;
  /** Id of who acted. */
  readonly actor?: string | undefined;
  /** Id of what it was about. */
  readonly target?: string | undefined;
  readonly outcome?: 'success' | 'denied' | undefined;
  /** From this moment, in ISO 8601; `until` is the first moment that is left out. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/**
 * A directory of organizations, as the elements need it. Whoever has a backend implements this;
 * whoever speaks the reference contract calls {@link createClient}.
 *
 * Every method fails with {@link TesseraError} and nothing else. What lies out of the caller's
 * reach is refused with `not_found`, whether it exists or not.
 */
export interface DirectoryClient {
  /**
   * Names the person behind the client, so that nothing of one is ever shown to another: issuer and
   * subject in one text. Constant while the same person is signed in.
   */
  identity(): string;

  /** What the backend can do for an organization. */
  capabilities(scope: OrganizationScope, options?: CallOptions): Promise<Capabilities>;

  readonly me: {
    /** Who the caller is, in the organization. */
    get(scope: OrganizationScope, options?: CallOptions): Promise<Me>;
  };

  readonly organizations: {
    /** The organizations the caller may act for, last used first; each says whether it gives entry now. */
    list(
      query: OrganizationScope & ListQuery,
      options?: CallOptions,
    ): Promise<Page<OrganizationChoice>>;
    /** @throws TesseraError `not_found` */
    get(scope: OrganizationScope, options?: CallOptions): Promise<Organization>;
  };

  /** People in an organization. */
  readonly members: {
    /** @throws TesseraError `forbidden` without `members:read`; `cursor_invalid` with a cursor of another query */
    list(query: MemberQuery, options?: CallOptions): Promise<Page<Member>>;
    /** One's own membership can always be read. @throws TesseraError `forbidden`, `not_found` */
    get(scope: MemberScope, options?: CallOptions): Promise<Member>;
    /**
     * Makes a person of the tenant a member at once. Nothing of an earlier membership comes back.
     * @throws TesseraError `already_member`, `member_suspended`, `escalation_refused`
     */
    add(addition: OrganizationScope & MemberAddition, options?: WriteOptions): Promise<Member>;
    /**
     * Changes what the organization notes about a member (`null` takes away), never the profile. An
     * `expiresAt` in the past is refused with `validation_failed`.
     * @throws TesseraError `last_administrator` for an end of the last administrator's membership
     */
    update(change: MemberScope & MemberChange & Expected, options?: WriteOptions): Promise<Member>;
    /**
     * Shuts a member out; roles and grants stay for `reactivate`.
     * @throws TesseraError `last_administrator`, `self_change_refused`, `not_joined`, `member_suspended`
     */
    suspend(scope: MemberScope & Expected, options?: WriteOptions): Promise<Member>;
    /** Lets a suspended member in again. @throws TesseraError `already_member`, `not_joined` */
    reactivate(scope: MemberScope & Expected, options?: WriteOptions): Promise<Member>;
    /**
     * Ends a membership with its grants; the profile and other memberships stay.
     * @throws TesseraError `last_administrator`, `self_change_refused`, `escalation_refused`
     */
    remove(scope: MemberScope & Expected, options?: WriteOptions): Promise<void>;
    /**
     * Replaces a member's organization roles.
     * @throws TesseraError `escalation_refused`, `self_change_refused`, `last_administrator`
     */
    setOrganizationRoles(
      change: MemberScope & { readonly organizationRoleIds: readonly string[] } & Expected,
      options?: WriteOptions,
    ): Promise<Member>;
    /** The same for up to 1,000 members, each judged for itself; refusals are in the answer. */
    bulk(
      selection: OrganizationScope & MemberBulkAction,
      options?: WriteOptions,
    ): Promise<MemberBulkResult>;
  };

  /** What members were given of the organization's applications. */
  readonly access: {
    /** One's own can always be read. @throws TesseraError `forbidden`, `not_found` */
    list(
      scope: MemberScope,
      options?: CallOptions,
    ): Promise<{ readonly items: readonly MemberAccess[] }>;
    /** Why a member may or may not enter an application, condition by condition. */
    explain(scope: AccessScope, options?: CallOptions): Promise<AccessExplanation>;
    /**
     * Replaces a member's roles in an application. Roles that stay keep their source; other
     * applications are left untouched.
     * @throws TesseraError `role_outside_ceiling`, `application_not_onboarded`,
     *   `self_change_refused`, `seat_limit_reached`, `escalation_refused`
     */
    grant(
      change: AccessScope & AccessChange & Expected,
      options?: WriteOptions,
    ): Promise<MemberAccess>;
    /** Takes the grant away, roles and all. @throws TesseraError `not_found` without a grant */
    withdraw(scope: AccessScope & Expected, options?: WriteOptions): Promise<void>;
    /** Up to 2,000 grants, each judged for itself; `null` roles withdraw. Refusals are in the answer. */
    bulk(change: OrganizationScope & AccessBulk, options?: WriteOptions): Promise<AccessBulkResult>;
  };

  readonly organizationRoles: {
    /** The catalogue of the tenant, each role with whether the caller may hand it out. */
    list(
      scope: OrganizationScope,
      options?: CallOptions,
    ): Promise<{ readonly items: readonly OrganizationRole[] }>;
  };

  readonly applications: {
    /** The applications that the organization is onboarded to. */
    list(scope: OrganizationScope, options?: CallOptions): Promise<Page<Application>>;
  };
  readonly audit: {
    /** What happened in the organization or was done on its behalf, newest first. */
    list(query: AuditQuery, options?: CallOptions): Promise<Page<AuditEvent>>;
  };
}
