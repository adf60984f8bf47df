import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decide, type Actor } from './actions.ts';
import { builtInOrganizationRoles, permissionsOf } from './organization-roles.ts';

const actor = (roleId: string): Actor => ({
  userId: 'user',
  organizationId: 'org',
  permissions: permissionsOf(builtInOrganizationRoles.filter((role) => role.roleId === roleId)),
});

describe('decide', () => {
  it('lets administrators and creators see the members, and plain members only themselves', () => {
    const target = { organizationId: 'org' };
    assert.equal(decide(actor('organizationAdmin'), 'members.list', target), true);
    assert.equal(decide(actor('organizationCreator'), 'members.list', target), true);
    assert.equal(decide(actor('organizationMember'), 'members.list', target), 'forbidden');
    const self = { ...target, userId: 'user' };
    assert.equal(decide(actor('organizationMember'), 'member.read', self), true);
    const other = { ...target, userId: 'other' };
    assert.equal(decide(actor('organizationMember'), 'member.read', other), 'forbidden');
  });

  it('knows no other organization, whatever is asked', () => {
    const target = { organizationId: 'other', userId: 'user' };
    for (const action of ['organization.read', 'members.list', 'member.read'] as const) {
      assert.equal(decide(actor('organizationAdmin'), action, target), 'not_found');
    }
  });

  it('refuses a person whose membership allows nothing', () => {
    assert.equal(
      decide(actor('none'), 'organization.read', { organizationId: 'org' }),
      'forbidden',
    );
  });
});

describe('permissionsOf', () => {
  it('adds up the permissions of several roles, each once', () => {
    const all = permissionsOf(builtInOrganizationRoles);
    const administrator = builtInOrganizationRoles[0]!.permissions;
    assert.deepEqual([...all].sort(), [...administrator].sort());
  });
});
