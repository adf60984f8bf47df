import type { ErrorCode } from './errors.ts';
import { reachesApplication, type Reach } from './reach.ts';

/** What an audit event is about. */
export interface AuditTarget {
  /** A noun of the directory. */
  readonly type: string;
  readonly id: string;
  /** Somebody who had not joined then, whose name is not the organization's to know. */
  readonly pending?: boolean;
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

/** What is an organization's own, whoever manages it: who does not reach it does not read of it. */
const beyondParents: readonly string[] = ['domain', 'connection', 'directoryToken', 'apiKey'];

/**
 * Whether an event stands in the log of an organization for somebody who stands to it like this: what
 * happened there, and what was done on its behalf elsewhere. From above, only what lies within the
 * applications for which it is managed, or within none; of what was done elsewhere, nothing that
 * followed from it in applications, since it may be beyond whoever did it.
 */
export function isInLog(event: AuditEvent, organizationId: string, reach: Reach): boolean {
  const here = event.organizationId === organizationId;
  const onItsBehalf = event.actor.organizationId === organizationId;
  if (reach.kind === 'platform') return here || onItsBehalf;
  if (reach.kind === 'own') return here || (onItsBehalf && !mayBeBeyond(event));
  if (reach.kind !== 'managed' || !here || isBeyondParents(event)) return false;
  const { applicationId } = event;
  return applicationId === undefined || reachesApplication(reach, applicationId);
}

function mayBeBeyond(event: AuditEvent): boolean {
  if (event.organizationId === undefined || event.causedBy === undefined) return false;
  return event.applicationId !== undefined || isBeyondParents(event);
}

function isBeyondParents({ target, details }: AuditEvent): boolean {
  const namesConnection = details !== undefined && Object.hasOwn(details, 'connectionId');
  return namesConnection || beyondParents.includes(target?.type ?? '');
}
