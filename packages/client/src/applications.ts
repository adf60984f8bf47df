import type {
  Application,
  ApplicationChange,
  ApplicationCreation,
  Impact,
  TenantApplication,
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

/** One application of the tenant. */
export interface ApplicationScope {
  readonly applicationId: string;
}

/** Products that customers use. What is not about one organization is the platform's alone. */
export interface ApplicationDirectory {
  /** The applications that the organization is onboarded to. */
  list(scope: OrganizationScope, options?: CallOptions): Promise<Page<Application>>;
  /** The applications of the tenant, by name. */
  listAll(query?: ListQuery, options?: CallOptions): Promise<Page<TenantApplication>>;
  /** Adds an application, without roles, clients and organizations. */
  create(creation: ApplicationCreation, options?: WriteOptions): Promise<TenantApplication>;
  /**
   * Changes an application; `null` takes the picture or the address away. Disabling ends every refresh
   * token of it, and nobody enters until it is active again; grants stay.
   * @throws TesseraError `validation_failed` for the audience `b2c` while organizations have it
   */
  update(
    change: ApplicationScope & ApplicationChange & Expected,
    options?: WriteOptions,
  ): Promise<TenantApplication>;
  previewDelete(scope: ApplicationScope, options?: CallOptions): Promise<Impact>;
  /**
   * Deletes an application for good, with its roles, role groups and clients, the onboardings,
   * grants and connections that are for it, and every refresh token. Memberships stay.
   * @throws TesseraError `impact_unconfirmed`
   */
  delete(scope: ApplicationScope & Expected & Confirmed, options?: WriteOptions): Promise<void>;
}
