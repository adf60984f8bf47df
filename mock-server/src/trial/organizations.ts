import type { Member } from '@tesserakit/domain';
import type { TokenFamily } from '../authorization-state.ts';
import { beginFamily } from '../oidc/families.ts';
import { seeds } from '../seeds/index.ts';
import { createServer } from '../server.ts';
import { createWorld, tableOf } from '../world.ts';
import { asPerson, type Ask } from './directory.ts';

/** The default scenario, and who asks about its organizations. */
export function setupOrganizations() {
  const world = createWorld(seeds.default, { now: () => Date.parse('2026-03-01T09:00:00Z') });
  const server = createServer(world);
  const as = (userId: string, organizationId?: string, clientId?: string): Ask =>
    asPerson(world, server, userId, organizationId, clientId);
  return {
    world,
    server,
    as,
    /** As the administrator of Acme. */
    ask: as('user_admin_acme', 'org_acme'),
    platform: as('user_platform', undefined, 'admin-portal'),
    /** Makes somebody an active member, without asking anybody. */
    join(userId: string, organizationId: string, roleId = 'organizationMember', some = {}) {
      const member: Member = {
        userId,
        organizationId,
        status: 'active',
        organizationRoleIds: [roleId],
        source: 'direct',
        version: 1,
        ...some,
      };
      tableOf(world, 'members', organizationId).set(userId, member);
    },
    /** Gives a member roles of Flights, without asking anybody. */
    grant(userId: string, organizationId: string, ...roleIds: readonly string[]) {
      const roles = roleIds.map((roleId) => ({ roleId, source: 'direct' as const }));
      const flights = { userId, organizationId, applicationId: 'app_flights', roles };
      tableOf(world, 'grants', organizationId).set(userId, [flights]);
    },
    /** Refresh tokens of somebody for an organization. */
    signIn(userId: string, organizationId: string, clientId = 'client_flights'): TokenFamily {
      const authenticatedAt = world.now();
      const common = { sid: 'sid', authenticatedAt, methods: ['pwd'], scope: ['openid'] };
      return beginFamily(world, { userId, organizationId, clientId, ...common });
    },
  };
}

/** 200, or the code of the refusal. */
export async function outcome(answer: ReturnType<Ask>): Promise<unknown> {
  const { status, body } = await answer;
  return status === 200 ? 200 : body['code'];
}
