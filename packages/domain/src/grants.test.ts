import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  ceilingBlocker,
  grantingBlocker,
  withdrawalBlocker,
  type GrantFacts,
  withinCeiling,
} from './grants.ts';
import { builtInOrganizationRoles, permissionsOf } from './organization-roles.ts';

const all = permissionsOf(builtInOrganizationRoles);
const administrator = { userId: 'admin', permissions: all };

const facts = (some: Partial<GrantFacts> = {}): GrantFacts => ({
  member: {
    userId: 'member',
    organizationId: 'org',
    status: 'active',
    organizationRoleIds: [],
    source: 'direct',
    version: 1,
  },
  permissions: new Set(),
  isLastAdministrator: false,
  ceiling: new Set(['viewer', 'agent']),
  present: ['viewer'],
  inForce: true,
  seats: { limit: undefined, used: 0 },
  ...some,
});

describe('granting roles of an application', () => {
  it('P01: stays within what the organization may hand out', () => {
    assert.equal(grantingBlocker(administrator, facts(), ['viewer', 'agent']), undefined);
    assert.equal(grantingBlocker(administrator, facts(), ['approver']), 'role_outside_ceiling');
  });

  it('P02: takes an application that the organization has', () => {
    const without = facts({ ceiling: undefined, present: undefined, inForce: false });
    assert.equal(grantingBlocker(administrator, without, []), 'application_not_onboarded');
  });

  it('lets roles go that fell out of the ceiling, and keep what is there', () => {
    const fallen = facts({ present: ['viewer', 'approver'] });
    assert.equal(grantingBlocker(administrator, fallen, ['viewer']), undefined);
    assert.equal(grantingBlocker(administrator, fallen, ['viewer', 'approver']), undefined);
  });

  it('P03: gives nobody more by their own hand, and lets them give up', () => {
    const self = { ...administrator, userId: 'member' };
    assert.equal(grantingBlocker(self, facts(), ['viewer', 'agent']), 'self_change_refused');
    const nothing = facts({ present: undefined, inForce: false });
    assert.equal(grantingBlocker(self, nothing, []), 'self_change_refused');
    assert.equal(grantingBlocker(self, facts(), []), undefined);
  });

  it('P03: gives nobody more time by their own hand, and lets them take less', () => {
    const self = { ...administrator, userId: 'member' };
    const limited = facts({ endsAt: 100 });
    const ask = (expiresAt?: number) => grantingBlocker(self, limited, ['viewer'], expiresAt, 50);
    assert.equal(ask(), 'self_change_refused');
    assert.equal(ask(101), 'self_change_refused');
    assert.equal(ask(100), undefined);
    assert.equal(ask(99), undefined);
    assert.equal(grantingBlocker(administrator, limited, ['viewer']), undefined);
  });

  it('P03: takes what has ended for nothing: nobody begins it anew for themselves', () => {
    const self = { ...administrator, userId: 'member' };
    const ended = facts({ inForce: false, endsAt: 100 });
    assert.equal(grantingBlocker(self, ended, ['viewer'], 100), 'self_change_refused');
    const sunk = facts({ inForce: false, endsAt: 100, present: ['approver'] });
    assert.equal(grantingBlocker(administrator, sunk, ['approver']), 'role_outside_ceiling');
  });

  it('P04: is not for members above the actor', () => {
    const above = facts({ permissions: all });
    const actor = { userId: 'actor', permissions: new Set(['access:grant'] as const) };
    assert.equal(grantingBlocker(actor, above, []), 'escalation_refused');
    assert.equal(withdrawalBlocker(actor, above), 'escalation_refused');
  });

  it('P29: takes a seat from those that are left, once per person', () => {
    const seats = { limit: 2, used: 2 };
    const newcomer = facts({ present: undefined, inForce: false, seats });
    assert.equal(grantingBlocker(administrator, newcomer, ['viewer']), 'seat_limit_reached');
    assert.equal(grantingBlocker(administrator, facts({ seats }), ['agent']), undefined);
    const back = facts({ inForce: false, endsAt: 100, seats });
    assert.equal(grantingBlocker(administrator, back, ['viewer']), 'seat_limit_reached');
    const room = facts({ present: undefined, inForce: false, seats: { limit: 2, used: 1 } });
    assert.equal(grantingBlocker(administrator, room, ['viewer']), undefined);
  });
});

describe('taking access away', () => {
  it('takes something to take', () => {
    assert.equal(withdrawalBlocker(administrator, facts()), undefined);
    assert.equal(withdrawalBlocker(administrator, facts({ present: undefined })), 'not_found');
  });
});

describe('ceilingBlocker', () => {
  it('looks at every role by its own id', () => {
    assert.equal(ceilingBlocker(new Set(['viewer']), ['viewer,agent']), 'role_outside_ceiling');
    assert.equal(ceilingBlocker(new Set(['viewer']), []), undefined);
  });
});

describe('withinCeiling', () => {
  const grant = {
    userId: 'u',
    organizationId: 'o',
    applicationId: 'app',
    roles: [
      { roleId: 'viewer', source: 'direct' },
      { roleId: 'boss', source: 'default', grantedBy: 'somebody' },
    ],
  } as const;

  it('keeps what lies within as it was given', () => {
    assert.equal(withinCeiling(grant, new Set(['viewer', 'boss', 'agent']), false), grant);
    const left = withinCeiling(grant, new Set(['boss']), false);
    assert.deepEqual(left?.roles, [grant.roles[1]]);
  });

  it('leaves nothing where no role is left, unless people enter without one', () => {
    assert.equal(withinCeiling(grant, new Set(), false), undefined);
    assert.deepEqual(withinCeiling(grant, new Set(), true)?.roles, []);
    assert.equal(withinCeiling(grant, undefined, true), undefined);
    const bare = { ...grant, roles: [] };
    assert.equal(withinCeiling(bare, new Set(['viewer']), false), bare);
  });
});
