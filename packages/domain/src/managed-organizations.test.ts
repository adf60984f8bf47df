import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  creationBlocker,
  exposingBlocker,
  exposureBlocker,
  handedOn,
  managedBlocker,
  moveBlocker,
} from './managed-organizations.ts';
import type { Onboarding } from './onboardings.ts';

const onboarding: Onboarding = {
  organizationId: 'acme',
  applicationId: 'flights',
  status: 'active',
  roleGroupIds: ['front', 'control'],
  roleIds: [],
  defaultRoleIds: [],
  allowsRolelessAccess: false,
  exposedRoleGroupIds: ['front', 'gone'],
};

const creation = {
  parent: {
    organizationId: 'acme',
    name: 'Acme',
    slug: 'acme',
    status: 'active',
    createdAt: 0,
  },
  onboarding,
  parentDepth: 0,
  maxManagedDepth: 3,
  slugTaken: false,
} as const;

describe('creating a managed organization', () => {
  it('takes an active parent with the application, and room below it', () => {
    assert.equal(creationBlocker(creation), undefined);
    assert.equal(creationBlocker({ ...creation, parentDepth: 2 }), undefined);
    assert.equal(creationBlocker({ ...creation, parentDepth: 3 }), 'depth_exceeded');
    assert.equal(creationBlocker({ ...creation, slugTaken: true }), 'already_exists');
    const suspended = { ...creation, parent: { ...creation.parent, status: 'suspended' as const } };
    assert.equal(creationBlocker(suspended), 'organization_suspended');
  });

  it('P12: is never for an application that the parent does not have', () => {
    assert.equal(
      creationBlocker({ ...creation, onboarding: undefined }),
      'application_not_onboarded',
    );
    const paused = { ...onboarding, status: 'suspended' as const };
    assert.equal(creationBlocker({ ...creation, onboarding: paused }), 'application_not_onboarded');
  });
});

describe('moving an organization', () => {
  const move = {
    organizationId: 'north',
    newAncestorIds: ['acme'],
    height: 1,
    maxManagedDepth: 3,
    hasAdministrator: true,
  };

  it('P17: makes no cycle and no tower', () => {
    assert.equal(moveBlocker(move), undefined);
    assert.equal(moveBlocker({ ...move, newAncestorIds: ['oslo', 'north'] }), 'cycle_refused');
    assert.equal(moveBlocker({ ...move, newAncestorIds: ['north'] }), 'cycle_refused');
    assert.equal(moveBlocker({ ...move, height: 2 }), undefined);
    assert.equal(moveBlocker({ ...move, height: 3 }), 'depth_exceeded');
    assert.equal(moveBlocker({ ...move, newAncestorIds: [], height: 3 }), undefined);
  });

  it('leaves nobody at the root without an administrator of their own', () => {
    const orphan = { ...move, hasAdministrator: false };
    assert.equal(moveBlocker(orphan), undefined);
    assert.equal(moveBlocker({ ...orphan, newAncestorIds: [] }), 'last_administrator');
  });
});

describe('exposing role groups', () => {
  it('P13: gives a child only what the parent has and exposes', () => {
    assert.equal(exposureBlocker(onboarding, ['front']), undefined);
    assert.equal(exposureBlocker(onboarding, []), undefined);
    assert.equal(exposureBlocker(onboarding, ['front', 'control']), 'role_outside_ceiling');
    assert.equal(exposureBlocker(onboarding, ['gone']), 'role_outside_ceiling');
    assert.equal(exposureBlocker(undefined, []), 'application_not_onboarded');
    assert.deepEqual(handedOn(onboarding, ['gone', 'front', 'control']), ['front']);
    assert.deepEqual(handedOn(undefined, ['front']), []);
  });

  it('exposes only what the organization has itself', () => {
    assert.equal(exposingBlocker(onboarding, ['front', 'control']), undefined);
    assert.equal(exposingBlocker(onboarding, ['gone']), 'role_outside_ceiling');
    assert.equal(exposingBlocker(onboarding, ['front', 'gone']), 'role_outside_ceiling');
    assert.equal(exposingBlocker(undefined, []), 'application_not_onboarded');
  });
});

describe('managedBlocker', () => {
  it('gives nothing from above to who has nobody above', () => {
    assert.equal(managedBlocker({ parentOrganizationId: 'acme' }), undefined);
    assert.equal(managedBlocker({}), 'not_found');
  });
});
