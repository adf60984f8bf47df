import { expect } from '@open-wc/testing';
import {
  allPermissionsOf,
  emptyPermissions,
  permissionsIn,
  rebasedPermissions,
  withPermission,
  type EditedRole,
} from './role-editor-draft.js';

const role = (roleId: string, ...permissions: readonly string[]): EditedRole => ({
  roleId,
  name: roleId,
  permissions,
  builtIn: false,
  version: 1,
  mayUpdate: true,
  mayDelete: true,
});

describe('a draft of permissions', () => {
  const viewer = role('viewer', 'read');

  it('holds only what differs from what the role allows', () => {
    const given = withPermission(emptyPermissions, viewer, 'write', true);
    expect(permissionsIn(viewer, given)).to.deep.equal(['read', 'write']);
    expect(withPermission(given, viewer, 'write', false).size).to.equal(0);
    const taken = withPermission(emptyPermissions, viewer, 'read', false);
    expect(permissionsIn(viewer, taken)).to.deep.equal([]);
    expect(withPermission(taken, viewer, 'read', true).size).to.equal(0);
  });

  it('keeps what was chosen beside what somebody else has changed', () => {
    const draft = withPermission(emptyPermissions, viewer, 'write', true);
    const changed = role('viewer', 'read', 'export');
    const rebased = rebasedPermissions(draft, [changed]);
    expect(permissionsIn(changed, rebased)).to.deep.equal(['read', 'export', 'write']);
    expect(rebasedPermissions(draft, [role('viewer', 'read', 'write')]).size).to.equal(0);
    expect(rebasedPermissions(draft, []).size).to.equal(0);
  });

  it('knows every permission once, those of the catalogue first', () => {
    const draft = withPermission(emptyPermissions, viewer, 'archive', true);
    const roles = [viewer, role('agent', 'read', 'write')];
    expect(allPermissionsOf(roles, draft, ['write'])).to.deep.equal(['write', 'archive', 'read']);
  });
});
