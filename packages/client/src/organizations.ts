import type { Organization, OrganizationChoice } from '@tesserakit/contract';
import type { CallOptions, OrganizationScope, ListQuery, Page } from './calls.ts';

/** Customers, partners, branches. */
export interface OrganizationDirectory {
  /** The organizations the caller may act for, last used first; each says whether it gives entry now. */
  list(
    query: OrganizationScope & ListQuery,
    options?: CallOptions,
  ): Promise<Page<OrganizationChoice>>;
  /** @throws TesseraError `not_found` */
  get(scope: OrganizationScope, options?: CallOptions): Promise<Organization>;
}
