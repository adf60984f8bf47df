import type { AuditEvent } from '@tesserakit/contract';
import type { CallOptions, OrganizationScope, ListQuery, Page } from './calls.ts';

/** Which events are wanted. */
export interface EventQuery extends Omit<ListQuery, 'search'> {
  /** As `<noun>.<verb>`. */
  readonly action?: string | undefined;
  /** Id of who acted. */
  readonly actor?: string | undefined;
  /** Id of what it was about. */
  readonly target?: string | undefined;
  readonly outcome?: 'success' | 'denied' | undefined;
  /** From this moment, in ISO 8601; `until` is the first moment that is left out. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

export interface AuditQuery extends OrganizationScope, EventQuery {}

export interface TenantAuditQuery extends EventQuery {
  /** What happened in this organization or was done on its behalf. */
  readonly organization?: string | undefined;
}

/** Who did what. */
export interface AuditDirectory {
  /** What happened in the organization or was done on its behalf, newest first. */
  list(query: AuditQuery, options?: CallOptions): Promise<Page<AuditEvent>>;
  /** The same of the whole tenant; platform administrators only. @throws TesseraError `forbidden` */
  listAll(query?: TenantAuditQuery, options?: CallOptions): Promise<Page<AuditEvent>>;
}
