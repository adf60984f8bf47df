import type { AuditEvent, Organization, Place } from '@tesserakit/domain';
import type { World } from '../world.ts';
import { pageOf, sorted, type Page } from './paging.ts';
import { timestamp } from './roles.ts';

export interface AuditQuery {
  readonly action?: string | undefined;
  readonly actor?: string | undefined;
  readonly target?: string | undefined;
  readonly outcome?: 'success' | 'denied' | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

/**
 * What happened in an organization or was done on its behalf, newest first. From above, only what
 * lies within the applications for which it is managed, or within none.
 */
export function listEvents(
  world: World,
  { organization, place, asker }: { organization: Organization; place: Place; asker: string },
  { limit, cursor, ...asked }: AuditQuery,
): Promise<Page<ReturnType<typeof viewOf>>> {
  const { organizationId } = organization;
  const placed = () =>
    world.audit
      .map((event, index) => ({ event, index }))
      .filter(({ event }) => isSeen(event, organizationId, place) && matches(event, asked))
      .map(({ event, index }) => ({
        item: viewOf(world, event),
        values: [event.at, index],
        id: event.eventId,
      }));
  return pageOf(world, () => sorted(placed(), [true, true]), {
    limit,
    cursor,
    scope: ['audit', organizationId, asker, ...Object.entries(asked).flat()],
  });
}

function isSeen(event: AuditEvent, organizationId: string, { reach }: Place): boolean {
  const here = event.organizationId === organizationId;
  const onItsBehalf = event.actor.organizationId === organizationId;
  if (reach.kind !== 'managed') return here || onItsBehalf;
  const { applicationId } = event;
  return here && (applicationId === undefined || reach.applicationIds.has(applicationId));
}

function matches(event: AuditEvent, { action, actor, target, outcome, since, until }: AuditQuery) {
  return (
    (action === undefined || event.action === action) &&
    (actor === undefined || event.actor.id === actor) &&
    (target === undefined || event.target?.id === target) &&
    (outcome === undefined || event.outcome === outcome) &&
    (since === undefined || event.at >= Date.parse(since)) &&
    (until === undefined || event.at < Date.parse(until))
  );
}

function viewOf(world: World, { at, actor, target, details, ...event }: AuditEvent) {
  const nameOf = (id: string) => world.users.get(id)?.name;
  const actorName = actor.type === 'user' ? nameOf(actor.id) : undefined;
  const targetName =
    target?.type === 'member' && event.outcome === 'success' ? nameOf(target.id) : undefined;
  return {
    ...event,
    at: timestamp(at),
    actor: { ...actor, ...(actorName !== undefined && { name: actorName }) },
    ...(target && {
      target: { ...target, ...(targetName !== undefined && { name: targetName }) },
    }),
    ...(details && { details: { ...details } }),
  };
}
