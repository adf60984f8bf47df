import type { Holders, Impact, Role, RoleChange, RoleCreation } from '@tesserakit/contract';
import type { ApplicationScope } from './applications.ts';
import type { CallOptions, Confirmed, Expected, Offer, WriteOptions } from './calls.ts';

/** One role of an application. */
export interface RoleScope extends ApplicationScope {
  readonly roleId: string;
}

/** Roles of applications; for platform administrators. */
export interface RoleDirectory {
  list(scope: ApplicationScope, options?: CallOptions): Promise<Offer<Role>>;
  /**
   * Adds a role, which no organization may hand out yet.
   * @throws TesseraError `already_exists` for a key that another role of the application has
   */
  create(creation: ApplicationScope & RoleCreation, options?: WriteOptions): Promise<Role>;
  /** How many people were given a role, whether it counts now or not. */
  holders(scope: RoleScope, options?: CallOptions): Promise<Holders>;
  /** Changes a role for all who have it, from their next token on. The key stays. */
  update(change: RoleScope & RoleChange & Expected, options?: WriteOptions): Promise<Role>;
  previewDelete(scope: RoleScope, options?: CallOptions): Promise<Impact>;
  /**
   * Deletes a role for good: role groups, onboardings, connections and grants lose it in one step.
   * @throws TesseraError `impact_unconfirmed`
   */
  delete(scope: RoleScope & Expected & Confirmed, options?: WriteOptions): Promise<void>;
}
