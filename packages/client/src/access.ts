import type {
  AccessBulk,
  AccessBulkResult,
  AccessChange,
  AccessExplanation,
  AccessStanding,
  AccessWindow,
  MemberAccess,
} from '@tesserakit/contract';
import type { CallOptions, OrganizationScope, WriteOptions, Expected } from './calls.ts';
import type { MemberScope } from './members.ts';

/** One application for one member. */
export interface AccessScope extends MemberScope {
  readonly applicationId: string;
}

/** A window of the matrix: some members, by name, and some of the applications. */
export interface AccessMatrixQuery extends OrganizationScope {
  /** Words to find in names and addresses. */
  readonly search?: string | undefined;
  /** How many rows come before the window. */
  readonly first?: number | undefined;
  /** Most rows of the window: up to `capabilities.access.matrixLimit`. */
  readonly limit?: number | undefined;
  /** The columns: ids with commas in between; all of them without it. */
  readonly applications?: string | undefined;
  /** `roleId` of an application's role. */
  readonly role?: string | undefined;
  /** How members stand to {@link application}, or to any. */
  readonly standing?: AccessStanding | undefined;
  readonly application?: string | undefined;
}

/** What members were given of the organization's applications. */
export interface AccessDirectory {
  /** One's own can always be read. @throws TesseraError `forbidden`, `not_found` */
  list(
    scope: MemberScope,
    options?: CallOptions,
  ): Promise<{ readonly items: readonly MemberAccess[] }>;
  /**
   * Who may use what, for as much of it as a person looks at. Rows go by place and not by cursor, so
   * that a grid can be scrolled anywhere; whoever keeps windows goes by the ids in them.
   * @throws TesseraError `forbidden` without `members:read` and `access:read`
   */
  matrix(query: AccessMatrixQuery, options?: CallOptions): Promise<AccessWindow>;
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
  /**
   * Up to 2,000 grants, each judged for itself and against its own version; `null` roles withdraw.
   * Refusals are in the answer.
   */
  bulk(change: OrganizationScope & AccessBulk, options?: WriteOptions): Promise<AccessBulkResult>;
}
