import type { ErrorCode } from './errors.ts';

/** What an audit event is about. */
export interface AuditTarget {
  /** A noun of the directory. */
  readonly type: string;
  readonly id: string;
}

/** Who did what, to whom, where, when, with which outcome. Never changed once written. */
export interface AuditEvent {
  readonly eventId: string;
  /** Milliseconds since the epoch; never earlier than that of the event before. */
  readonly at: number;
  readonly action: string;
  readonly outcome: 'success' | 'denied';
  /** Why it was denied. */
  readonly code?: ErrorCode;
  readonly actor: AuditActor;
  /** Where it happened; absent for what belongs to the tenant. */
  readonly organizationId?: string;
  readonly applicationId?: string;
  readonly target?: AuditTarget;
  /** Names of what was changed, never secrets. */
  readonly details?: Readonly<Record<string, string | number | boolean | readonly string[] | null>>;
  /** The event of which this one is a consequence. */
  readonly causedBy?: string;
  readonly requestId?: string;
}

/** Who acted. The organization they acted for may be another than the one where it happened. */
export interface AuditActor {
  readonly type: 'user' | 'apiKey' | 'directory' | 'system';
  readonly id: string;
  readonly organizationId?: string;
}
