import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { standingBlocker, type Member } from './members.ts';
import type { Organization } from './organizations.ts';

const organization: Organization = {
  organizationId: 'org',
  name: 'Org',
  slug: 'org',
  status: 'active',
  createdAt: 0,
};
const member: Member = {
  userId: 'ada',
  organizationId: 'org',
  status: 'active',
  organizationRoleIds: [],
  source: 'direct',
  version: 1,
};

describe('standingBlocker', () => {
  const verdict = (some: Partial<Member>, now = 10) =>
    standingBlocker({ ...member, ...some }, organization, now);

  it('lets a member act until the very end of their membership', () => {
    assert.equal(verdict({}), undefined);
    assert.equal(verdict({ expiresAt: 10 }, 9), undefined);
    assert.equal(verdict({ expiresAt: 10 }, 10), 'no_access');
  });

  it('says what keeps a member from acting', () => {
    assert.equal(verdict({ status: 'pending' }), 'not_joined');
    assert.equal(verdict({ status: 'suspended' }), 'member_suspended');
    const suspended: Organization = { ...organization, status: 'suspended' };
    assert.equal(standingBlocker(member, suspended, 10), 'organization_suspended');
  });

  it('lets nobody act in a state that no rule knows', () => {
    assert.equal(verdict({ status: 'archived' as Member['status'] }), 'no_access');
  });
});
