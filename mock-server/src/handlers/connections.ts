import type { connectionRoutes } from '@tesserakit/contract';
import { decide, type ActionAbout, type Connection } from '@tesserakit/domain';
import { amended } from '../directory/amended.ts';
import {
  createConnection,
  disableConnection,
  enableConnection,
  noteTest,
  deleteConnection,
  testSignIn,
  updateConnection,
  type Kept,
} from '../directory/connection-changes.ts';
import { connectionFactsOf, connectionView, listConnections } from '../directory/connections.ts';
import { doConfirmed } from '../directory/impact.ts';
import { momentOf } from '../directory/moments.ts';
import { versionOf } from '../directory/versions.ts';
import { demand, found } from '../refusal.ts';
import type { World } from '../world.ts';
import { reach, type Scope } from './caller.ts';
import type { Handlers } from './operations.ts';

function connectionOf(world: World, { organization }: Scope, connectionId: string): Connection {
  return found(world.connections.get(organization.organizationId)?.get(connectionId));
}

/** A connection that the caller may do this to. */
function allowed(
  world: World,
  scope: Scope,
  action: ActionAbout<'connection'>,
  connectionId: string,
): Connection {
  const connection = connectionOf(world, scope, connectionId);
  demand(decide(scope.actor, action, scope.place, connectionFactsOf(world, connection)));
  return connection;
}

function versionOfConnection(world: World, { organizationId, connectionId }: Connection): number {
  return versionOf(world, 'connection', organizationId, connectionId);
}

function keptView(world: World, scope: Scope, { connection, withheldRoleIds }: Kept) {
  const view = connectionView(world, scope, connection);
  return { ...view, withheldRoleIds: [...withheldRoleIds] };
}

export const connections: Handlers<keyof typeof connectionRoutes> = {
  'connections.list': ({ world, caller, path, query }) =>
    listConnections(world, reach(world, caller, path('organizationId'), 'connections.list'), query),

  'connections.get': ({ world, caller, path }) => {
    const scope = reach(world, caller, path('organizationId'), 'connections.list');
    return connectionView(world, scope, connectionOf(world, scope, path('connectionId')));
  },

  'connections.create': ({ world, caller, path, body, write }) => {
    const scope = reach(world, caller, path('organizationId'), 'connection.create');
    const { clientSecret, name, protocol, issuer, ...more } = body;
    const { jit, defaultRoleIds, attributes, groupRoles, certificateExpiresAt, ...rest } = more;
    const settings = amended(
      { name, protocol, issuer, jit, defaultRoleIds, attributes, groupRoles },
      { ...rest, certificateExpiresAt: momentOf(certificateExpiresAt) },
    );
    const kept = write((deed) =>
      createConnection(deed, scope.organization, settings, clientSecret),
    );
    return keptView(world, scope, kept);
  },

  'connections.update': ({ world, caller, path, body, write, expectVersion }) => {
    const scope = reach(world, caller, path('organizationId'), 'connection.update');
    const { clientSecret, certificateExpiresAt, ...rest } = body;
    const change = { ...rest, certificateExpiresAt: momentOf(certificateExpiresAt) };
    const kept = write((deed) => {
      const connection = connectionOf(world, scope, path('connectionId'));
      expectVersion(versionOfConnection(world, connection));
      return updateConnection(deed, scope.organization, connection, change, clientSecret);
    });
    return keptView(world, scope, kept);
  },

  'connections.test': async ({ world, caller, callerNow, path, write, expectVersion }) => {
    const [organizationId, connectionId] = [path('organizationId'), path('connectionId')];
    const before = reach(world, caller, organizationId, 'connection.test');
    const tested = connectionOf(world, before, connectionId);
    expectVersion(versionOfConnection(world, tested));
    const outcome = await testSignIn(world, tested);
    const scope = reach(world, await callerNow(), organizationId, 'connection.test');
    const connection = write((deed) =>
      noteTest(deed, connectionOf(world, scope, connectionId), tested, outcome),
    );
    return { ...outcome, connection: connectionView(world, scope, connection) };
  },

  'connections.enable': ({ world, caller, path, write, expectVersion }) => {
    const scope = reach(world, caller, path('organizationId'), 'connection.enable');
    const next = write((deed) => {
      const connection = allowed(world, scope, 'connection.enable', path('connectionId'));
      expectVersion(versionOfConnection(world, connection));
      return enableConnection(deed, connection);
    });
    return connectionView(world, scope, next);
  },

  'connections.disable': ({ world, caller, path, write, expectVersion }) => {
    const scope = reach(world, caller, path('organizationId'), 'connection.disable');
    const next = write((deed) => {
      const connection = allowed(world, scope, 'connection.disable', path('connectionId'));
      expectVersion(versionOfConnection(world, connection));
      return disableConnection(deed, connection);
    });
    return connectionView(world, scope, next);
  },

  'connections.previewDelete': ({ world, caller, path, preview }) => {
    const scope = reach(world, caller, path('organizationId'), 'connection.delete');
    const connection = connectionOf(world, scope, path('connectionId'));
    return preview((deed) => deleteConnection(deed, connection));
  },

  'connections.delete': ({ world, caller, path, query, write, expectVersion }) => {
    const scope = reach(world, caller, path('organizationId'), 'connection.delete');
    write((deed) => {
      const connection = connectionOf(world, scope, path('connectionId'));
      expectVersion(versionOfConnection(world, connection));
      doConfirmed(deed, query.impact, (confirmed) => deleteConnection(confirmed, connection));
    });
    return {};
  },
};
