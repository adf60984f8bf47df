import type { Actor, AuditActor, AuditEvent, ErrorCode } from '@tesserakit/domain';
import type { World } from '../world.ts';

/** What somebody does to the world: who, where, in answer to which request. */
export interface Deed {
  readonly world: World;
  /** As the rules see who acts. */
  readonly actor: Actor;
  /** As the audit log names who acts. */
  readonly by: AuditActor;
  readonly requestId?: string | undefined;
}

/** One thing that happened. */
export type Happening = Pick<
  AuditEvent,
  'action' | 'organizationId' | 'applicationId' | 'target' | 'details' | 'causedBy'
>;

/**
 * Writes what happened to the audit log; taken back with the deed. What follows from another event
 * names it in `causedBy`; each deed has one event that follows from none.
 *
 * @returns the id of the event
 */
export function record(deed: Deed, happening: Happening): string {
  return append(deed, { ...happening, outcome: 'success' });
}

/** Writes to the audit log that somebody was refused. */
export function recordRefusal(deed: Deed, happening: Happening, code: ErrorCode): string {
  return append(deed, { ...happening, outcome: 'denied', code });
}

function append(
  { world, by, requestId }: Deed,
  event: Happening & Pick<AuditEvent, 'outcome' | 'code'>,
): string {
  const eventId = world.newId('event');
  const at = Math.max(world.now(), world.audit.at(-1)?.at ?? 0);
  const { target, organizationId = '' } = event;
  const member =
    target?.type === 'member' ? world.members.get(organizationId)?.get(target.id) : undefined;
  world.audit.push({
    eventId,
    at,
    actor: by,
    ...event,
    ...(target && member?.status === 'pending' && { target: { ...target, pending: true } }),
    ...(requestId !== undefined && { requestId }),
  });
  world.journal.note(() => world.audit.pop());
  return eventId;
}
