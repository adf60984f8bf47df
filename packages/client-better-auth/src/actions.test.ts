import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { settleTown, type Town } from './trial/town.ts';

/** What the server itself does, asked past the adapter. */
const raw = {
  'member.remove': ['remove-member', (id: string) => ({ memberIdOrEmail: id })],
  'member.setOrganizationRoles': [
    'update-member-role',
    (id: string) => ({ memberId: id, role: 'member' }),
  ],
} as const;

const callers = ['owner', 'admin', 'plain'] as const;
const targets = ['owner', 'admin', 'plain', 'colleague'] as const;

/** Where the two differ: people leave by another act, and the server alone counts its owners. */
const stricter = ['owner', 'admin'].map((one) => `member.remove, ${one} on ${one}`);
const unforeseen = ['member.setOrganizationRoles, owner on owner'];

describe('actions of a better-auth server', () => {
  let town: Town;
  before(async () => (town = await settleTown()));
  after(() => town.end());

  for (const [action, [path, bodyOf]] of Object.entries(raw)) {
    for (const caller of callers) {
      for (const target of targets) {
        const title = `${action}, ${caller} on ${target}`;
        it(`are what the server does: ${title}`, async () => {
          const { server, clientOf } = await town.open();
          try {
            const { organizationId } = town;
            const { userId } = town[target];
            const member = await clientOf(town[caller]).members.get({ organizationId, userId });
            const members = await server.membersOf(town[caller], organizationId);
            const { id } = members.find((one) => one.userId === userId)!;
            const done = await server.post(town[caller], path, { organizationId, ...bodyOf(id) });
            const verdict = member.actions[action];
            if (stricter.includes(title)) assert.equal(verdict, 'self_change_refused');
            else if (unforeseen.includes(title)) assert.deepEqual([verdict, done], [true, false]);
            else assert.equal(verdict === true, done, String(verdict));
          } finally {
            await server.stop();
          }
        });
      }
    }
  }
});
