import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allActions, permits, type Action, type Actor, type Place } from './actions.ts';
import { allPermissions, type Permission } from './organization-roles.ts';

const holding = (permissions: Iterable<Permission>): Actor => ({
  userId: 'user',
  organizationId: 'org',
  permissions: new Set(permissions),
  platform: false,
});
const own: Place = { reach: { kind: 'own' }, organization: { status: 'active' } };
const below: Place = {
  reach: { kind: 'managed', applicationIds: new Set(['flights']) },
  organization: { status: 'active' },
};
const suspended = { organization: { status: 'suspended' } } as const;

const open = (permissions: Iterable<Permission>, place: Place): Action[] =>
  allActions.filter((action) => permits(holding(permissions), action, place) === true);

/** What somebody who has everything else cannot do without a permission. */
function lost(missing: Permission, place: Place): Action[] {
  const left = open(
    [...allPermissions].filter((one) => one !== missing),
    place,
  );
  return open(allPermissions, place).filter((action) => !left.includes(action));
}

const reads = (action: Action) => /\.(read|list|listSessions)$/.test(action);
const sorted = (actions: Iterable<Action>) => [...new Set(actions)].sort();

const binding = ['create', 'update', 'test', 'enable', 'disable', 'delete'] as const;
const connections = binding.map((verb): Action => `connection.${verb}`);

/** What takes each permission in one's own organization, and in one that it manages. */
const takes: Partial<Record<Permission, { own?: Action[]; below?: Action[] }>> = {
  'organization:read': {
    own: ['organization.read', 'applications.list', 'organizationRoles.list'],
  },
  'organization:update': {
    own: ['organization.update', 'organization.setAuthentication', ...connections],
  },
  'organization:delete': { own: ['organization.delete'] },
  'members:read': both('members.list', 'member.read', 'invitations.list'),
  'members:invite': both('member.invite', 'invitation.resend', 'invitation.revoke'),
  'members:add': both('member.add'),
  'members:update': both('member.update'),
  'members:suspend': {
    own: ['member.suspend', 'member.reactivate', 'member.listSessions', 'member.endSessions'],
    below: ['member.suspend', 'member.reactivate'],
  },
  'members:remove': both('member.remove'),
  'organization-roles:assign': {
    own: ['organization.transferOwnership', 'member.setOrganizationRoles'],
    below: ['member.setOrganizationRoles'],
  },
  'access:read': both('access.read'),
  'access:grant': both('access.grant', 'access.withdraw'),
  'applications:read': both('application.read'),
  'applications:onboard': {
    below: ['application.onboard', 'onboarding.update', 'onboarding.withdraw'],
  },
  'application-roles:manage': both('onboarding.setDefaults'),
  'domains:manage': {
    own: [
      ...(['domains.list', 'domain.claim', 'domain.challenge', 'domain.verify'] as const),
      ...(['domain.recheck', 'domain.update', 'domain.remove'] as const),
    ],
  },
  'connections:manage': { own: ['connections.list', ...connections] },
  'directory:manage': {
    own: [
      'directoryTokens.list',
      ...(['directoryToken.create', 'directoryToken.rotate', 'directoryToken.revoke'] as const),
    ],
  },
  'managed-organizations:read': {
    own: ['managedOrganizations.list'],
    below: [
      ...(['organization.read', 'managedOrganizations.list', 'members.list'] as const),
      ...(['member.read', 'access.read', 'invitations.list', 'applications.list'] as const),
      ...(['application.read', 'organizationRoles.list', 'audit.list'] as const),
    ],
  },
  'managed-organizations:create': both('managedOrganization.create', 'slug.read'),
  'managed-organizations:manage': {
    own: ['managedOrganization.expose'],
    below: [
      ...(['organization.update', 'organization.suspend', 'organization.reactivate'] as const),
      ...(['organization.delete', 'managedOrganization.setRoleGroups'] as const),
      ...(['managedOrganization.expose', 'member.add', 'member.update'] as const),
      ...(['member.suspend', 'member.reactivate', 'member.remove'] as const),
      ...(['member.setOrganizationRoles', 'access.grant', 'access.withdraw'] as const),
      ...(['member.invite', 'invitation.resend', 'invitation.revoke'] as const),
      ...(['application.onboard', 'onboarding.update', 'onboarding.setDefaults'] as const),
      'onboarding.withdraw',
    ],
  },
  'audit:read': both('audit.list'),
  'api-keys:manage': { own: ['apiKeys.list', 'apiKey.create', 'apiKey.revoke'] },
};

function both(...actions: Action[]) {
  return { own: actions, below: actions };
}

/** What everybody does for themselves. */
const personal: Action[] = [
  ...(['organization.leave', 'me.update', 'session.end'] as const),
  ...(['invitation.accept', 'invitation.decline'] as const),
];

describe('what an action takes', () => {
  for (const permission of allPermissions) {
    it(`leaves nobody without ${permission} what it is for`, () => {
      const { own: inOwn = [], below: fromAbove = [] } = takes[permission] ?? {};
      assert.deepEqual(sorted(lost(permission, own)), sorted(inOwn));
      assert.deepEqual(sorted(lost(permission, below)), sorted(fromAbove));
    });
  }

  it('is open to nobody but platform administrators where no permission is for it', () => {
    const all = Object.values(takes);
    const inOwn = all.flatMap((one) => one.own ?? []);
    assert.deepEqual(sorted(open(allPermissions, own)), sorted([...inOwn, ...personal]));
    const fromAbove = all.flatMap((one) => one.below ?? []);
    assert.deepEqual(sorted(open(allPermissions, below)), sorted(fromAbove));
  });

  it('is nothing for what people do for themselves, and in their own organization alone', () => {
    assert.deepEqual(sorted(open([], own)), sorted(personal));
    assert.deepEqual(open([], below), []);
    const aboutThemselves = open([], { ...own, oneself: true });
    assert.deepEqual(sorted(aboutThemselves), sorted([...personal, 'member.read', 'access.read']));
  });

  it('leaves everything readable in a suspended organization, and a way out of the suspension', () => {
    for (const place of [own, below]) {
      const readable = open(allPermissions, place).filter(reads);
      const left = open(allPermissions, { ...place, ...suspended });
      assert.deepEqual(left.filter(reads), readable);
    }
    const verdict = permits(holding(allPermissions), 'member.add', { ...own, ...suspended });
    assert.equal(verdict, 'organization_suspended');
    assert.deepEqual(
      open(allPermissions, { ...below, ...suspended }).filter((action) => !reads(action)),
      ['organization.suspend', 'organization.reactivate', 'organization.delete'],
    );
  });
});
