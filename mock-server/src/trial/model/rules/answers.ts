import assert from 'node:assert/strict';
import type { Member } from '@tesserakit/domain';
import { accessIn } from '../naive.ts';
import { sameFamilies } from '../picture.ts';
import { isWrite } from '../requests/index.ts';
import type { Rules, Step } from '../step.ts';

/** What is answered, and what comes of it. */
export const answerRules: Rules<Step> = {
  'the server knows what to answer'({ asked }) {
    assert.ok(asked.status < 500 || asked.code === 'unsupported', asked.text);
  },

  'inv-36: a refused command and a read change nothing'({ asked, before, after, changes }) {
    if (asked.code === undefined && isWrite(asked.operation)) return;
    assert.deepEqual(changes, []);
    assert.ok(sameFamilies(before, after), 'a refresh token ended');
    assert.deepEqual(new Set(after.sessions.keys()), new Set(before.sessions.keys()));
  },

  'inv-25: no request links a name at an identity provider to anybody'({ changes }) {
    for (const { table, key, to } of changes) {
      assert.ok(table !== 'identities' || to === undefined, key);
    }
  },

  'inv-38: a write of a member is the next version'({ asked, changes }) {
    for (const { table, key, from, to } of changes) {
      if (table !== 'members' || from === undefined || to === undefined) continue;
      const [earlier, later] = [from as Member, to as Member];
      // A bulk call may name somebody twice.
      const bulk = asked.operation === 'invitations.bulk' && later.version > earlier.version;
      assert.ok(bulk || later.version === earlier.version + 1, key);
    }
  },

  'inv-40: a bulk call does what it says, item by item'({ asked, changes, events }) {
    const { results } = asked.answer as { results?: { outcome: string; userId?: string }[] };
    if (!Array.isArray(results) || !isWrite(asked.operation)) return;
    const { userIds, items, emails } = asked.body as Record<string, unknown[]>;
    assert.equal(results.length, (userIds ?? items ?? emails)?.length);
    const done = results.filter(({ outcome }) => outcome === 'done');
    assert.equal(
      events.filter(({ outcome }) => outcome === 'denied').length,
      results.length - done.length,
    );
    const touched = changes.filter(({ table }) => table === 'members' || table === 'grants');
    const named = new Set(done.map(({ userId }) => userId));
    if (emails) return;
    for (const { key } of touched) assert.ok(named.has(key), `${key} was changed all the same`);
  },

  'inv-34: the offered organizations are those that let the person in'({ asked, before }) {
    if (asked.operation !== 'organizations.list' || asked.code !== undefined) return;
    const { userId, clientId } = asked.asker;
    const { items } = asked.answer as { items: { organizationId: string; entry: unknown }[] };
    const applicationId = clientId.replace('client_', 'app_');
    if (!before.applications.has(applicationId)) return;
    for (const { organizationId, entry } of items) {
      const access = accessIn(before, userId, organizationId, applicationId);
      assert.equal(entry === true, access !== undefined, organizationId);
    }
  },
};
