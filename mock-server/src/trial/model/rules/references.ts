import assert from 'node:assert/strict';
import { membersIn } from '../naive.ts';
import type { Rules, Moment } from '../step.ts';

/** Where the things are kept that secrets are good for. */
const owner = {
  invitation: 'invitations',
  apiKey: 'apiKeys',
  directoryToken: 'directoryTokens',
} as const;

/** Nothing that is kept points to nothing. */
export const referenceRules: Rules<Moment> = {
  'inv-43: nothing refers to what is gone'({ after }) {
    const { users, organizations, applications, roles, organizationRoles, onboardings } = after;
    for (const { organizationId, userId, organizationRoleIds, status } of membersIn(after)) {
      assert.ok(users.has(userId) && organizations.has(organizationId), userId);
      for (const roleId of organizationRoleIds) assert.ok(organizationRoles.has(roleId), roleId);
      if (status !== 'pending') continue;
      const waiting = [...(after.invitations.get(organizationId)?.values() ?? [])].some(
        (one) =>
          one.status === 'pending' &&
          one.email.toLowerCase() === users.get(userId)?.email.toLowerCase(),
      );
      assert.ok(waiting, `${userId} waits in ${organizationId} for nothing`);
    }
    for (const [organizationId, table] of after.invitations) {
      for (const { status, email, renewedBy } of table.values()) {
        if (status !== 'pending' || renewedBy !== undefined) continue;
        const userId = after.userIdsByEmail.get(email.toLowerCase()) ?? '';
        const member = after.members.get(organizationId)?.get(userId);
        assert.equal(member?.status, 'pending', `${email} in ${organizationId}`);
      }
    }
    for (const [organizationId, table] of after.grants) {
      for (const grant of [...table.values()].flat()) {
        assert.ok(after.members.get(organizationId)?.has(grant.userId), grant.userId);
        assert.ok(applications.has(grant.applicationId), grant.applicationId);
      }
    }
    for (const [organizationId, table] of onboardings) {
      assert.ok(organizations.has(organizationId), organizationId);
      for (const share of table.values()) {
        assert.ok(applications.has(share.applicationId), share.applicationId);
        const groups = [...share.roleGroupIds, ...share.exposedRoleGroupIds];
        for (const id of groups) assert.ok(after.roleGroups.has(id), id);
        for (const id of [...share.roleIds, ...share.defaultRoleIds]) assert.ok(roles.has(id), id);
        const { connectionId } = share;
        const connections = after.connections.get(organizationId);
        assert.ok(connectionId === undefined || connections?.has(connectionId), connectionId);
      }
    }
    for (const { applicationId, roleIds } of after.roleGroups.values()) {
      assert.ok(applications.has(applicationId), applicationId);
      for (const id of roleIds) assert.equal(roles.get(id)?.applicationId, applicationId, id);
    }
    for (const { applicationId } of roles.values()) assert.ok(applications.has(applicationId));
    for (const { parentOrganizationId: id } of organizations.values()) {
      assert.ok(id === undefined || organizations.has(id), id);
    }
    const byOrganization = [
      'invitations',
      'domains',
      'connections',
      'directoryTokens',
      'apiKeys',
    ] as const;
    for (const name of byOrganization) {
      for (const id of after[name].keys()) assert.ok(organizations.has(id), `${name} of ${id}`);
    }
    for (const use of after.secrets.values()) {
      const owners =
        use.purpose === 'passwordReset' ? users : after[owner[use.purpose]].get(use.organizationId);
      assert.ok(owners?.has(use.id), `a secret of ${use.purpose} ${use.id}`);
    }
    for (const domainId of after.domainChallenges.keys()) {
      assert.ok(
        [...after.domains.values()].some((all) => all.has(domainId)),
        domainId,
      );
    }
    for (const [id, { entry, revoked }] of after.families) {
      if (revoked) continue;
      const { userId, organizationId } = entry;
      assert.ok(users.has(userId), id);
      if (organizationId === undefined) continue;
      assert.ok(after.members.get(organizationId)?.has(userId), `${id}: ${userId}`);
    }
  },
};
