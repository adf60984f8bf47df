import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { profileFor, standingBlocker, type Member } from './members.ts';
import type { Organization } from './organizations.ts';
import type { User } from './users.ts';

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

describe('profileFor', () => {
  const user: User = {
    userId: 'ada',
    email: 'ada@acme.example',
    emailVerified: true,
    name: 'Ada',
    phone: '+47 22 00 00 00',
    picture: 'https://acme.example/ada.png',
    locale: 'nb',
    status: 'disabled',
    platformAdministrator: true,
  };

  it('is all there is of whoever has joined, suspended or not', () => {
    assert.equal(profileFor({ status: 'active' }, user), user);
    assert.equal(profileFor({ status: 'suspended' }, user), user);
  });

  it('I12: is that of somebody new as long as they have not', () => {
    assert.deepEqual(profileFor({ status: 'pending' }, user), {
      userId: 'ada',
      email: 'ada@acme.example',
      emailVerified: false,
      name: '',
      status: 'active',
      platformAdministrator: false,
    });
  });
});
