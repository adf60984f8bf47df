import type {
  Holders,
  Impact,
  OrganizationRole,
  OrganizationRoleChange,
  OrganizationRoleCreation,
  OrganizationRoleList,
} from '@tesserakit/contract';
import type {
  CallOptions,
  Confirmed,
  Expected,
  Offer,
  OrganizationScope,
  WriteOptions,
} from './calls.ts';

/** One organization role of the tenant. */
export interface OrganizationRoleScope {
  readonly roleId: string;
}

/** The catalogue, with what the caller may add to it. */
export interface OrganizationRoleOffer extends Offer<OrganizationRole> {
  /** Everything that a role may allow, each with whether the caller may put it into one. */
  readonly permissions?: OrganizationRoleList['permissions'] | undefined;
}

/** What members may administer. The catalogue is the tenant's; platform administrators write it. */
export interface OrganizationRoleDirectory {
  /** The catalogue of the tenant, each role with whether the caller may hand it out. */
  list(scope: OrganizationScope, options?: CallOptions): Promise<OrganizationRoleOffer>;
  /** The same catalogue, outside any organization. */
  listAll(scope?: Record<never, never>, options?: CallOptions): Promise<OrganizationRoleOffer>;
  /**
   * Adds a role. Nobody makes one that can do more than they can.
   * @throws TesseraError `escalation_refused`, `already_exists` for a name that is taken
   */
  create(creation: OrganizationRoleCreation, options?: WriteOptions): Promise<OrganizationRole>;
  /** How many people have a role. */
  holders(scope: OrganizationRoleScope, options?: CallOptions): Promise<Holders>;
  /**
   * Changes a role for all who have it, at once.
   * @throws TesseraError `forbidden` for a built-in one, `escalation_refused`, `already_exists`
   */
  update(
    change: OrganizationRoleScope & OrganizationRoleChange & Expected,
    options?: WriteOptions,
  ): Promise<OrganizationRole>;
  previewDelete(scope: OrganizationRoleScope, options?: CallOptions): Promise<Impact>;
  /**
   * Deletes a role for good: members lose it in one step, and invitations that promise it give
   * nothing for it.
   * @throws TesseraError `forbidden` for a built-in one, `impact_unconfirmed`
   */
  delete(
    scope: OrganizationRoleScope & Expected & Confirmed,
    options?: WriteOptions,
  ): Promise<void>;
}
