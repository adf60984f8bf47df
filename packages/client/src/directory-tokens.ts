import type {
  DirectoryToken,
  DirectoryTokenAddition,
  DirectoryTokenRotation,
  FreshDirectoryToken,
} from '@tesserakit/contract';
import type {
  CallOptions,
  Expected,
  ListQuery,
  OrganizationScope,
  Page,
  WriteOptions,
} from './calls.ts';

/** One token of an organization. */
export interface DirectoryTokenScope extends OrganizationScope {
  readonly directoryTokenId: string;
}

/** Tokens of an organization's identity provider (SCIM); good for nothing else. */
export interface DirectoryTokenDirectory {
  /** Newest first, without secrets. @throws TesseraError `forbidden` without `directory:manage` */
  list(query: OrganizationScope & ListQuery, options?: CallOptions): Promise<Page<DirectoryToken>>;
  /** Makes a token; its `secret` is in this answer alone. */
  create(
    addition: OrganizationScope & DirectoryTokenAddition,
    options?: WriteOptions,
  ): Promise<FreshDirectoryToken>;
  /**
   * Gives the token another secret; the old one is dead at once. An `expiresAt` of `null` takes the
   * end away; without one, the end stays, and one that is past is refused with `validation_failed`.
   */
  rotate(
    change: DirectoryTokenScope & DirectoryTokenRotation & Expected,
    options?: WriteOptions,
  ): Promise<FreshDirectoryToken>;
  /** Ends the token at once. @throws TesseraError `not_found` */
  revoke(scope: DirectoryTokenScope & Expected, options?: WriteOptions): Promise<void>;
}
