import type { connectionRoutes } from '@tesserakit/contract';
import type { Connection } from '@tesserakit/domain';
import { tableOf, type World } from '../../world.ts';
import type { LegalRequests } from '../legal-requests.ts';

const organization = { organizationId: 'org_acme' };
const connection = { ...organization, connectionId: 'connection_acme' };

/** A connection that passed its test. */
function draft(some: Partial<Connection> = {}) {
  return (world: World): undefined => {
    tableOf(world, 'connections', 'org_acme').set('connection_acme', {
      ...connection,
      name: 'Acme sign-in',
      protocol: 'oidc',
      status: 'draft',
      issuer: 'https://login.acme.example',
      clientId: 'tessera',
      jit: false,
      defaultRoleIds: [],
      attributes: {},
      groupRoles: [],
      testedAt: world.now(),
      ...some,
    });
  };
}

export const connections: LegalRequests<typeof connectionRoutes> = {
  'connections.list': { parameters: organization, prepare: draft() },
  'connections.get': { parameters: connection, prepare: draft() },
  'connections.create': {
    parameters: organization,
    body: {
      name: 'Acme sign-in',
      protocol: 'oidc',
      issuer: 'https://login.acme.example',
      clientId: 'tessera',
      clientSecret: 'shared with the provider',
      defaultRoleIds: ['role_flights_viewer'],
    },
  },
  'connections.update': {
    parameters: connection,
    prepare: draft(),
    body: { name: 'Acme', jit: true, clientSecret: null },
  },
  'connections.test': { parameters: connection, prepare: draft() },
  'connections.enable': { parameters: connection, prepare: draft() },
  'connections.disable': { parameters: connection, prepare: draft({ status: 'active' }) },
  'connections.previewDelete': { parameters: connection, prepare: draft() },
  'connections.delete': { parameters: connection, prepare: draft() },
};
