import {
  decide,
  permits,
  type Actor,
  type Connection,
  type ConnectionFacts,
  type Organization,
  type Place,
} from '@tesserakit/domain';
import type { World } from '../world.ts';
import { pageOf, sorted, type Page } from './paging.ts';
import { timestamp } from './moments.ts';
import { finder } from './search.ts';
import { versionOf } from './versions.ts';

export interface ConnectionListQuery {
  readonly search?: string | undefined;
  readonly status?: Connection['status'] | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

interface Seen {
  readonly organization: Organization;
  readonly actor: Actor;
  readonly place: Place;
}

/** A page of an organization's connections, by name. */
export function listConnections(
  world: World,
  seen: Seen,
  { search, status, limit, cursor }: ConnectionListQuery,
): Promise<Page<ReturnType<typeof connectionView>>> {
  const { organizationId } = seen.organization;
  const found = finder(search);
  const placed = () =>
    [...(world.connections.get(organizationId)?.values() ?? [])]
      .filter((connection) => status === undefined || connection.status === status)
      .filter(({ name, issuer }) => found(`${name} ${issuer}`))
      .map((connection) => ({
        item: connection,
        values: [connection.name],
        id: connection.connectionId,
      }));
  return pageOf(world, () => sorted(placed(), []), {
    limit,
    cursor,
    scope: ['connections', organizationId, seen.actor.userId, search, status],
  }).then((page) => ({
    ...page,
    items: page.items.map((connection) => connectionView(world, seen, connection)),
  }));
}

/** A connection as the rules see it. */
export function connectionFactsOf(world: World, connection: Connection): ConnectionFacts {
  const { organizationId } = connection;
  return {
    connection,
    domains: [...(world.domains.get(organizationId)?.values() ?? [])],
    connections: [...(world.connections.get(organizationId)?.values() ?? [])],
    now: world.now(),
  };
}

const settingActions = ['connection.update', 'connection.test', 'connection.delete'] as const;

/** A connection as answers carry it; never its client secret. */
export function connectionView(world: World, { actor, place }: Seen, connection: Connection) {
  const { certificateExpiresAt, testedAt, ...rest } = connection;
  const { organizationId, connectionId } = connection;
  const facts = connectionFactsOf(world, connection);
  return {
    ...rest,
    ...(certificateExpiresAt !== undefined && {
      certificateExpiresAt: timestamp(certificateExpiresAt),
    }),
    hasClientSecret: world.connectionSecrets.has(connectionId),
    defaultRoleIds: [...connection.defaultRoleIds],
    attributes: { ...connection.attributes },
    groupRoles: [...connection.groupRoles],
    ...(testedAt !== undefined && { testedAt: timestamp(testedAt) }),
    version: versionOf(world, 'connection', organizationId, connectionId),
    actions: {
      ...Object.fromEntries(settingActions.map((one) => [one, permits(actor, one, place)])),
      'connection.enable': decide(actor, 'connection.enable', place, facts),
      'connection.disable': decide(actor, 'connection.disable', place, facts),
    },
  };
}
