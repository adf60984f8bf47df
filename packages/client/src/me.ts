import type { Me } from '@tesserakit/contract';
import type { CallOptions, OrganizationScope } from './calls.ts';

/** The person behind the client. */
export interface MeDirectory {
  /** Who the caller is, in the organization. */
  get(scope: OrganizationScope, options?: CallOptions): Promise<Me>;
}
