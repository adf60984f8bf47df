import type { ApiKey, ApiKeyAddition, FreshApiKey } from '@tesserakit/contract';
import type {
  CallOptions,
  Expected,
  ListQuery,
  OrganizationScope,
  Page,
  WriteOptions,
} from './calls.ts';

/** One key of an organization. */
export interface ApiKeyScope extends OrganizationScope {
  readonly apiKeyId: string;
}

/**
 * Keys of an organization's programs. A key acts in its maker's name, never does more than its maker
 * may at that moment, and ends with the membership.
 */
export interface ApiKeyDirectory {
  /** Newest first, without secrets. @throws TesseraError `forbidden` without `api-keys:manage` */
  list(query: OrganizationScope & ListQuery, options?: CallOptions): Promise<Page<ApiKey>>;
  /**
   * Makes a key; its `secret` is in this answer alone.
   * @throws TesseraError `escalation_refused` for permissions that one has not, `forbidden` for whoever
   *   is no member of the organization
   */
  create(
    addition: OrganizationScope & ApiKeyAddition,
    options?: WriteOptions,
  ): Promise<FreshApiKey>;
  /** Ends a key at once. @throws TesseraError `escalation_refused`, `not_found` */
  revoke(scope: ApiKeyScope & Expected, options?: WriteOptions): Promise<void>;
}
