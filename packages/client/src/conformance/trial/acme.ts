import { createServer, createWorld, issueAccessToken, seedNamed } from '@tesserakit/mock-server';
import { createClient } from '../../rest.ts';
import type { Ground } from '../index.ts';

/** Acme Travel of the default scenario, whose administrator is a plain member of Borealis too. */
export async function beginAtAcme(): Promise<Ground> {
  const seed = seedNamed('default');
  const also = seed.members.find(({ userId }) => userId === 'user_agent_acme')!;
  const members = [
    ...seed.members,
    { ...also, userId: 'user_admin_acme', organizationId: 'org_borealis' },
  ];
  const world = createWorld({ ...seed, members });
  const server = createServer(world);
  const clientOf = (userId: string) =>
    createClient({
      baseUrl: `${world.issuer}/api/v1`,
      fetch: async (input, init) => server.fetch(new Request(input, init)),
      identity: () => `${world.issuer} ${userId}`,
      // Where the person is no member there is no token, and the one they have is sent.
      getToken: ({ organizationId = '' }) => {
        const joined = world.members.get(organizationId)?.has(userId);
        return issueAccessToken(world, userId, joined ? organizationId : 'org_acme');
      },
    });
  return {
    client: clientOf('user_admin_acme'),
    plainClient: clientOf('user_agent_acme'),
    organizationId: 'org_acme',
    colleague: { userId: 'user_both', otherRoleIds: ['organizationCreator'] },
    strangers: { organizationId: 'org_cirrus', userId: 'user_cirrus' },
    search: { words: 'noor haddad', userIds: ['user_both'] },
    invitees: ['first@mail.example', 'second@mail.example'],
    grant: { applicationId: 'app_ledger', roleIds: ['role_ledger_reader'] },
  };
}
