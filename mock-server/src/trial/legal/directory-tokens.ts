import type { directoryTokenRoutes } from '@tesserakit/contract';
import { tableOf, type World } from '../../world.ts';
import type { LegalRequests } from '../legal-requests.ts';

const organization = { organizationId: 'org_acme' };
const token = { ...organization, directoryTokenId: 'token_acme' };

function make(world: World): undefined {
  tableOf(world, 'directoryTokens', 'org_acme').set(token.directoryTokenId, {
    ...token,
    name: 'Identity provider',
    createdBy: 'user_admin_acme',
    createdAt: world.now(),
  });
}

export const directoryTokens: LegalRequests<typeof directoryTokenRoutes> = {
  'directoryTokens.list': { parameters: organization, prepare: make },
  'directoryTokens.create': { parameters: organization, body: { name: 'Identity provider' } },
  'directoryTokens.rotate': { parameters: token, body: {}, prepare: make },
  'directoryTokens.revoke': { parameters: token, prepare: make },
};
