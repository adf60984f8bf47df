import type {
  Member,
  MemberAddition,
  MemberBulkAction,
  MemberBulkResult,
  MemberChange,
  MemberOrder,
  MemberSession,
  MemberSource,
  MemberStatus,
} from '@tesserakit/contract';
import type {
  CallOptions,
  OrganizationScope,
  WriteOptions,
  Expected,
  List,
  ListQuery,
  Page,
} from './calls.ts';

/** One member of an organization. */
export interface MemberScope extends OrganizationScope {
  readonly userId: string;
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

/** People in an organization. */
export interface MemberDirectory {
  /** @throws TesseraError `forbidden` without `members:read`; `cursor_invalid` with a cursor of another query */
  list(query: MemberQuery, options?: CallOptions): Promise<Page<Member>>;
  /** One's own membership can always be read. @throws TesseraError `forbidden`, `not_found` */
  get(scope: MemberScope, options?: CallOptions): Promise<Member>;
  /**
   * Makes a person of the tenant a member at once, with the default roles of the organization's
   * applications as far as there are seats. Nothing of an earlier membership comes back.
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
  /**
   * Where a member acts for the organization now, newest first; of other organizations nothing is
   * told. @throws TesseraError `forbidden` without `members:suspend`
   */
  listSessions(scope: MemberScope, options?: CallOptions): Promise<List<MemberSession>>;
  /**
   * Ends a member's codes and refresh tokens for this organization and no other. The person may sign
   * in again; to shut them out, suspend. @throws TesseraError `escalation_refused`
   */
  endSessions(scope: MemberScope & Expected, options?: WriteOptions): Promise<void>;
}
