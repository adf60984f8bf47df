import assert from 'node:assert/strict';
import type { Member } from '@tesserakit/domain';
import type { Asker } from '../arena.ts';
import {
  accessIn,
  isAbove,
  isWithin,
  lacksAdministrator,
  permissionsIn,
  rankIn,
} from '../naive.ts';
import type { Picture } from '../picture.ts';
import type { Rules, Step } from '../step.ts';
import { isDone, powerOf } from './powers.ts';

/** Operations that only ever take something away. */
const takesAway = /\.(remove|withdraw|delete|suspend|disable|revoke|leave|endSessions|decline)$/;

/** Nobody reaches above themselves, or lifts themselves up. */
export const rankRules: Rules<Step> = {
  'inv-06: nobody changes the membership of one above them, or puts one above them'(step) {
    const { asked, before, after, changes } = step;
    const { asker, operation } = asked;
    if (!isDone(step) || asker.platform || /^\w*[oO]rganizations\.delete/.test(operation)) return;
    const power = powerOf({ asker, before });
    for (const { table, organizationId = '', key, from, to } of changes) {
      if (table !== 'members') continue;
      const given = permissionsIn(after, (to as Member | undefined)?.organizationRoleIds ?? []);
      const had = permissionsIn(before, (from as Member | undefined)?.organizationRoleIds ?? []);
      if (key === asker.userId) {
        const answered = operation === 'invitations.accept';
        assert.ok(answered || isWithin(given, had), 'gave themselves more');
        continue;
      }
      const appoints = appointsFirst(before, asker, organizationId, to as Member | undefined);
      assert.ok(isWithin(had, power), `${key} is above ${asker.userId}`);
      assert.ok(appoints || isWithin(given, power), `${key} is put above ${asker.userId}`);
    }
  },

  'inv-06: nobody changes the access of one above them'(step) {
    const { asked, before, changes } = step;
    const { asker, operation } = asked;
    if (!isDone(step) || asker.platform || !/^(access|members)\./.test(operation)) return;
    for (const { table, organizationId = '', key } of changes) {
      if (table !== 'grants' || key === asker.userId) continue;
      const power = powerOf({ asker, before });
      assert.ok(isWithin(rankIn(before, organizationId, key), power), key);
    }
  },

  'inv-07: nobody enlarges what they may do themselves'(step) {
    const { asked, before, after } = step;
    const { asker, operation } = asked;
    if (!isDone(step) || asker.platform || operation === 'invitations.accept') return;
    const { userId } = asker;
    for (const organizationId of before.organizations.keys()) {
      const member = after.members.get(organizationId)?.get(userId);
      if (!member || member.status === 'pending') continue;
      const rank = rankIn(after, organizationId, userId);
      assert.ok(isWithin(rank, rankIn(before, organizationId, userId)), organizationId);
      const fromAbove = organizationId !== asker.organizationId;
      if (fromAbove && /^(organizations|managedOrganizations|onboardings)\./.test(operation)) {
        continue;
      }
      for (const applicationId of before.applications.keys()) {
        const now = accessIn(after, userId, organizationId, applicationId);
        const earlier = accessIn(before, userId, organizationId, applicationId);
        const where = `${organizationId} at ${applicationId}`;
        assert.ok(now === undefined || earlier !== undefined, where);
        assert.ok(isWithin(now ?? [], earlier ?? new Set()), where);
      }
    }
  },

  'inv-13: who leaves one organization loses nothing in another'({ asked, changes }) {
    if (!asked.operation.startsWith('members.')) return;
    const { organizationId } = asked.parameters;
    for (const change of changes) {
      assert.ok(!['users', 'userIdsByEmail', 'passwords'].includes(change.table), change.key);
      assert.ok([undefined, organizationId].includes(change.organizationId), change.key);
    }
  },

  'inv-14: a person’s own data is theirs and the platform’s'({ asked, changes }) {
    const { asker, operation } = asked;
    if (asker.platform) return;
    for (const { table, key, from } of changes) {
      if (!['users', 'userIdsByEmail', 'passwords'].includes(table)) continue;
      const own = key === asker.userId && /^(me|sessions)\./.test(operation);
      const invites = operation.startsWith('invitations.') && from === undefined;
      assert.ok(own || invites, `${table} ${key}`);
    }
  },

  'inv-45: to take something away gives nobody more'({ asked, before, after }) {
    if (asked.code !== undefined || !takesAway.test(asked.operation)) return;
    for (const [organizationId, members] of after.members) {
      for (const userId of members.keys()) {
        const rank = rankIn(after, organizationId, userId);
        assert.ok(isWithin(rank, rankIn(before, organizationId, userId)), userId);
        for (const applicationId of after.applications.keys()) {
          const now = accessIn(after, userId, organizationId, applicationId);
          const earlier = accessIn(before, userId, organizationId, applicationId);
          const where = `${userId} in ${organizationId} at ${applicationId}`;
          assert.ok(now === undefined || earlier !== undefined, where);
          assert.ok(isWithin(now ?? [], earlier ?? new Set()), where);
        }
      }
    }
  },
};

/** The one exception of rank: who manages an organization appoints its first administrator. */
function appointsFirst(
  picture: Picture,
  { organizationId = '' }: Asker,
  childId: string,
  member: Member | undefined,
): boolean {
  const waits = member?.status === 'pending';
  return waits && lacksAdministrator(picture, childId) && isAbove(picture, organizationId, childId);
}
