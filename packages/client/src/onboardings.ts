import type {
  Application,
  Impact,
  OnboardingChange,
  OnboardingCreation,
} from '@tesserakit/contract';
import type { CallOptions, Confirmed, Expected, OrganizationScope, WriteOptions } from './calls.ts';

/** One application of one organization. */
export interface OnboardingScope extends OrganizationScope {
  readonly applicationId: string;
}

/** What organizations are given of applications: by the platform, or by the parent that manages them. */
export interface OnboardingDirectory {
  /**
   * Gives an organization an application. From a parent, at most what the parent exposes.
   * @throws TesseraError `already_exists`, `application_not_onboarded` where the parent does not
   *   have it, `role_outside_ceiling`; `validation_failed` for an application without organizations
   *   and for roles, role groups and connections that are not of the application
   */
  create(
    creation: OrganizationScope & OnboardingCreation,
    options?: WriteOptions,
  ): Promise<Application>;
  /** What `update` would take away. */
  previewUpdate(
    change: OnboardingScope & OnboardingChange,
    options?: WriteOptions,
  ): Promise<Impact>;
  /**
   * Changes what the organization may hand out. Default roles and grants that come to lie outside
   * are taken away at once, here and in the organizations below.
   * @throws TesseraError `seat_limit_reached` for fewer seats than are used, `role_outside_ceiling`,
   *   `impact_unconfirmed`
   */
  update(
    change: OnboardingScope & OnboardingChange & Expected & Confirmed,
    options?: WriteOptions,
  ): Promise<Application>;
  /**
   * Replaces the roles that new members get; present members keep what they have.
   * @throws TesseraError `role_outside_ceiling`
   */
  setDefaults(
    change: OnboardingScope & { readonly defaultRoleIds: readonly string[] } & Expected,
    options?: WriteOptions,
  ): Promise<Application>;
  previewWithdraw(scope: OnboardingScope, options?: CallOptions): Promise<Impact>;
  /**
   * Takes an application away, with its grants and refresh tokens, also from the organizations below
   * that have it from there. Memberships and connections stay.
   * @throws TesseraError `impact_unconfirmed`
   */
  withdraw(scope: OnboardingScope & Expected & Confirmed, options?: WriteOptions): Promise<void>;
}
