import type {
  Impact,
  User,
  UserAddition,
  UserChange,
  UserDetails,
  UserMembership,
  UserOrder,
  UserStatus,
} from '@tesserakit/contract';
import type { CallOptions, Confirmed, Expected, ListQuery, Page, WriteOptions } from './calls.ts';

export interface UserQuery extends ListQuery {
  readonly status?: UserStatus | undefined;
  /** With a leading `-`, downwards. */
  readonly sort?: UserOrder | undefined;
}

/** One person of the tenant. */
export interface UserScope {
  readonly userId: string;
}

/**
 * People of the tenant; platform administrators only, in the Admin Portal. Everybody else is refused
 * with `forbidden`, whether the person exists or not.
 */
export interface UserDirectory {
  /** By name, unless another order is asked for. @throws TesseraError `forbidden` */
  list(query?: UserQuery, options?: CallOptions): Promise<Page<User>>;
  /** With the first hundred of their organizations. @throws TesseraError `not_found` */
  get(scope: UserScope, options?: CallOptions): Promise<UserDetails>;
  /** What a person is in each of their organizations, by name. @throws TesseraError `not_found` */
  listOrganizations(
    query: UserScope & ListQuery,
    options?: CallOptions,
  ): Promise<Page<UserMembership>>;
  /**
   * Adds a person, in no organization and without a password; nothing proves the address.
   * @throws TesseraError `already_exists` for an address that somebody has, however it is spelled
   */
  create(addition: UserAddition, options?: WriteOptions): Promise<User>;
  /**
   * Changes a profile (`null` takes away). Another address is not verified, and ends the invitations
   * and links that were sent to the old one; sessions and memberships stay.
   * @throws TesseraError `already_exists`
   */
  update(change: UserScope & UserChange & Expected, options?: WriteOptions): Promise<User>;
  /**
   * Shuts a person out everywhere: sessions, codes and refresh tokens end. Memberships stay.
   * @throws TesseraError `last_administrator`, `self_change_refused`, `already_exists` for one who is
   */
  disable(scope: UserScope & Expected, options?: WriteOptions): Promise<User>;
  /** Lets a person in again; ended sessions stay ended. @throws TesseraError `already_exists` */
  enable(scope: UserScope & Expected, options?: WriteOptions): Promise<User>;
  /** What `delete` would do; nothing is done. @throws TesseraError as `delete` */
  previewDelete(scope: UserScope, options?: CallOptions): Promise<Impact>;
  /**
   * Deletes a person for good, with memberships, grants, keys and sessions. Whoever has the address
   * next is somebody else.
   * @throws TesseraError `last_administrator`, `self_change_refused`, `impact_unconfirmed`
   */
  delete(scope: UserScope & Confirmed & Expected, options?: WriteOptions): Promise<void>;
  /**
   * Takes the password away, ends the sessions, and mails a link that is good for an hour. Refresh
   * tokens that outlive a session end where the application says so.
   */
  resetPassword(scope: UserScope & Expected, options?: WriteOptions): Promise<User>;
}
