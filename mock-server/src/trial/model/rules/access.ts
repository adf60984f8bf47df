import assert from 'node:assert/strict';
import { accessOf } from '../../../directory/access.ts';
import { accessIn, ceilingIn, isWithin, membersIn, rolesIn } from '../naive.ts';
import type { Rules, Moment } from '../step.ts';

/** Who may enter where, and what is kept of it. */
export const accessRules: Rules<Moment> = {
  'inv-01, inv-02: who may enter with which roles is what the sets say'({ arena, after }) {
    const { world } = arena;
    for (const { organizationId, userId } of membersIn(after)) {
      const [user, organization] = [
        world.users.get(userId),
        world.organizations.get(organizationId),
      ];
      if (!user || !organization) continue;
      for (const application of after.applications.values()) {
        const { applicationId } = application;
        const { entry, roles } = accessOf(world, user, organization, application);
        const expected = accessIn(after, userId, organizationId, applicationId);
        const where = `${userId} in ${organizationId} at ${applicationId}`;
        assert.equal(entry === true, expected !== undefined, `${where}: ${entry}`);
        const given = roles.map(({ roleId }) => roleId).sort();
        assert.deepEqual(given, [...(expected ?? [])].sort(), where);
      }
    }
  },

  'inv-02, inv-03: a grant holds only what the organization may hand out'({ after }) {
    for (const [organizationId, table] of after.grants) {
      for (const { userId, applicationId, roles } of [...table.values()].flat()) {
        const where = `${userId} in ${organizationId} at ${applicationId}`;
        assert.ok(after.onboardings.get(organizationId)?.has(applicationId), where);
        const ceiling = ceilingIn(after, organizationId, applicationId);
        const roleIds = roles.map(({ roleId }) => roleId);
        assert.ok(isWithin(roleIds, ceiling), `${where}: ${roleIds.join()}`);
        assert.equal(new Set(roleIds).size, roleIds.length, where);
      }
    }
  },

  'inv-04: one membership for each person and organization'({ after }) {
    for (const [organizationId, table] of after.members) {
      for (const [userId, member] of table) {
        assert.deepEqual([member.organizationId, member.userId], [organizationId, userId]);
      }
    }
    for (const [organizationId, table] of after.grants) {
      for (const [userId, grants] of table) {
        const applications = grants.map(({ applicationId }) => applicationId);
        assert.equal(new Set(applications).size, applications.length, userId);
        for (const grant of grants) {
          assert.deepEqual([grant.organizationId, grant.userId], [organizationId, userId]);
        }
      }
    }
  },

  'inv-09: a managed organization has at most what its parent exposes'({ after }) {
    for (const [organizationId, table] of after.onboardings) {
      const parentId = after.organizations.get(organizationId)?.parentOrganizationId;
      for (const { applicationId, fromParent } of table.values()) {
        if (!fromParent) continue;
        const where = `${organizationId} at ${applicationId}`;
        const share = after.onboardings.get(parentId ?? '')?.get(applicationId);
        assert.ok(share, where);
        const exposed = share.exposedRoleGroupIds;
        const ceiling = ceilingIn(after, organizationId, applicationId);
        assert.ok(isWithin(ceiling, rolesIn(after, applicationId, exposed)), where);
        assert.ok(isWithin(ceiling, ceilingIn(after, parentId ?? '', applicationId)), where);
      }
    }
  },
};
