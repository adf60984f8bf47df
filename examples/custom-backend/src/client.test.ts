import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { conformance, type Ground } from '@tesserakit/client/conformance';
import { newBackend } from './backend.ts';
import { createCustomClient } from './client.ts';

/** What this backend cannot do. Whatever else is skipped was claimed too little. */
const gaps = [
  'members.list sorts by email, both ways',
  'members.list sorts by status, both ways',
  'members.list sorts by joinedAt, both ways',
  'members.list sorts by lastSignInAt, both ways',
  'members.list filters by organizationRole',
  'members.list filters by application',
  'members.list filters by applicationRole',
  'members.list filters by source',
  'nobody is missed where somebody is removed between two pages',
  'a write with the version of an earlier look is refused, and changes nothing',
  'invitations.list gives each item once, however long the pages are',
  'invitations.list refuses a cursor that it never gave',
  'invitations.list refuses a limit that is none',
  'invitations.list answers twenty at once as it answers one',
  'invitations.create is found in the list, and one person waits once',
  'invitations.revoke ends an invitation, once',
  'a plain member invites nobody',
  'access.grant gives exactly these roles in one application, access.withdraw takes them',
  'access.grant refuses what there is not, and leaves everything unchanged',
  'organizations.list refuses a search that is not claimed',
];

function begin(): Promise<Ground> {
  const backend = newBackend();
  return Promise.resolve({
    client: createCustomClient(backend, 'p1'),
    plainClient: createCustomClient(backend, 'p2'),
    organizationId: 'c1',
    colleague: { userId: 'p3', otherRoleIds: ['organizationAdmin'] },
    strangers: { organizationId: 'c3', userId: 'p5' },
    search: { words: 'harbour COSTA', userIds: ['p3'] },
  });
}

describe('createCustomClient, by the laws of every directory', () => {
  const skipped: string[] = [];
  for (const { name, run } of conformance(begin)) {
    it(name, async () => {
      if ((await run()) === 'skipped') skipped.push(name);
    });
  }

  it('skips what this backend cannot do, and nothing else', () => {
    assert.deepEqual(skipped.sort(), gaps.sort());
  });
});
