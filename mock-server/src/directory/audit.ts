import { isInLog, type AuditEvent, type Organization, type Place } from '@tesserakit/domain';
import type { World } from '../world.ts';
import { pageOf, type Page, type Placed, type Sequence } from './paging.ts';
import { timestamp } from './moments.ts';

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
 * What happened in an organization or was done on its behalf, newest first, as far as whoever stands
 * there may know it; see {@link isInLog}.
 */
export function listEvents(
  world: World,
  { organization, place, asker }: { organization: Organization; place: Place; asker: string },
  query: AuditQuery,
): Promise<Page<ReturnType<typeof viewOf>>> {
  const { organizationId } = organization;
  const scope = ['audit', organizationId, asker];
  return pageOfEvents(world, (event) => isInLog(event, organizationId, place.reach), scope, query);
}

/** What happened in the whole tenant, or in one organization and on its behalf, newest first. */
export function listAllEvents(
  world: World,
  { place, asker }: { place: Place; asker: string },
  { organization, ...query }: AuditQuery & { readonly organization?: string | undefined },
): Promise<Page<ReturnType<typeof viewOf>>> {
  const seen = (event: AuditEvent) =>
    organization === undefined || isInLog(event, organization, place.reach);
  return pageOfEvents(world, seen, ['tenant audit', organization, asker], query);
}

async function pageOfEvents(
  world: World,
  seen: (event: AuditEvent) => boolean,
  scope: readonly unknown[],
  { limit, cursor, ...asked }: AuditQuery,
): Promise<Page<ReturnType<typeof viewOf>>> {
  const fits = matcher(asked);
  const events = () => newestFirst(world.audit, (event) => seen(event) && fits(event));
  const page = await pageOf(world, events, {
    limit,
    cursor,
    scope: [...scope, ...Object.entries(asked).flat()],
  });
  return { ...page, items: page.items.map((event) => viewOf(world, event)) };
}

/** The log is in its order already: an event's place is where it stands in it. */
function newestFirst(
  log: readonly AuditEvent[],
  fits: (event: AuditEvent) => boolean,
): Sequence<AuditEvent> {
  let total = 0;
  for (const event of log) if (fits(event)) total += 1;
  return {
    total,
    after: (place, count) => {
      const events: Placed<AuditEvent>[] = [];
      for (let at = Number(place?.values[0] ?? log.length) - 1; at >= 0; at -= 1) {
        if (events.length === count) break;
        const event = log[at];
        if (event && fits(event)) events.push({ item: event, values: [at], id: event.eventId });
      }
      return events;
    },
  };
}

function matcher({ action, actor, target, outcome, since, until }: AuditQuery) {
  const from = since === undefined ? -Infinity : Date.parse(since);
  const to = until === undefined ? Infinity : Date.parse(until);
  return (event: AuditEvent): boolean =>
    (action === undefined || event.action === action) &&
    (actor === undefined || event.actor.id === actor) &&
    (target === undefined || event.target?.id === target) &&
    (outcome === undefined || event.outcome === outcome) &&
    event.at >= from &&
    event.at < to;
}

function viewOf(world: World, { at, actor, target, details, ...event }: AuditEvent) {
  const nameOf = (id: string) => world.users.get(id)?.name;
  const actorName = actor.type === 'user' ? nameOf(actor.id) : undefined;
  const isPerson = target?.type === 'member' || target?.type === 'user';
  const targetName =
    isPerson && !target.pending && event.outcome === 'success' ? nameOf(target.id) : undefined;
  return {
    ...event,
    at: timestamp(at),
    actor: { ...actor, ...(actorName !== undefined && { name: actorName }) },
    ...(target && {
      target: {
        type: target.type,
        id: target.id,
        ...(targetName !== undefined && { name: targetName }),
      },
    }),
    ...(details && { details: { ...details } }),
  };
}
