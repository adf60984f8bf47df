import type { sessionRoutes } from '@tesserakit/contract';
import type { World } from '../../world.ts';
import type { LegalRequests } from '../legal-requests.ts';

/** As signing in does. */
function signIn(world: World): undefined {
  world.authorization.sessions.set('session_admin_acme', {
    sid: 'session_admin_acme',
    secret: 'a-secret-of-a-browser',
    userId: 'user_admin_acme',
    authenticatedAt: world.now(),
    methods: ['pwd'],
    expiresAt: world.now() + 3_600_000,
  });
}

export const sessions: LegalRequests<typeof sessionRoutes> = {
  'sessions.list': { prepare: signIn },
  'sessions.end': { parameters: { sessionId: 'session_admin_acme' }, prepare: signIn },
  'sessions.endOthers': { prepare: signIn },
};
