import type { Impact, RoleGroup, RoleGroupChange, RoleGroupCreation } from '@tesserakit/contract';
import type { ApplicationScope } from './applications.ts';
import type { CallOptions, Confirmed, Expected, Offer, WriteOptions } from './calls.ts';

/** One role group of an application. */
export interface RoleGroupScope extends ApplicationScope {
  readonly roleGroupId: string;
}

/** Bundles in which organizations are given roles; for platform administrators. */
export interface RoleGroupDirectory {
  list(scope: ApplicationScope, options?: CallOptions): Promise<Offer<RoleGroup>>;
  /** @throws TesseraError `validation_failed` for a role that is not of the application */
  create(
    creation: ApplicationScope & RoleGroupCreation,
    options?: WriteOptions,
  ): Promise<RoleGroup>;
  /** What `update` would take away. */
  previewUpdate(change: RoleGroupScope & RoleGroupChange, options?: WriteOptions): Promise<Impact>;
  /**
   * Changes a role group for all organizations that have it. A role that leaves it is taken from
   * members who had it through this group alone.
   * @throws TesseraError `validation_failed`, `impact_unconfirmed`
   */
  update(
    change: RoleGroupScope & RoleGroupChange & Expected & Confirmed,
    options?: WriteOptions,
  ): Promise<RoleGroup>;
  previewDelete(scope: RoleGroupScope, options?: CallOptions): Promise<Impact>;
  /** Deletes a role group for good; its roles stay. @throws TesseraError `impact_unconfirmed` */
  delete(scope: RoleGroupScope & Expected & Confirmed, options?: WriteOptions): Promise<void>;
}
