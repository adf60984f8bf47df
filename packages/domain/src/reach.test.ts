import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { builtInOrganizationRoles, permissionsOf } from './organization-roles.ts';
import {
  reachBlocker,
  reachesApplication,
  reachOf,
  type ManagedLink,
  type Needs,
  type Reacher,
} from './reach.ts';

const actor = (organizationId: string, roleId = 'organizationAdmin'): Reacher => ({
  organizationId,
  permissions: permissionsOf(builtInOrganizationRoles.filter((role) => role.roleId === roleId)),
  platform: false,
});

const oslo: ManagedLink = {
  organizationId: 'oslo',
  parentOrganizationId: 'north',
  applicationIds: ['flights'],
};
const north: ManagedLink = {
  organizationId: 'north',
  parentOrganizationId: 'acme',
  applicationIds: ['flights', 'ledger'],
};
const acme: ManagedLink = {
  organizationId: 'acme',
  parentOrganizationId: undefined,
  applicationIds: [],
};

const reading: Needs = {
  own: ['members:read'],
  managed: ['managed-organizations:read', 'members:read'],
};
const ownOnly: Needs = { own: ['connections:manage'], managed: undefined };

describe('reachOf', () => {
  it('is one’s own organization and, from above, what it manages', () => {
    assert.deepEqual(reachOf(actor('acme'), [acme]), { kind: 'own' });
    assert.deepEqual(reachOf(actor('acme'), [north, acme]), {
      kind: 'managed',
      applicationIds: new Set(['flights', 'ledger']),
    });
  });

  it('from two levels above is what every link on the way is for', () => {
    const both = { kind: 'managed', applicationIds: new Set(['flights']) };
    assert.deepEqual(reachOf(actor('acme'), [oslo, north, acme]), both);
    const wide = { ...oslo, applicationIds: ['flights', 'rewards'] };
    assert.deepEqual(reachOf(actor('acme'), [wide, north, acme]), both);
  });

  it('P15: never leads upwards or sideways', () => {
    assert.deepEqual(reachOf(actor('oslo'), [north, acme]), { kind: 'none' });
    assert.deepEqual(reachOf(actor('south'), [north, acme]), { kind: 'none' });
    assert.deepEqual(reachOf(actor('acme'), []), { kind: 'none' });
  });

  it('takes the permission to read managed organizations', () => {
    assert.deepEqual(reachOf(actor('acme', 'organizationMember'), [north, acme]), { kind: 'none' });
    assert.equal(reachOf(actor('acme', 'organizationCreator'), [north, acme]).kind, 'managed');
  });

  it('is everything in the Admin Portal', () => {
    const platform = { organizationId: undefined, permissions: new Set<never>(), platform: true };
    assert.deepEqual(reachOf(platform, [north, acme]), { kind: 'platform' });
  });
});

describe('reachBlocker', () => {
  const managed = reachOf(actor('acme'), [north, acme]);

  it('does not tell what is out of reach from what does not exist', () => {
    assert.equal(reachBlocker(actor('acme'), { kind: 'none' }, reading), 'not_found');
    assert.equal(reachBlocker(actor('acme'), managed, ownOnly), 'not_found');
  });

  it('P31: ends at the applications that the link is for', () => {
    assert.equal(reachBlocker(actor('acme'), managed, reading, 'flights'), undefined);
    assert.equal(reachBlocker(actor('acme'), managed, reading, 'shop'), 'not_found');
  });

  it('is nothing at all where no application is linked', () => {
    const apart = reachOf(actor('acme'), [{ ...oslo, applicationIds: ['shop'] }, north, acme]);
    assert.equal(reachBlocker(actor('acme'), apart, reading), 'not_found');
  });

  it('asks for every permission at once, from above', () => {
    const needs: Needs = { ...reading, managed: ['managed-organizations:read', 'members:suspend'] };
    const creator = actor('acme', 'organizationCreator');
    assert.equal(reachBlocker(creator, managed, needs), 'forbidden');
    assert.equal(reachBlocker(actor('acme'), managed, needs), undefined);
  });

  it('asks for the permission in one’s own organization', () => {
    const member = actor('acme', 'organizationMember');
    assert.equal(reachBlocker(member, { kind: 'own' }, reading), 'forbidden');
    assert.equal(reachBlocker(actor('acme'), { kind: 'own' }, reading), undefined);
    const platformOnly = { own: undefined, managed: undefined };
    assert.equal(reachBlocker(actor('acme'), { kind: 'own' }, platformOnly), 'forbidden');
    assert.equal(reachBlocker(actor('acme'), { kind: 'platform' }, platformOnly), undefined);
  });
});

describe('reachesApplication', () => {
  it('is about the linked applications from above, and about all in one’s own organization', () => {
    const managed = reachOf(actor('acme'), [north, acme]);
    assert.equal(reachesApplication(managed, 'flights'), true);
    assert.equal(reachesApplication(managed, 'shop'), false);
    assert.equal(reachesApplication({ kind: 'own' }, 'shop'), true);
    assert.equal(reachesApplication({ kind: 'platform' }, 'shop'), true);
    assert.equal(reachesApplication({ kind: 'tenant' }, 'shop'), false);
    assert.equal(reachesApplication({ kind: 'none' }, 'shop'), false);
  });
});
