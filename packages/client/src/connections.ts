import type {
  Connection,
  ConnectionChange,
  ConnectionSetup,
  ConnectionStatus,
  ConnectionTest,
  Impact,
  KeptConnection,
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

/** One connection of an organization. */
export interface ConnectionScope extends OrganizationScope {
  readonly connectionId: string;
}

export interface ConnectionQuery extends OrganizationScope, ListQuery {
  readonly status?: ConnectionStatus | undefined;
}

/** An organization's own identity providers. Secrets are taken and never given out. */
export interface ConnectionDirectory {
  /** By name. @throws TesseraError `forbidden` without `connections:manage` */
  list(query: ConnectionQuery, options?: CallOptions): Promise<Page<Connection>>;
  get(scope: ConnectionScope, options?: CallOptions): Promise<Connection>;
  /**
   * Sets one up as a draft. Roles that the organization has not to give are left out and told.
   * @throws TesseraError `application_not_onboarded`; `validation_failed` also for addresses that are
   *   not public ones of the web
   */
  create(
    setup: OrganizationScope & ConnectionSetup,
    options?: WriteOptions,
  ): Promise<KeptConnection>;
  /**
   * Changes settings (`null` takes away). Those that decide whom people are sent to and believed
   * from make the last test count no more; a connection in force is then out of it.
   * @throws TesseraError as `create`
   */
  update(
    change: ConnectionScope & ConnectionChange & Expected,
    options?: WriteOptions,
  ): Promise<KeptConnection>;
  /**
   * Tries a sign-in; that it did not pass is in the answer.
   * @throws TesseraError `version_conflict` when the settings were changed meanwhile
   */
  test(scope: ConnectionScope & Expected, options?: WriteOptions): Promise<ConnectionTest>;
  /**
   * Puts it in force, for its application where it is for one.
   * @throws TesseraError `domain_unverified` without an owned domain, `step_up_required` without a
   *   test that passed, `already_exists` where another is in force for the same
   */
  enable(scope: ConnectionScope & Expected, options?: WriteOptions): Promise<Connection>;
  /** Puts it out of force; settings and test stay. @throws TesseraError `not_found` when it is not in force */
  disable(scope: ConnectionScope & Expected, options?: WriteOptions): Promise<Connection>;
  /** What `delete` would do beside it; changes nothing. */
  previewDelete(scope: ConnectionScope, options?: CallOptions): Promise<Impact>;
  /**
   * Deletes it for good, with its secret; members stay, and applications that used it go back to the usual.
   * @throws TesseraError `impact_unconfirmed`
   */
  delete(scope: ConnectionScope & Confirmed & Expected, options?: WriteOptions): Promise<void>;
}
