import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  allPermissions,
  builtInOrganizationRoles,
  organizationRoleBlocker,
  permissionsOf,
  roleMakingBlocker,
  type Permission,
} from './organization-roles.ts';

describe('making and changing organization roles', () => {
  const [administrator, creator] = builtInOrganizationRoles;
  const actor = (permissions: Iterable<Permission>) => ({ permissions: new Set(permissions) });

  it('P08: nobody makes a role that can do more than they can', () => {
    const all = [...allPermissions];
    for (const missing of all) {
      const few = actor(all.filter((one) => one !== missing));
      assert.equal(roleMakingBlocker(few, [missing], false), 'escalation_refused');
      assert.equal(roleMakingBlocker(few, [...few.permissions], false), undefined);
    }
    assert.equal(roleMakingBlocker(actor([]), [], false), undefined);
  });

  it('P08: nobody changes a role that can do more than they can', () => {
    const role = { roleId: 'orgrole_x', name: 'X', permissions: ['audit:read'] } as const;
    const creators = actor(permissionsOf([creator!]));
    assert.equal(organizationRoleBlocker(creators, role), 'escalation_refused');
    assert.equal(organizationRoleBlocker(actor(['audit:read']), role), undefined);
  });

  it('leaves the built-in ones to nobody, and no name to two', () => {
    const everything = actor(allPermissions);
    for (const role of builtInOrganizationRoles) {
      assert.equal(organizationRoleBlocker(everything, role), 'forbidden');
    }
    assert.equal(administrator?.roleId, 'organizationAdmin');
    assert.equal(roleMakingBlocker(everything, [], true), 'already_exists');
  });
});

describe('the roles that every tenant has', () => {
  it('are those of who administers, who creates and who is there', () => {
    const table = builtInOrganizationRoles.map(({ roleId, name, permissions }) => [
      roleId,
      name,
      permissions.length,
    ]);
    assert.deepEqual(table, [
      ['organizationAdmin', 'Administrator', 24],
      ['organizationCreator', 'Creator', 5],
      ['organizationMember', 'Member', 1],
    ]);
    for (const permission of allPermissions) assert.match(permission, /^[a-z-]+:[a-z]+$/);
    assert.equal(allPermissions.size, 24);
  });
});
