import type {
  Exposure,
  Impact,
  ManagedOrganization,
  ManagedOrganizationCreation,
  RoleGroupsChange,
} from '@tesserakit/contract';
import type {
  CallOptions,
  Confirmed,
  Expected,
  OrganizationScope,
  Page,
  WriteOptions,
} from './calls.ts';
import type { OrganizationsQuery } from './organizations.ts';

/** The share that an organization has of one application. */
export interface ShareScope extends OrganizationScope {
  readonly applicationId: string;
}

export interface ManagedOrganizationsQuery extends OrganizationsQuery {
  /** Which of those below; one level unless told otherwise. */
  readonly levels?: 'one' | 'all' | undefined;
}

/** Organizations that an organization looks after, each within the applications it does it for. */
export interface ManagedOrganizationDirectory {
  /** Those below, by name; one level unless told otherwise. @throws TesseraError `forbidden` without `managed-organizations:read` */
  list(
    query: OrganizationScope & ManagedOrganizationsQuery,
    options?: CallOptions,
  ): Promise<Page<ManagedOrganization>>;
  /**
   * Makes an organization below, for one application. The caller does not become a member of it.
   * @throws TesseraError `application_not_onboarded`, `role_outside_ceiling` for role groups that are
   *   not exposed, `depth_exceeded`, `already_exists` for the slug
   */
  create(
    creation: OrganizationScope & ManagedOrganizationCreation,
    options?: WriteOptions,
  ): Promise<ManagedOrganization>;
  /** What `setRoleGroups` would take away; nothing is done. @throws TesseraError as `setRoleGroups` */
  previewSetRoleGroups(
    change: ShareScope & RoleGroupsChange,
    options?: CallOptions,
  ): Promise<Impact>;
  /**
   * Replaces the role groups that a managed organization may hand out; for those above it. What
   * falls away is taken from its members and from all below at once. `version` is the application's.
   * @throws TesseraError `role_outside_ceiling`, `application_not_onboarded`, `impact_unconfirmed`
   */
  setRoleGroups(
    change: ShareScope & RoleGroupsChange & Confirmed & Expected,
    options?: WriteOptions,
  ): Promise<ManagedOrganization>;
  /** What `expose` would take away; nothing is done. @throws TesseraError as `expose` */
  previewExpose(change: ShareScope & RoleGroupsChange, options?: CallOptions): Promise<Impact>;
  /**
   * Replaces the role groups that those below may be given. What is exposed no more is taken from
   * them at once, and does not come back by itself. `version` is the application's.
   * @throws TesseraError `role_outside_ceiling`, `application_not_onboarded`, `impact_unconfirmed`
   */
  expose(
    change: ShareScope & RoleGroupsChange & Confirmed & Expected,
    options?: WriteOptions,
  ): Promise<Exposure>;
}
