import type {
  AccessBulk,
  AccessBulkResult,
  AccessChange,
  AccessExplanation,
  MemberAccess,
} from '@tesserakit/contract';
import type { CallOptions, OrganizationScope, WriteOptions, Expected } from './calls.ts';
import type { MemberScope } from './members.ts';

/** One application for one member. */
export interface AccessScope extends MemberScope {
  readonly applicationId: string;
}

/** What members were given of the organization's applications. */
export interface AccessDirectory {
  /** One's own can always be read. @throws TesseraError `forbidden`, `not_found` */
  list(
    scope: MemberScope,
    options?: CallOptions,
  ): Promise<{ readonly items: readonly MemberAccess[] }>;
  /** Why a member may or may not enter an application, condition by condition. */
  explain(scope: AccessScope, options?: CallOptions): Promise<AccessExplanation>;
  /**
   * Replaces a member's roles in an application. Roles that stay keep their source; other
   * applications are left untouched.
   * @throws TesseraError `role_outside_ceiling`, `application_not_onboarded`,
   *   `self_change_refused`, `seat_limit_reached`, `escalation_refused`
   */
  grant(
    change: AccessScope & AccessChange & Expected,
    options?: WriteOptions,
  ): Promise<MemberAccess>;
  /** Takes the grant away, roles and all. @throws TesseraError `not_found` without a grant */
  withdraw(scope: AccessScope & Expected, options?: WriteOptions): Promise<void>;
  /** Up to 2,000 grants, each judged for itself; `null` roles withdraw. Refusals are in the answer. */
  bulk(change: OrganizationScope & AccessBulk, options?: WriteOptions): Promise<AccessBulkResult>;
}
