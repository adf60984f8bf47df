import assert from 'node:assert/strict';
import { hasLastingAdministrator, lineOf } from '../naive.ts';
import type { Rules, Moment } from '../step.ts';

/** Organizations, people and their ids. */
export const tenantRules: Rules<Moment> = {
  'inv-05: an organization at the root keeps an administrator who stays'({ before, after }) {
    for (const { organizationId, status, parentOrganizationId } of after.organizations.values()) {
      if (status !== 'active' || parentOrganizationId !== undefined) continue;
      const earlier = before.organizations.get(organizationId);
      const counted = earlier?.status === 'active' && earlier.parentOrganizationId === undefined;
      if (!counted || !hasLastingAdministrator(before, organizationId)) continue;
      assert.ok(hasLastingAdministrator(after, organizationId), organizationId);
    }
  },

  'inv-10: managed organizations are a forest of limited depth'({ arena, after }) {
    for (const organizationId of after.organizations.keys()) {
      const line = lineOf(after, organizationId);
      const root = after.organizations.get(line.at(-1) ?? '');
      assert.equal(root?.parentOrganizationId, undefined, organizationId);
      assert.ok(line.length - 1 <= arena.world.settings.maxManagedDepth, organizationId);
    }
  },

  'inv-12: an address belongs to one person'({ after }) {
    const addresses = new Map<string, string>();
    for (const { userId, email } of after.users.values()) {
      const folded = email.normalize('NFC').toLowerCase();
      assert.equal(addresses.get(folded), undefined, email);
      addresses.set(folded, userId);
    }
    assert.deepEqual(new Map(after.userIdsByEmail), addresses);
  },

  'inv-12: no id comes back'({ arena, changes }) {
    const named = [
      'users',
      'organizations',
      'organizationRoles',
      'applications',
      'roles',
      'roleGroups',
      'invitations',
      'domains',
      'connections',
      'directoryTokens',
      'apiKeys',
    ];
    for (const { table, key, from, to } of changes) {
      if (!named.includes(table)) continue;
      if (to === undefined) arena.pastIds.add(key);
      else if (from === undefined) assert.ok(!arena.pastIds.has(key), `${table} ${key}`);
    }
  },
};
