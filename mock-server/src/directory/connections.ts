import { decide, permits, type Connection, type ConnectionFacts } from '@tesserakit/domain';
import type { World } from '../world.ts';
import { domainsOf } from './domains.ts';
import { timestamp } from './moments.ts';
import type { Seen } from './seen.ts';
import { pageOfShortList, type ListQuery } from './short-list.ts';
import { versionOf } from './versions.ts';

export interface ConnectionListQuery extends ListQuery {
  readonly status?: Connection['status'] | undefined;
}

/** A page of an organization's connections, by name. */
export function listConnections(
  world: World,
  seen: Seen,
  { status, ...query }: ConnectionListQuery,
) {
  const { organizationId } = seen.organization;
  return pageOfShortList(world, query, {
    items: () =>
      connectionsOf(world, organizationId).filter(
        (one) => status === undefined || one.status === status,
      ),
    textOf: ({ name, issuer }) => `${name} ${issuer}`,
    idOf: ({ connectionId }) => connectionId,
    valuesOf: ({ name }) => [name],
    scope: ['connections', organizationId, seen.actor.userId, status],
    view: (connection) => connectionView(world, seen, connection),
  });
}

/** All connections of an organization, in force or not. */
export function connectionsOf(world: World, organizationId: string): Connection[] {
  return [...(world.connections.get(organizationId)?.values() ?? [])];
}

/** A connection as the rules see it. */
export function connectionFactsOf(world: World, connection: Connection): ConnectionFacts {
  const { organizationId } = connection;
  return {
    connection,
    domains: domainsOf(world, organizationId),
    connections: connectionsOf(world, organizationId),
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
