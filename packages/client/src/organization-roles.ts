import type { OrganizationRole } from '@tesserakit/contract';
import type { CallOptions, OrganizationScope } from './calls.ts';

/** What members may administer. */
export interface OrganizationRoleDirectory {
  /** The catalogue of the tenant, each role with whether the caller may hand it out. */
  list(
    scope: OrganizationScope,
    options?: CallOptions,
  ): Promise<{ readonly items: readonly OrganizationRole[] }>;
}
