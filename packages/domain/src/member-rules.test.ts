import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  additionBlocker,
  expiryBlocker,
  handingOutBlocker,
  leavingBlocker,
  ownershipTransferBlocker,
  reactivationBlocker,
  removalBlocker,
  roleAssignmentBlocker,
  suspensionBlocker,
  type Administrator,
  type MemberFacts,
} from './member-rules.ts';
import type { Member, MemberStatus } from './members.ts';
import { builtInOrganizationRoles, covers, permissionsOf } from './organization-roles.ts';

const role = (roleId: string) => builtInOrganizationRoles.filter((one) => one.roleId === roleId);
const administrator: Administrator = {
  userId: 'admin',
  permissions: permissionsOf(role('organizationAdmin')),
};
const creator: Administrator = {
  userId: 'creator',
  permissions: permissionsOf(role('organizationCreator')),
};

function facts(
  roleId: string,
  some: Partial<Member> = {},
  isLastAdministrator = false,
): MemberFacts {
  return {
    member: {
      userId: 'member',
      organizationId: 'org',
      status: 'active',
      organizationRoleIds: [roleId],
      source: 'direct',
      version: 1,
      ...some,
    },
    permissions: permissionsOf(role(roleId)),
    isLastAdministrator,
  };
}

const member = (some: Partial<Member> = {}) => facts('organizationMember', some);
const lastAdministrator = facts('organizationAdmin', {}, true);

describe('suspending and letting back in', () => {
  it('follows the life of a membership', () => {
    const verdicts = (status: MemberStatus) => [
      suspensionBlocker(administrator, member({ status })),
      reactivationBlocker(administrator, member({ status })),
    ];
    assert.deepEqual(verdicts('active'), [undefined, 'already_member']);
    assert.deepEqual(verdicts('suspended'), ['member_suspended', undefined]);
    assert.deepEqual(verdicts('pending'), ['not_joined', 'not_joined']);
  });

  it('is not for oneself', () => {
    assert.equal(
      suspensionBlocker(administrator, member({ userId: 'admin' })),
      'self_change_refused',
    );
    const suspended = member({ userId: 'admin', status: 'suspended' });
    assert.equal(reactivationBlocker(administrator, suspended), 'self_change_refused');
  });
});

describe('removing and leaving', () => {
  it('ends any membership but the last administrator’s', () => {
    for (const status of ['pending', 'active', 'suspended'] as const) {
      assert.equal(removalBlocker(administrator, member({ status })), undefined);
    }
    assert.equal(removalBlocker(administrator, lastAdministrator), 'last_administrator');
    assert.equal(leavingBlocker(lastAdministrator), 'last_administrator');
    assert.equal(leavingBlocker(member()), undefined);
    assert.equal(leavingBlocker(undefined), 'forbidden');
  });

  it('keeps removing and leaving apart', () => {
    assert.equal(removalBlocker(administrator, member({ userId: 'admin' })), 'self_change_refused');
  });
});

describe('limiting a membership in time', () => {
  it('takes a moment to come, and not from the last administrator', () => {
    assert.equal(expiryBlocker(administrator, member(), 11, 10), undefined);
    assert.equal(expiryBlocker(administrator, member(), 10, 10), 'validation_failed');
    assert.equal(expiryBlocker(administrator, lastAdministrator, 11, 10), 'last_administrator');
    assert.equal(expiryBlocker(administrator, lastAdministrator, undefined, 10), undefined);
  });

  it('is not for oneself', () => {
    const self = member({ userId: 'admin' });
    assert.equal(expiryBlocker(administrator, self, 11, 10), 'self_change_refused');
  });
});

describe('assigning organization roles', () => {
  it('gives what the actor has', () => {
    assert.equal(
      roleAssignmentBlocker(administrator, member(), role('organizationAdmin')),
      undefined,
    );
    assert.equal(
      roleAssignmentBlocker(creator, member(), role('organizationAdmin')),
      'escalation_refused',
    );
  });

  it('lets nobody rise by their own hand, and lets them step down', () => {
    const self = facts('organizationCreator', { userId: 'creator' });
    assert.equal(
      roleAssignmentBlocker(creator, self, role('organizationAdmin')),
      'self_change_refused',
    );
    assert.equal(roleAssignmentBlocker(creator, self, []), undefined);
  });

  it('keeps the last administrator one', () => {
    assert.equal(
      roleAssignmentBlocker(administrator, lastAdministrator, role('organizationMember')),
      'last_administrator',
    );
    const more = [...role('organizationAdmin'), ...role('organizationCreator')];
    assert.equal(roleAssignmentBlocker(administrator, lastAdministrator, more), undefined);
  });
});

describe('adding a member', () => {
  const addition = {
    userId: 'new',
    present: undefined,
    roles: role('organizationMember'),
    expiresAt: undefined,
    now: 10,
  };
  const verdict = (some: Partial<Parameters<typeof additionBlocker>[1]>, actor = administrator) =>
    additionBlocker(actor, { ...addition, ...some });

  it('is for others who are no members yet, and for a time to come', () => {
    assert.equal(verdict({}), undefined);
    assert.equal(verdict({ userId: 'admin' }), 'self_change_refused');
    assert.equal(verdict({ expiresAt: 10 }), 'validation_failed');
    assert.equal(verdict({ expiresAt: 11 }), undefined);
    for (const status of ['pending', 'active'] as const) {
      assert.equal(verdict({ present: member({ status }).member }), 'already_member');
    }
    const suspended = member({ status: 'suspended' }).member;
    assert.equal(verdict({ present: suspended }), 'member_suspended');
  });

  it('P18: gives no role that the actor does not have', () => {
    const roles = role('organizationAdmin');
    assert.equal(verdict({ roles }), undefined);
    assert.equal(verdict({ roles }, creator), 'escalation_refused');
    for (const one of builtInOrganizationRoles) {
      const within = covers(creator.permissions, permissionsOf([one]));
      assert.equal(handingOutBlocker(creator, one), within ? undefined : 'escalation_refused');
    }
  });
});

describe('handing over the administration', () => {
  const owner = facts('organizationAdmin', { userId: 'admin' }, true);

  it('goes from an administrator to another active member who stays', () => {
    const transfer = (
      from: MemberFacts,
      to: MemberFacts,
      status: 'active' | 'disabled' = 'active',
    ) => {
      const actor = { userId: from.member.userId, permissions: from.permissions };
      return ownershipTransferBlocker(actor, from, to, { status });
    };
    assert.equal(transfer(owner, member()), undefined);
    const more = { organizationRoleIds: ['organizationMember', 'organizationAdmin'] };
    const ownerOfMore = { ...owner, member: { ...owner.member, ...more } };
    assert.equal(transfer(ownerOfMore, member()), undefined);
    assert.equal(transfer(member(), owner), 'forbidden');
    assert.equal(transfer(owner, owner), 'self_change_refused');
    assert.equal(transfer(owner, member({ status: 'pending' })), 'not_joined');
    assert.equal(transfer(owner, member({ status: 'suspended' })), 'member_suspended');
    assert.equal(transfer(owner, member(), 'disabled'), 'no_access');
    assert.equal(transfer(owner, member({ expiresAt: 99 })), 'last_administrator');
  });
});

describe('a key that may do less than its maker', () => {
  it('hands no administration over', () => {
    const owner = facts('organizationAdmin', { userId: 'admin' }, true);
    const key: Administrator = {
      userId: 'admin',
      permissions: new Set(['organization-roles:assign']),
    };
    const verdict = ownershipTransferBlocker(key, owner, member(), { status: 'active' });
    assert.equal(verdict, 'escalation_refused');
  });
});

describe('the law of not touching what is above', () => {
  const anyRoles = fc.subarray([...builtInOrganizationRoles]);

  it('P04: no rule lets somebody touch a member whom their own permissions do not cover', () => {
    fc.assert(
      fc.property(anyRoles, anyRoles, anyRoles, (own, theirs, given) => {
        const actor = { userId: 'actor', permissions: permissionsOf(own) };
        const target = { ...member(), permissions: permissionsOf(theirs) };
        if (covers(actor.permissions, target.permissions)) return;
        const suspended = { ...target, member: { ...target.member, status: 'suspended' as const } };
        for (const blocker of [
          suspensionBlocker(actor, target),
          reactivationBlocker(actor, suspended),
          removalBlocker(actor, target),
          expiryBlocker(actor, target, 11, 10),
          roleAssignmentBlocker(actor, target, given),
        ]) {
          assert.equal(blocker, 'escalation_refused');
        }
      }),
    );
  });

  it('P18: no rule lets somebody give more than they have', () => {
    fc.assert(
      fc.property(anyRoles, anyRoles, (own, given) => {
        const actor = { userId: 'actor', permissions: permissionsOf(own) };
        const target = { ...member(), permissions: new Set<never>() };
        const allowed = roleAssignmentBlocker(actor, target, given) === undefined;
        assert.equal(allowed, covers(actor.permissions, permissionsOf(given)));
      }),
    );
  });
});
