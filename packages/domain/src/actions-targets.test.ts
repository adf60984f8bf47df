import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decide, type Actor, type Place } from './actions.ts';
import type { ApiKey } from './api-keys.ts';
import type { Connection } from './connections.ts';
import type { Domain } from './domains.ts';
import type { GrantFacts } from './grants.ts';
import type { Invitation } from './invitations.ts';
import type { MemberFacts } from './member-rules.ts';
import { allPermissions, builtInOrganizationRoles, type Permission } from './organization-roles.ts';
import type { Organization } from './organizations.ts';
import type { User } from './users.ts';

const administrator: Actor = {
  userId: 'admin',
  organizationId: 'org',
  permissions: allPermissions,
  platform: false,
};
/** May do everything but look into the log, which the members of these tests may. */
const helper: Actor = {
  ...administrator,
  permissions: new Set([...allPermissions].filter((one) => one !== 'audit:read')),
};
const platform: Actor = { ...administrator, userId: 'platform', platform: true };

const own: Place = { reach: { kind: 'own' }, organization: { status: 'active' } };
const below: Place = { ...own, reach: { kind: 'managed', applicationIds: new Set(['flights']) } };
const everywhere: Place = { reach: { kind: 'platform' }, organization: undefined };

const auditors: ReadonlySet<Permission> = new Set(['audit:read']);
const facts: MemberFacts = {
  member: {
    userId: 'ada',
    organizationId: 'org',
    status: 'active',
    organizationRoleIds: [],
    source: 'direct',
    version: 1,
  },
  permissions: auditors,
  isLastAdministrator: false,
};
const membership: MemberFacts = {
  ...facts,
  member: { ...facts.member, userId: 'admin', organizationRoleIds: ['organizationAdmin'] },
};

describe('an act on nothing that is there already', () => {
  it('takes the permission alone', () => {
    assert.equal(decide(administrator, 'member.add', own, undefined), true);
    const nobody = { ...administrator, permissions: new Set<Permission>() };
    assert.equal(decide(nobody, 'member.add', own, undefined), 'forbidden');
  });
});

describe('what is in the way of an act on a member', () => {
  const suspended: MemberFacts = { ...facts, member: { ...facts.member, status: 'suspended' } };

  it('is that they stand above the actor, whatever it is', () => {
    const acts = ['update', 'suspend', 'remove', 'setOrganizationRoles', 'endSessions'] as const;
    for (const verb of acts) {
      assert.equal(decide(administrator, `member.${verb}`, own, facts), true);
      assert.equal(decide(helper, `member.${verb}`, own, facts), 'escalation_refused', verb);
    }
    assert.equal(decide(administrator, 'member.reactivate', own, suspended), true);
    assert.equal(decide(helper, 'member.reactivate', own, suspended), 'escalation_refused');
  });

  it('is the state that they are in', () => {
    assert.equal(decide(administrator, 'member.suspend', own, suspended), 'member_suspended');
    assert.equal(decide(administrator, 'member.reactivate', own, facts), 'already_member');
    assert.equal(decide(administrator, 'member.remove', own, membership), 'self_change_refused');
  });

  it('is what the organization and the member have of the application', () => {
    const grant: GrantFacts = {
      ...facts,
      ceiling: new Set(['viewer']),
      present: ['viewer'],
      inForce: true,
      seats: { limit: undefined, used: 0 },
    };
    assert.equal(decide(administrator, 'access.grant', own, grant), true);
    const without = { ...grant, ceiling: undefined };
    const verdict = decide(administrator, 'access.grant', own, without);
    assert.equal(verdict, 'application_not_onboarded');
    assert.equal(decide(administrator, 'access.withdraw', own, grant), true);
    const nothing = { ...grant, present: undefined, inForce: false };
    assert.equal(decide(administrator, 'access.withdraw', own, nothing), 'not_found');
    assert.equal(decide(administrator, 'access.grant', own, nothing), true);
  });
});

describe('what is in the way of an act on one’s own membership', () => {
  it('is that there is none, or that nobody else administers', () => {
    const none = { membership: undefined };
    for (const action of [
      'organization.leave',
      'organization.transferOwnership',
      'apiKey.create',
    ] as const) {
      assert.equal(decide(administrator, action, own, none), 'forbidden', action);
      assert.equal(decide(administrator, action, own, { membership }), true, action);
    }
    const last = { membership: { ...membership, isLastAdministrator: true } };
    assert.equal(decide(administrator, 'organization.leave', own, last), 'last_administrator');
  });
});

describe('what is in the way of an act on an organization', () => {
  const active: Organization = {
    organizationId: 'org',
    name: 'Org',
    slug: 'org',
    status: 'active',
    createdAt: 0,
  };

  it('is the state that it is in', () => {
    const organization: Organization = { ...active, status: 'suspended' };
    const at: Place = { ...below, organization };
    assert.equal(
      decide(administrator, 'organization.suspend', below, { organization: active }),
      true,
    );
    assert.equal(
      decide(administrator, 'organization.suspend', at, { organization }),
      'organization_suspended',
    );
    assert.equal(decide(administrator, 'organization.reactivate', at, { organization }), true);
    assert.equal(
      decide(administrator, 'organization.reactivate', below, { organization: active }),
      'already_exists',
    );
  });

  it('is whose child it is', () => {
    const child = { ...active, parentOrganizationId: 'parent' };
    const shares = 'managedOrganization.setRoleGroups';
    assert.equal(decide(platform, shares, everywhere, { organization: child }), true);
    assert.equal(decide(platform, shares, everywhere, { organization: active }), 'not_found');
    const { reach } = own;
    const whole = { reach, applicationIds: [], linkedBelow: true };
    const deletes = 'organization.delete';
    assert.equal(decide(administrator, deletes, own, { ...whole, organization: active }), true);
    assert.equal(
      decide(administrator, deletes, own, { ...whole, organization: child }),
      'forbidden',
    );
  });
});

describe('what is in the way of an act on an invitation', () => {
  const pending: Invitation = {
    invitationId: 'invitation',
    organizationId: 'org',
    email: 'new@corp.example',
    organizationRoleIds: [],
    applicationRoles: [],
    invitedBy: 'admin',
    createdAt: 0,
    expiresAt: 10,
    status: 'pending',
  };
  const target = { invitation: pending, permissions: auditors, inviterStands: true, now: 5 };

  it('is what became of it', () => {
    const ended = { ...target, now: 10 };
    assert.equal(decide(administrator, 'invitation.resend', own, ended), true);
    assert.equal(decide(administrator, 'invitation.revoke', own, ended), 'invitation_expired');
    const accepted = { ...target, invitation: { ...pending, status: 'accepted' as const } };
    for (const action of ['invitation.resend', 'invitation.revoke'] as const) {
      assert.equal(decide(administrator, action, own, target), true);
      assert.equal(decide(administrator, action, own, accepted), 'already_member');
    }
  });

  it('is that nobody stands behind it, for sending it again', () => {
    const dead = { ...target, inviterStands: false };
    assert.equal(decide(administrator, 'invitation.resend', own, dead), 'invitation_revoked');
    assert.equal(decide(administrator, 'invitation.revoke', own, dead), true);
  });
});

describe('what is in the way of an act on a domain, a connection or a key', () => {
  const pending: Domain = {
    domainId: 'domain',
    organizationId: 'org',
    name: 'corp.example',
    status: 'pending',
    proof: 'email',
    enrolment: 'invite-only',
    discovery: false,
    createdAt: 0,
  };
  const affiliated: Domain = { ...pending, status: 'verified' };
  const owned: Domain = { ...affiliated, proof: 'dns' };

  it('is how far the domain is proved', () => {
    const table = [
      ['domain.challenge', true, true, 'already_exists'],
      ['domain.verify', true, true, 'already_exists'],
      ['domain.recheck', 'domain_unverified', 'domain_unverified', true],
      ['domain.update', 'domain_unverified', true, true],
    ] as const;
    for (const [action, ...verdicts] of table) {
      const found = [pending, affiliated, owned].map((domain) =>
        decide(administrator, action, own, { domain }),
      );
      assert.deepEqual(found, verdicts, action);
    }
  });

  it('is whether the connection is in force', () => {
    const tested: Connection = {
      connectionId: 'connection',
      organizationId: 'org',
      name: 'Sign-in',
      protocol: 'oidc',
      status: 'draft',
      issuer: 'https://idp.example',
      clientId: 'tessera',
      jit: false,
      defaultRoleIds: [],
      attributes: {},
      groupRoles: [],
      testedAt: 1,
    };
    const around = { domains: [owned], connections: [], now: 2 };
    const draft = { ...around, connection: tested };
    const inForce = { ...around, connection: { ...tested, status: 'active' as const } };
    assert.equal(decide(administrator, 'connection.enable', own, draft), true);
    assert.equal(decide(administrator, 'connection.enable', own, inForce), 'already_exists');
    assert.equal(decide(administrator, 'connection.disable', own, inForce), true);
    assert.equal(decide(administrator, 'connection.disable', own, draft), 'not_found');
  });

  it('is that the key can do more than the actor', () => {
    const apiKey: ApiKey = {
      apiKeyId: 'key',
      organizationId: 'org',
      name: 'Nightly',
      permissions: ['audit:read'],
      createdBy: 'ada',
      createdAt: 0,
    };
    assert.equal(decide(administrator, 'apiKey.revoke', own, { apiKey }), true);
    assert.equal(decide(helper, 'apiKey.revoke', own, { apiKey }), 'escalation_refused');
  });
});

describe('what is in the way of an act on what belongs to the tenant', () => {
  const active: User = {
    userId: 'ada',
    email: 'ada@corp.example',
    emailVerified: true,
    name: 'Ada',
    status: 'active',
    platformAdministrator: false,
  };
  const about = (user: User) => ({ user, isLastAdministrator: false });

  it('is the state of the person, and that it is oneself', () => {
    const disabled = about({ ...active, status: 'disabled' });
    const oneself = about({ ...active, userId: 'platform' });
    assert.equal(decide(platform, 'user.disable', everywhere, about(active)), true);
    assert.equal(decide(platform, 'user.disable', everywhere, disabled), 'already_exists');
    assert.equal(decide(platform, 'user.enable', everywhere, disabled), true);
    assert.equal(decide(platform, 'user.enable', everywhere, about(active)), 'already_exists');
    assert.equal(decide(platform, 'user.delete', everywhere, about(active)), true);
    assert.equal(decide(platform, 'user.delete', everywhere, oneself), 'self_change_refused');
  });

  it('is that a role of organizations is built in', () => {
    const custom = { roleId: 'auditor', name: 'Auditor', permissions: [...auditors] };
    for (const action of ['organizationRole.update', 'organizationRole.delete'] as const) {
      assert.equal(decide(platform, action, everywhere, { role: custom }), true);
      const [role = custom] = builtInOrganizationRoles;
      assert.equal(decide(platform, action, everywhere, { role }), 'forbidden');
    }
  });
});
