import type {
  Domain,
  DomainChallengeRequest,
  DomainChange,
  DomainClaim,
  DomainRecheck,
  DomainStatus,
  DomainVerification,
  Impact,
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

/** One domain of an organization. */
export interface DomainScope extends OrganizationScope {
  readonly domainId: string;
}

export interface DomainQuery extends OrganizationScope, ListQuery {
  readonly status?: DomainStatus | undefined;
}

/** Domains that an organization says are its own. They do nothing until they are verified. */
export interface DomainDirectory {
  /** By name. @throws TesseraError `forbidden` without `domains:manage` */
  list(query: DomainQuery, options?: CallOptions): Promise<Page<Domain>>;
  get(scope: DomainScope, options?: CallOptions): Promise<Domain>;
  /**
   * Names a domain; others may name it too until somebody proves it. With `dns`, the answer says
   * which text record to set.
   * @throws TesseraError `public_domain`, `already_exists`, `domain_taken` also for a name that can
   *   be taken for another organization's
   */
  claim(claim: OrganizationScope & DomainClaim, options?: WriteOptions): Promise<Domain>;
  /**
   * Begins a new attempt with a token of its own, good for 7 days by `dns` and 10 minutes by
   * `email`; the one before counts no more. A mailed token is in no answer.
   * @throws TesseraError `already_exists` when it is owned already, `rate_limited`
   */
  challenge(
    request: DomainScope & DomainChallengeRequest & Expected,
    options?: WriteOptions,
  ): Promise<Domain>;
  /**
   * Looks for the proof of the present attempt. Nobody is moved or added by it.
   * @throws TesseraError `domain_unverified` when it is not there, or, with `retryAfter` in seconds,
   *   when it could not be looked up; `domain_taken`; `version_conflict` when the domain was changed
   *   meanwhile
   */
  verify(
    verification: DomainScope & DomainVerification & Expected,
    options?: WriteOptions,
  ): Promise<Domain>;
  /**
   * Looks for the record of an owned domain again; missed for 72 hours, the domain fails.
   * @throws TesseraError `domain_unverified` as `verify`
   */
  recheck(scope: DomainScope & Expected, options?: WriteOptions): Promise<DomainRecheck>;
  /**
   * Says how people of it come in. `auto-join` and `discovery` take a proof by `dns`.
   * @throws TesseraError `domain_unverified`
   */
  update(change: DomainScope & DomainChange & Expected, options?: WriteOptions): Promise<Domain>;
  /** What `remove` would do beside it; changes nothing. */
  previewRemove(scope: DomainScope, options?: CallOptions): Promise<Impact>;
  /**
   * Gives a domain up. With the last that is owned, the organization's connections end; members stay.
   * @throws TesseraError `impact_unconfirmed`
   */
  remove(scope: DomainScope & Confirmed & Expected, options?: WriteOptions): Promise<void>;
}
