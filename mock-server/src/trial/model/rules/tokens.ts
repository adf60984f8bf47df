import assert from 'node:assert/strict';
import type { Rules, Moment } from '../step.ts';

/** Sessions and what comes of them. */
export const tokenRules: Rules<Moment> = {
  'inv-27: whoever has a session is active'({ after }) {
    for (const [sid, { userId, expiresAt }] of after.sessions) {
      if (expiresAt <= after.now) continue;
      assert.equal(after.users.get(userId)?.status, 'active', sid);
    }
  },

  'inv-28: a family of tokens keeps its person, client and organization'({ before, after }) {
    for (const [id, { entry }] of after.families) {
      const earlier = before.families.get(id)?.entry;
      if (earlier) assert.deepEqual(entry, earlier);
    }
  },

  'inv-29: what was revoked never comes back'({ before, after }) {
    for (const [id, { revoked }] of before.families) {
      if (revoked) assert.ok(after.families.get(id)?.revoked ?? true, id);
    }
  },
};
