import type { Application } from '@tesserakit/contract';
import type { CallOptions, OrganizationScope, Page } from './calls.ts';

/** Products that customers use. */
export interface ApplicationDirectory {
  /** The applications that the organization is onboarded to. */
  list(scope: OrganizationScope, options?: CallOptions): Promise<Page<Application>>;
}
