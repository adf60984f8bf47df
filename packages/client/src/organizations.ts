import type {
  Impact,
  Organization,
  OrganizationChange,
  OrganizationChoice,
  OrganizationCreation,
  OrganizationMove,
  OrganizationStatus,
  OwnershipTransfer,
  SlugAnswer,
} from '@tesserakit/contract';
import type {
  CallOptions,
  Confirmed,
  Expected,
  ListQuery,
  OrganizationScope,
  Page,
  WriteOptions,
} from './calls.ts';
import type { OwnScope } from './invitations.ts';

export interface OrganizationsQuery extends ListQuery {
  readonly status?: OrganizationStatus | undefined;
}

/** A slug that somebody thinks of. */
export interface SlugScope {
  readonly slug: string;
  /** The organization that the caller acts for, if any; the token is asked for it. */
  readonly organizationId?: string | undefined;
}

/** Customers, partners, branches. */
export interface OrganizationDirectory {
  /**
   * The organizations the caller may act for, last used first; each says whether it gives entry now.
   * Asked on behalf of one of them, or of the person themselves.
   */
  list(query: OwnScope & ListQuery, options?: CallOptions): Promise<Page<OrganizationChoice>>;
  /** Every organization of the tenant, by name. @throws TesseraError `forbidden` but for platform administrators */
  listAll(query?: OrganizationsQuery, options?: CallOptions): Promise<Page<Organization>>;
  /** @throws TesseraError `not_found` */
  get(scope: OrganizationScope, options?: CallOptions): Promise<Organization>;
  /**
   * Makes an organization that nobody manages; for platform administrators. Whoever is named becomes
   * its administrator at once; without, somebody is to be invited.
   * @throws TesseraError `already_exists` for a slug that is or ever was somebody's
   */
  create(creation: OrganizationCreation, options?: WriteOptions): Promise<Organization>;
  /** `true`, or why a new organization cannot have the slug. @throws TesseraError `forbidden` without `managed-organizations:create` */
  slugAvailable(scope: SlugScope, options?: CallOptions): Promise<SlugAnswer>;
  /**
   * Changes the profile: what is left out stays; what is given replaces all of its kind; `null` takes
   * away. `authentication` counts in every application, so a parent meets `not_found` with it.
   * @throws TesseraError `already_exists` for a slug that is or ever was another's
   */
  update(
    change: OrganizationScope & OrganizationChange & Expected,
    options?: WriteOptions,
  ): Promise<Organization>;
  /**
   * Shuts an organization out, with all below that have an application through it; for its parent.
   * Members, roles and grants stay for `reactivate`.
   * @throws TesseraError `organization_suspended`
   */
  suspend(scope: OrganizationScope & Expected, options?: WriteOptions): Promise<Organization>;
  /** Lets a suspended organization in again; sessions stay ended. @throws TesseraError `already_exists` when it is active */
  reactivate(scope: OrganizationScope & Expected, options?: WriteOptions): Promise<Organization>;
  /** What `delete` would take with it; nothing is done. @throws TesseraError as `delete` */
  previewDelete(scope: OrganizationScope, options?: CallOptions): Promise<Impact>;
  /**
   * Deletes an organization with members, grants, invitations, domains, connections, tokens and keys,
   * and with all that it manages. Profiles of people stay; its slug is nobody else's ever.
   * @throws TesseraError `impact_unconfirmed` without the token of the preview; `forbidden` for who
   *   is managed, and for a parent when it holds applications that the parent does not manage
   */
  delete(scope: OrganizationScope & Confirmed & Expected, options?: WriteOptions): Promise<void>;
  /**
   * Makes another active member the administrator and ends the caller's own administration, in one.
   * @throws TesseraError `self_change_refused`, `not_joined`, `member_suspended`, `no_access` for
   *   a disabled person, `last_administrator` for one whose membership ends by itself
   */
  transferOwnership(
    transfer: OrganizationScope & OwnershipTransfer & Expected,
    options?: WriteOptions,
  ): Promise<void>;
  /**
   * Ends the caller's own membership with its grants; `version` is the membership's.
   * @throws TesseraError `last_administrator`
   */
  leave(scope: OrganizationScope & Expected, options?: WriteOptions): Promise<void>;
  /** What `move` would take from it; without a parent, to the root. @throws TesseraError as `move` */
  previewMove(
    move: OrganizationScope & { readonly parentOrganizationId?: string | undefined },
    options?: CallOptions,
  ): Promise<Impact>;
  /**
   * Puts an organization, with all below it, under another, or at the root for `null`; for platform
   * administrators. It keeps what the new parent hands on of what it had from the old one.
   * @throws TesseraError `cycle_refused`, `depth_exceeded`, `impact_unconfirmed`,
   *   `last_administrator` for a root that nobody would administer
   */
  move(
    move: OrganizationScope & OrganizationMove & Confirmed & Expected,
    options?: WriteOptions,
  ): Promise<Organization>;
}
