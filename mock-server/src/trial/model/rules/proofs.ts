import assert from 'node:assert/strict';
import type { Invitation } from '@tesserakit/domain';
import {
  ceilingIn,
  isAbove,
  isWithin,
  lacksAdministrator,
  linkedBetween,
  permissionsIn,
  rankIn,
  standsIn,
} from '../naive.ts';
import type { Rules, Step } from '../step.ts';
import { isDone } from './powers.ts';

/** What is accepted was asked of this very person or organization. */
export const proofRules: Rules<Step> = {
  'inv-16, inv-19: whoever accepts was invited, in time, at their own address'(step) {
    const { asked, before, after, changes } = step;
    if (!isDone(step) || asked.operation !== 'invitations.accept') return;
    const { userId } = asked.asker;
    const accepted = changes.filter(({ table }) => table === 'invitations');
    assert.equal(accepted.length, 1);
    const { organizationId = '', from } = accepted[0]!;
    const invitation = from as Invitation;
    const user = before.users.get(userId);
    assert.ok(invitation.status === 'pending' && before.now < invitation.expiresAt);
    assert.equal(before.organizations.get(organizationId)?.status, 'active');
    assert.equal(user?.email.toLowerCase(), invitation.email.toLowerCase());
    assert.ok(user?.emailVerified && user.status === 'active');
    assert.equal(after.members.get(organizationId)?.get(userId)?.status, 'active');
  },

  'inv-18: an invitation gives what its inviter could give when it is accepted'(step) {
    const { asked, before, after, changes } = step;
    if (!isDone(step) || asked.operation !== 'invitations.accept') return;
    const change = changes.find(({ table }) => table === 'invitations');
    const invitation = change?.from as Invitation;
    const { organizationId, invitedBy, invitedFor } = invitation;
    const { userId } = asked.asker;
    assert.equal(before.users.get(invitedBy)?.status, 'active');
    assert.notEqual(invitedBy, userId, 'inv-07: it came from themselves');
    for (const { applicationId, roles } of after.grants.get(organizationId)?.get(userId) ?? []) {
      const ceiling = ceilingIn(before, organizationId, applicationId);
      assert.ok(
        isWithin(
          roles.map(({ roleId }) => roleId),
          ceiling,
        ),
        applicationId,
      );
      if (invitedFor === undefined || invitedFor === organizationId) continue;
      const linked = linkedBetween(before, invitedFor, organizationId);
      assert.ok(linked.includes(applicationId), applicationId);
    }
    const waiting = before.members.get(organizationId)?.get(userId);
    const joined = after.members.get(organizationId)?.get(userId);
    const left = new Set(waiting?.organizationRoleIds);
    assert.ok(isWithin(joined?.organizationRoleIds ?? [], left), 'more than was left to them');
    assert.equal(joined?.expiresAt, waiting?.expiresAt);
    if (invitedFor === undefined) {
      assert.ok(before.users.get(invitedBy)?.platformAdministrator);
      return;
    }
    const rank = rankIn(before, invitedFor, invitedBy);
    assert.ok(standsIn({ ...before, organizations: after.organizations }, invitedFor, invitedBy));
    assert.ok(rank.has('members:invite'));
    const given = permissionsIn(after, joined?.organizationRoleIds ?? []);
    const manages = isAbove(before, invitedFor, organizationId);
    const appoints = manages && lacksAdministrator(before, organizationId);
    assert.ok(appoints || isWithin(given, rank), 'more than the inviter has');
  },

  'inv-23: a domain is verified by the very proof that was asked of this organization'(step) {
    const { arena, asked, before, after } = step;
    const { organizationId = '', domainId = '' } = asked.parameters;
    if (!isDone(step) || asked.operation !== 'domains.verify') return;
    const domain = after.domains.get(organizationId)?.get(domainId);
    const challenge = before.domainChallenges.get(domainId);
    assert.ok(domain && challenge && before.now < challenge.expiresAt);
    const { world } = arena;
    if (challenge.email === undefined) {
      const records = world.dns.get(`_tessera.${domain.name}`) ?? [];
      assert.ok(records.includes(`tessera-verification=${challenge.token}`));
      return;
    }
    const { token = 'none' } = asked.body as { token?: string };
    const mail = world.mailbox.filter(({ to }) => to === challenge.email).at(-1);
    assert.ok(mail?.text.includes(token), 'this is not what was mailed last');
  },
};
