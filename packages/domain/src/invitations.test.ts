import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  acceptanceBlocker,
  answeringBlocker,
  emptinessBlocker,
  invitationStatus,
  invitingBlocker,
  isWaiting,
  resendingBlocker,
  revokingBlocker,
  stillGiven,
  type Invitation,
  type InvitationFacts,
  type Offer,
} from './invitations.ts';
import type { Member } from './members.ts';
import { builtInOrganizationRoles, permissionsOf } from './organization-roles.ts';
import type { Organization } from './organizations.ts';
import type { User } from './users.ts';

const now = 1_000;
const role = (roleId: string) => builtInOrganizationRoles.filter((one) => one.roleId === roleId);
const administrator = { userId: 'admin', permissions: permissionsOf(role('organizationAdmin')) };
const creator = { userId: 'creator', permissions: permissionsOf(role('organizationCreator')) };

const organization: Organization = {
  organizationId: 'org',
  name: 'Org',
  slug: 'org',
  status: 'active',
  createdAt: 0,
};
const suspended: Organization = { ...organization, status: 'suspended' };

const member = (status: Member['status']): Member => ({
  userId: 'user',
  organizationId: 'org',
  status,
  organizationRoleIds: [],
  source: 'invitation',
  version: 1,
});

const ceilings = new Map([['flights', new Set(['viewer'])]]);
const facts = (some: Partial<InvitationFacts> = {}): InvitationFacts => ({
  organization,
  member: undefined,
  permissions: new Set(),
  oneself: false,
  ceilings,
  appointsFirst: false,
  ...some,
});
const offer = (some: Partial<Offer> = {}): Offer => ({
  organizationRoles: role('organizationMember'),
  applicationRoles: [{ applicationId: 'flights', roleIds: ['viewer'] }],
  life: 2_880,
  ...some,
});

const invitation = (some: Partial<Invitation> = {}): Invitation => ({
  invitationId: 'invitation',
  organizationId: 'org',
  email: 'New@Corp.example',
  organizationRoleIds: ['organizationMember'],
  applicationRoles: [{ applicationId: 'flights', roleIds: ['viewer'] }],
  invitedBy: 'admin',
  createdAt: 0,
  expiresAt: now + 1,
  status: 'pending',
  ...some,
});

const user: User = {
  userId: 'user',
  email: 'new@corp.example',
  emailVerified: true,
  name: 'New',
  status: 'active',
  platformAdministrator: false,
};

describe('inviting', () => {
  it('is for people who are not members yet', () => {
    const by = (status: Member['status']) =>
      invitingBlocker(administrator, facts({ member: member(status) }), offer());
    assert.equal(invitingBlocker(administrator, facts(), offer()), undefined);
    assert.deepEqual(
      [by('pending'), by('active'), by('suspended')],
      [undefined, 'already_member', 'member_suspended'],
    );
  });

  it('I21: has a life between five minutes and a week', () => {
    const verdicts = [4, 5, 10_080, 10_081, Number.NaN, Infinity].map((life) =>
      invitingBlocker(administrator, facts(), offer({ life })),
    );
    const no = 'validation_failed';
    assert.deepEqual(verdicts, [no, undefined, undefined, no, no, no]);
  });

  it('P18: offers nothing that the inviter does not have', () => {
    const above = offer({ organizationRoles: role('organizationAdmin') });
    assert.equal(invitingBlocker(creator, facts(), above), 'escalation_refused');
    assert.equal(invitingBlocker(creator, facts({ appointsFirst: true }), above), undefined);
  });

  it('P03: is for others, not for oneself', () => {
    const verdict = invitingBlocker(administrator, facts({ oneself: true }), offer());
    assert.equal(verdict, 'self_change_refused');
  });

  it('takes no pending member who is above the inviter', () => {
    const { permissions } = administrator;
    const above = facts({ member: member('pending'), permissions });
    assert.equal(invitingBlocker(creator, above, offer()), 'escalation_refused');
    assert.equal(invitingBlocker(administrator, above, offer()), undefined);
  });

  it('offers only applications and roles that the organization may hand out', () => {
    const of = (applicationId: string, roleId: string) =>
      invitingBlocker(
        administrator,
        facts(),
        offer({ applicationRoles: [{ applicationId, roleIds: [roleId] }] }),
      );
    assert.equal(of('flights', 'approver'), 'role_outside_ceiling');
    assert.equal(of('ledger', 'viewer'), 'application_not_onboarded');
    const applicationRoles = [
      { applicationId: 'flights', roleIds: ['viewer'] },
      { applicationId: 'ledger', roleIds: [] },
    ];
    const both = invitingBlocker(administrator, facts(), offer({ applicationRoles }));
    assert.equal(both, 'application_not_onboarded');
  });

  it('P27: ends with the organization’s suspension', () => {
    const verdict = invitingBlocker(administrator, facts({ organization: suspended }), offer());
    assert.equal(verdict, 'organization_suspended');
  });
});

describe('the life of an invitation', () => {
  it('I04: ends at its moment, without anybody sweeping', () => {
    assert.equal(invitationStatus(invitation(), now), 'pending');
    assert.equal(invitationStatus(invitation(), now + 1), 'expired');
    assert.equal(invitationStatus(invitation({ status: 'accepted' }), now + 1), 'accepted');
  });

  it('I05: stays at its end', () => {
    const verdicts = (some: Partial<Invitation>, at = now) => [
      answeringBlocker(invitation(some), at),
      resendingBlocker({ invitation: invitation(some), inviterStands: true, now: at }),
    ];
    assert.deepEqual(verdicts({}), [undefined, undefined]);
    assert.deepEqual(verdicts({}, now + 1), ['invitation_expired', undefined]);
    assert.deepEqual(verdicts({ status: 'accepted' }), ['already_member', 'already_member']);
    for (const status of ['declined', 'revoked'] as const) {
      assert.deepEqual(verdicts({ status }), ['invitation_revoked', 'invitation_revoked']);
    }
    const renewed = ['invitation_expired', 'invitation_expired'];
    assert.deepEqual(verdicts({ renewedBy: 'another' }, now + 1), renewed);
  });
});

describe('an invitation that waits', () => {
  it('has no answer and no other in its place, even after its end', () => {
    assert.equal(isWaiting(invitation()), true);
    assert.equal(isWaiting(invitation({ renewedBy: 'another' })), false);
    for (const status of ['accepted', 'declined', 'revoked'] as const) {
      assert.equal(isWaiting(invitation({ status })), false);
    }
  });

  it('is the only one that can be withdrawn', () => {
    assert.equal(revokingBlocker(invitation(), now), undefined);
    assert.equal(revokingBlocker(invitation(), now + 1), 'invitation_expired');
  });
});

describe('sending an invitation again', () => {
  it('takes somebody who stands behind it', () => {
    const verdict = (status: Invitation['status'], at = now) =>
      resendingBlocker({ invitation: invitation({ status }), inviterStands: false, now: at });
    assert.equal(verdict('pending'), 'invitation_revoked');
    assert.equal(verdict('pending', now + 1), 'invitation_revoked');
    assert.equal(verdict('accepted'), 'already_member');
  });
});

describe('accepting', () => {
  const all = { user, organization, inviterStands: true };
  const verdict = (some: Partial<typeof all>) =>
    acceptanceBlocker(invitation(), { ...all, ...some }, now);

  it('takes the invited address, however it is spelled, and proof that it is theirs', () => {
    assert.equal(verdict({}), undefined);
    assert.equal(
      verdict({ user: { ...user, email: 'new+x@corp.example' } }),
      'invitation_email_mismatch',
    );
    assert.equal(verdict({ user: { ...user, emailVerified: false } }), 'email_unverified');
  });

  it('I09, I10: takes an inviter who stands and an organization that is open', () => {
    assert.equal(verdict({ inviterStands: false }), 'invitation_revoked');
    assert.equal(verdict({ organization: suspended }), 'organization_suspended');
    assert.equal(verdict({ user: { ...user, status: 'disabled' } }), 'no_access');
  });

  it('comes too late after its end', () => {
    assert.equal(acceptanceBlocker(invitation(), all, now + 1), 'invitation_expired');
  });
});

describe('stillGiven', () => {
  it('I08: leaves what the inviter could still give', () => {
    const offered = invitation({
      organizationRoleIds: ['organizationAdmin', 'organizationMember', 'gone'],
      applicationRoles: [
        { applicationId: 'flights', roleIds: ['viewer', 'approver'] },
        { applicationId: 'ledger', roleIds: ['reader'] },
      ],
    });
    const catalogue = builtInOrganizationRoles;
    const facts = { inviter: creator, appointsFirst: false, catalogue, ceilings };
    assert.deepEqual(stillGiven(offered, facts), {
      organizationRoleIds: ['organizationMember'],
      applicationRoles: [{ applicationId: 'flights', roleIds: ['viewer'] }],
    });
  });

  it('leaves more than the inviter has to the first administrator, and roles that exist', () => {
    const offered = invitation({ organizationRoleIds: ['organizationAdmin', 'gone'] });
    const catalogue = builtInOrganizationRoles;
    const facts = { inviter: creator, appointsFirst: true, catalogue, ceilings };
    assert.deepEqual(stillGiven(offered, facts).organizationRoleIds, ['organizationAdmin']);
  });
});

describe('what is left of the applications of an invitation', () => {
  const facts = { inviter: creator, appointsFirst: false, catalogue: [], ceilings };
  const left = (applicationId: string, roleIds: string[]) =>
    stillGiven(invitation({ applicationRoles: [{ applicationId, roleIds }] }), facts)
      .applicationRoles;

  it('is nothing of one whose roles are all gone, and entry where no role was promised', () => {
    assert.deepEqual(left('flights', ['approver']), []);
    assert.deepEqual(left('flights', []), [{ applicationId: 'flights', roleIds: [] }]);
    assert.deepEqual(left('ledger', []), []);
  });
});

describe('emptinessBlocker', () => {
  const nothing = { organizationRoleIds: [], applicationRoles: [] };
  const access = { ...nothing, applicationRoles: invitation().applicationRoles };
  const membership = { ...nothing, organizationRoleIds: ['organizationMember'] };
  const both = { ...access, organizationRoleIds: ['organizationMember'] };

  it('refuses an invitation of which nothing is left, and lets one wait for a seat', () => {
    for (const promised of [access, membership, both]) {
      assert.equal(emptinessBlocker(promised, nothing, nothing), 'invitation_revoked');
    }
    assert.equal(emptinessBlocker(access, access, nothing), 'seat_limit_reached');
  });

  it('lets through whatever is left, and what promised no more than to join', () => {
    assert.equal(emptinessBlocker(access, access, access), undefined);
    assert.equal(emptinessBlocker(both, membership, membership), undefined);
    assert.equal(emptinessBlocker(both, access, access), undefined);
    assert.equal(emptinessBlocker(nothing, nothing, nothing), undefined);
  });
});
