import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createServer, createWorld, issueAccessToken, seedNamed } from '@tesserakit/mock-server';
import { createClient } from '../rest.ts';
import { conformance, type Ground } from './index.ts';

/** The reference protocol can do everything, so that only this is not to be tried on it. */
const gaps = [
  'organizations.list refuses a search that is not claimed',
  'members.list refuses what it does not claim, and never leaves it out in silence',
  'what is not claimed is refused with unsupported, and in no actions',
  'a version is refused where the backend cannot keep to it',
];

/** Acme Travel of the default scenario, whose administrator is a plain member of Borealis too. */
async function begin(): Promise<Ground> {
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

describe('createClient, by the laws of every directory', () => {
  const skipped: string[] = [];
  for (const { name, run } of conformance(begin)) {
    it(name, async () => {
      if ((await run()) === 'skipped') skipped.push(name);
    });
  }

  it('skips only what cannot be tried on a backend that can do everything', () => {
    assert.deepEqual(skipped, gaps);
  });
});
