import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultRoles, rolesOf } from './roles.ts';

describe('rolesOf', () => {
  const roles = rolesOf(defaultRoles);
  const idsIn = (text: string) => roles.read(text).map((role) => role.roleId);

  it('takes the text of several roles apart', () => {
    assert.deepEqual(idsIn('member, admin'), ['organizationMember', 'admin']);
    assert.deepEqual(idsIn(''), []);
  });

  it('keeps a role it does not know under its own name, without permissions', () => {
    const role = { roleId: 'auditor', name: 'auditor', permissions: [] };
    assert.deepEqual(roles.read('auditor'), [role]);
  });

  it('writes the names that the server knows', () => {
    assert.deepEqual(roles.write(['organizationAdmin', 'admin', 'auditor']), [
      'owner',
      'admin',
      'auditor',
    ]);
  });

  it('writes no name that the server would take for two', () => {
    for (const roleId of ['member,owner', ' owner', '', 'a b']) {
      assert.equal(roles.write([roleId]), undefined, roleId);
    }
  });

  it('looks members up by a role only where no name is part of another', () => {
    assert.equal(roles.searchable.get('organizationMember'), 'member');
    const role = { role: 'Superadmin', roleId: 'super', name: 'Super', permissions: [] };
    assert.equal(rolesOf([...defaultRoles, role]).searchable.size, 0);
    const wild = { role: 'm_mber', roleId: 'wild', name: 'Wild', permissions: [] };
    assert.equal(rolesOf([...defaultRoles, wild]).searchable.size, 0);
  });
});
