import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Connection } from './connections.ts';
import {
  changedShare,
  defaultsFor,
  onboardingBlocker,
  shareBlocker,
  sharesLess,
  signInBlocker,
  type Onboarding,
  type OnboardingFacts,
  type ShareChange,
} from './onboardings.ts';

const share: Onboarding = {
  organizationId: 'child',
  applicationId: 'app',
  status: 'active',
  roleGroupIds: ['front', 'back'],
  roleIds: [],
  defaultRoleIds: ['viewer'],
  allowsRolelessAccess: false,
  exposedRoleGroupIds: ['front'],
};
const application = { applicationId: 'app', name: 'App', audience: 'b2b' } as const;

describe('onboardingBlocker', () => {
  const platform: OnboardingFacts = {
    application,
    present: undefined,
    reach: { kind: 'platform' },
  };
  const parent: OnboardingFacts = {
    ...platform,
    reach: { kind: 'managed', applicationIds: new Set(['other']) },
    parent: { onboarding: share, reached: true },
  };

  it('lets the platform and the parent give what there is to give, once', () => {
    assert.equal(onboardingBlocker(platform), undefined);
    assert.equal(onboardingBlocker(parent), undefined);
    assert.equal(onboardingBlocker({ ...platform, present: share }), 'already_exists');
    const fromParent = { ...share, fromParent: true } as const;
    assert.equal(onboardingBlocker({ ...parent, present: fromParent }), 'already_exists');
  });

  it('P12: gives nobody what their parent does not have, not even from the platform', () => {
    const without = { onboarding: undefined, reached: true };
    const shut = { onboarding: { ...share, status: 'suspended' as const }, reached: true };
    for (const facts of [platform, parent]) {
      for (const above of [without, shut]) {
        const code = onboardingBlocker({ ...facts, parent: above });
        assert.equal(code, 'application_not_onboarded');
      }
    }
  });

  it('P31: tells a parent nothing of what the organization has from elsewhere', () => {
    assert.equal(onboardingBlocker({ ...parent, present: share }), 'not_found');
    assert.equal(onboardingBlocker({ ...parent, parent: undefined }), 'not_found');
    const beyond = { onboarding: share, reached: false };
    assert.equal(onboardingBlocker({ ...parent, parent: beyond }), 'not_found');
  });

  it('knows no application that is not for organizations', () => {
    const shop = { ...application, audience: 'b2c' } as const;
    assert.equal(onboardingBlocker({ ...platform, application: shop }), 'validation_failed');
    assert.equal(onboardingBlocker({ ...platform, application: undefined }), 'validation_failed');
  });
});

describe('changedShare', () => {
  it('leaves what is not said, and takes away what is `null`', () => {
    const bound = { ...share, seatLimit: 5, connectionId: 'connection' };
    assert.deepEqual(changedShare(bound, {}), bound);
    const silent = { status: undefined, roleIds: undefined, seatLimit: undefined };
    assert.deepEqual(changedShare(bound, silent), bound);
    assert.deepEqual(changedShare(bound, { seatLimit: null, connectionId: null }), share);
    assert.equal(changedShare(bound, { seatLimit: 0 }).seatLimit, 0);
    assert.equal(changedShare(share, { status: 'suspended' }).status, 'suspended');
  });

  it('exposes nothing that is not there any more', () => {
    assert.deepEqual(changedShare(share, { roleGroupIds: ['back'] }).exposedRoleGroupIds, []);
  });
});

describe('shareBlocker', () => {
  const judged = (change: ShareChange, some: Partial<Onboarding> = {}, parent?: Onboarding) =>
    shareBlocker(change, {
      next: changedShare({ ...share, ...some }, change),
      ceiling: new Set(['viewer', 'agent']),
      parent,
      seatsUsed: 3,
    });

  it('keeps to the ceiling, to the seats that are taken, and to what is there to expose', () => {
    assert.equal(judged({ defaultRoleIds: ['agent'], roleIds: ['viewer'] }), undefined);
    assert.equal(judged({ defaultRoleIds: ['boss'] }), 'role_outside_ceiling');
    assert.equal(judged({ roleIds: ['boss'] }), 'role_outside_ceiling');
    assert.equal(judged({ exposedRoleGroupIds: ['attic'] }), 'role_outside_ceiling');
    assert.equal(judged({ seatLimit: 3 }), undefined);
    assert.equal(judged({ seatLimit: 2 }), 'seat_limit_reached');
    assert.equal(judged({ seatLimit: null }), undefined);
  });

  it('P13: takes from a parent only the role groups that it exposes', () => {
    const managed = { fromParent: true } as const;
    assert.equal(judged({ roleGroupIds: ['front'] }, managed, share), undefined);
    assert.equal(judged({ roleGroupIds: ['back'] }, managed, share), 'role_outside_ceiling');
    assert.equal(judged({ roleGroupIds: [] }, managed), 'application_not_onboarded');
    assert.equal(judged({ seatLimit: 9 }, managed), undefined);
    const beside = { roleGroupIds: ['front'], exposedRoleGroupIds: ['front'], roleIds: ['boss'] };
    assert.equal(judged(beside, managed, share), 'role_outside_ceiling');
  });

  it('says when an organization or one below can hand out less', () => {
    assert.equal(sharesLess(share, { ...share, roleGroupIds: ['front', 'back', 'attic'] }), false);
    assert.equal(sharesLess(share, { ...share, roleGroupIds: ['front'] }), true);
    assert.equal(sharesLess({ ...share, roleIds: ['viewer'] }, share), true);
    assert.equal(sharesLess(share, { ...share, exposedRoleGroupIds: [] }), true);
  });
});

describe('signInBlocker', () => {
  const connection = { connectionId: 'connection' } as Connection;
  const own = { kind: 'platform' } as const;

  it("takes one of the organization's own connections, for this application or for all", () => {
    assert.equal(signInBlocker('app', own, connection), undefined);
    assert.equal(signInBlocker('app', own, { ...connection, applicationId: 'app' }), undefined);
    assert.equal(signInBlocker('app', own, null), undefined);
    const other = { ...connection, applicationId: 'other' };
    assert.equal(signInBlocker('app', own, other), 'validation_failed');
    assert.equal(signInBlocker('app', own, undefined), 'validation_failed');
  });

  it('P31: knows none for a parent', () => {
    const managed = { kind: 'managed', applicationIds: new Set(['app']) } as const;
    assert.equal(signInBlocker('app', managed, connection), 'validation_failed');
    assert.equal(signInBlocker('app', managed, null), 'validation_failed');
  });
});

describe('defaultsFor', () => {
  const ceiling = new Set(['viewer']);
  const free = { limit: undefined, used: 0 };

  it('gives the default roles within the ceiling, while it is active and a seat is free', () => {
    const two = { ...share, defaultRoleIds: ['viewer', 'boss'] };
    assert.deepEqual(defaultsFor(two, ceiling, free), ['viewer']);
    assert.deepEqual(defaultsFor({ ...two, status: 'suspended' }, ceiling, free), []);
    assert.deepEqual(defaultsFor(two, ceiling, { limit: 2, used: 1 }), ['viewer']);
    assert.deepEqual(defaultsFor(two, ceiling, { limit: 2, used: 2 }), []);
  });
});
