import type { apiKeyRoutes } from '@tesserakit/contract';
import { tableOf, type World } from '../../world.ts';
import type { LegalRequests } from '../legal-requests.ts';

const organization = { organizationId: 'org_acme' };
const key = { ...organization, apiKeyId: 'key_acme' };

function make(world: World): undefined {
  tableOf(world, 'apiKeys', 'org_acme').set(key.apiKeyId, {
    ...key,
    name: 'Nightly report',
    permissions: ['members:read'],
    createdBy: 'user_admin_acme',
    createdAt: world.now(),
  });
}

export const apiKeys: LegalRequests<typeof apiKeyRoutes> = {
  'apiKeys.list': { parameters: organization, prepare: make },
  'apiKeys.create': {
    parameters: organization,
    body: { name: 'Nightly report', permissions: ['members:read', 'audit:read'] },
  },
  'apiKeys.revoke': { parameters: key, prepare: make },
};
