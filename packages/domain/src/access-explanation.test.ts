import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { explainAccess, type Remedy } from './access-explanation.ts';
import { effectiveAccess, type AccessFacts, type ChainLink } from './access.ts';
import { accessWorld, worldNow as now } from './trial/access-worlds.ts';

const worlds = { numRuns: 10_000 };

const active = { status: 'active' } as const;
const everyGroup = ['front', 'control'];

/** The facts after somebody has taken an act. */
function done(facts: AccessFacts, { name, organizationId }: Remedy): AccessFacts {
  const { user, member, application, chain } = facts;
  const [own, ...above] = chain;
  assert.ok(own);
  const share = {
    organizationId: 'org_0',
    applicationId: 'app',
    roleGroupIds: everyGroup,
    exposedRoleGroupIds: everyGroup,
    roleIds: [],
    defaultRoleIds: [],
    allowsRolelessAccess: false,
    ...active,
  };
  const widened = (link: ChainLink): ChainLink => ({
    ...link,
    onboarding: { ...share, status: link.onboarding?.status ?? 'active' },
  });
  const restored = ({ organization, onboarding }: ChainLink): ChainLink => ({
    organization: { ...organization, ...active },
    onboarding: { ...share, ...onboarding, ...active },
  });
  const ownShare = (onboarding: ChainLink['onboarding']) => ({
    ...facts,
    chain: [{ ...own, onboarding }, ...above],
  });
  const given = {
    userId: 'user',
    organizationId: 'org_0',
    applicationId: 'app',
    roles: everyGroup.concat('viewer', 'agent', 'approver', 'auditor').map((roleId) => ({
      roleId,
      source: 'direct' as const,
    })),
  };
  const { expiresAt: _, ...unending } = member ?? { expiresAt: 0 };
  switch (name) {
    case 'enable_user':
      return { ...facts, user: { ...user, ...active } };
    case 'invite':
      return {
        ...facts,
        member: {
          userId: 'user',
          organizationId: 'org_0',
          organizationRoleIds: [],
          source: 'invitation',
          version: 1,
          ...active,
        },
      };
    case 'accept_invitation':
    case 'reactivate_member':
      return { ...facts, member: member && { ...member, ...active } };
    case 'extend_membership':
      return { ...facts, member: unending as AccessFacts['member'] };
    case 'reactivate_organization':
      return {
        ...facts,
        chain: [{ ...own, organization: { ...own.organization, ...active } }, ...above],
      };
    case 'enable_application':
      return { ...facts, application: { ...application, ...active } };
    case 'open_application':
      return { ...facts, application: { ...application, audience: 'both' } };
    case 'onboard':
      return { ...ownShare(share), chain: [{ ...own, onboarding: share }, ...above.map(widened)] };
    case 'reactivate_onboarding':
      return ownShare(own.onboarding && { ...own.onboarding, ...active });
    case 'restore_above':
      return {
        ...facts,
        chain: chain.map((link) =>
          link.organization.organizationId === organizationId ? restored(link) : link,
        ),
      };
    case 'widen_onboarding':
      return { ...facts, chain: chain.map(widened) };
    case 'give_access':
    case 'extend_access':
    case 'give_role':
      return { ...facts, grant: given };
  }
}

describe('explainAccess', () => {
  it('says the same as what is in force, in 10,000 worlds', () => {
    fc.assert(
      fc.property(accessWorld, (facts) => {
        const { entry, conditions, roles, permissions, given } = explainAccess(facts, now);
        assert.deepEqual({ entry, conditions, roles, permissions }, effectiveAccess(facts, now));
        assert.equal(entry === true, [...conditions.values()].every(Boolean));
        const counting = given.filter(({ inForce }) => inForce === true);
        if (entry !== true) return;
        assert.deepEqual(
          counting.map(({ roleId }) => roleId).sort(),
          roles.map(({ roleId }) => roleId).sort(),
        );
      }),
      worlds,
    );
  });

  it('says of each role what rests on it alone, in 10,000 worlds', () => {
    fc.assert(
      fc.property(accessWorld, (facts) => {
        const { entry, roles, permissions, given } = explainAccess(facts, now);
        const roleless = facts.chain[0]?.onboarding?.allowsRolelessAccess === true;
        for (const { roleId, removal } of given) {
          const others = roles.filter((role) => role.roleId !== roleId);
          const isLast = entry === true && others.length === 0 && !roleless;
          assert.equal(removal.entry, isLast ? 'role_outside_ceiling' : entry);
          const kept = new Set(others.flatMap((role) => role.permissions));
          assert.deepEqual(
            removal.permissions,
            permissions.filter((permission) => !kept.has(permission)),
          );
        }
      }),
      worlds,
    );
  });

  it('names acts that open the door together, and none where it is open, in 10,000 worlds', () => {
    fc.assert(
      fc.property(accessWorld, (facts) => {
        const { entry, remedies } = explainAccess(facts, now);
        assert.equal(entry === true, remedies.length === 0);
        assert.equal(effectiveAccess(remedies.reduce(done, facts), now).entry, true);
      }),
      worlds,
    );
  });

  it('leaves an act above the organization to those above it', () => {
    fc.assert(
      fc.property(accessWorld, (facts) => {
        for (const { name, by, organizationId } of explainAccess(facts, now).remedies) {
          const above = facts.chain.slice(1).map(({ organization }) => organization.organizationId);
          assert.equal(name === 'restore_above', organizationId !== undefined);
          if (organizationId === undefined) continue;
          assert.equal(by, 'parent');
          assert.ok(above.includes(organizationId));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('knows no way into an organization that nobody knows', () => {
    fc.assert(
      fc.property(accessWorld, (facts) => {
        const { entry, given } = explainAccess({ ...facts, chain: [] }, now);
        assert.notEqual(entry, true);
        for (const { inForce } of given) assert.notEqual(inForce, true);
      }),
      { numRuns: 200 },
    );
  });
});
