import type { invitationRoutes } from '@tesserakit/contract';
import { acceptedEmail, decide, type ActionAbout } from '@tesserakit/domain';
import {
  accept,
  decline,
  invitationNamed,
  ownInvitations,
  type Named,
} from '../directory/invitation-answers.ts';
import { invite, resend, revoke } from '../directory/invitation-changes.ts';
import { invitationFactsOf, invitationView, listInvitations } from '../directory/invitations.ts';
import { timestamp } from '../directory/moments.ts';
import { versionOf } from '../directory/versions.ts';
import { demand, found } from '../refusal.ts';
import { digestOf, freshSecret } from '../secrets.ts';
import type { World } from '../world.ts';
import { reach, reachOneself, type Caller, type Scope } from './caller.ts';
import type { Handlers } from './operations.ts';

const prefix = 'tsi';

function allowed(
  world: World,
  { actor, place, organization }: Scope,
  action: ActionAbout<'invitation'>,
  invitationId: string,
) {
  const { organizationId } = organization;
  const invitation = found(world.invitations.get(organizationId)?.get(invitationId));
  demand(decide(actor, action, place, invitationFactsOf(world, invitation)));
  return {
    invitation,
    version: versionOf(world, 'invitation', organizationId, invitationId),
  };
}

export const invitations: Handlers<keyof typeof invitationRoutes> = {
  'invitations.list': ({ world, caller, path, query }) =>
    listInvitations(world, reach(world, caller, path('organizationId'), 'invitations.list'), query),

  'invitations.create': async ({ world, callerNow, path, body, write }) => {
    const secret = await freshSecret(prefix);
    const scope = reach(world, await callerNow(), path('organizationId'), 'member.invite');
    const invitation = write((deed) => invite(deed, scope, body, secret));
    return invitationView(world, scope, invitation);
  },

  'invitations.bulk': async ({ world, callerNow, path, body, each }) => {
    const { emails, ...offer } = body;
    const rows = await Promise.all(
      emails.map(async (email) => ({ email, secret: await freshSecret(prefix) })),
    );
    const scope = reach(world, await callerNow(), path('organizationId'), 'member.invite');
    const ids = new Map<string, string>();
    const outcomes = each(
      rows,
      (deed, { email, secret }) => {
        ids.set(secret.digest, invite(deed, scope, { ...offer, email }, secret).invitationId);
      },
      ({ email }) => ({ type: 'invitation', id: acceptedEmail(email) ?? 'unreadable' }),
    );
    const results = rows.map(({ email, secret }, index) => {
      const outcome = outcomes[index] ?? { outcome: 'refused' as const };
      const invitationId = ids.get(secret.digest);
      return { email, ...(invitationId !== undefined && { invitationId }), ...outcome };
    });
    return { results };
  },

  'invitations.resend': async ({ world, callerNow, path, write, expectVersion }) => {
    const secret = await freshSecret(prefix);
    const scope = reach(world, await callerNow(), path('organizationId'), 'invitation.resend');
    const next = write((deed) => {
      const { invitation, version } = allowed(
        world,
        scope,
        'invitation.resend',
        path('invitationId'),
      );
      expectVersion(version);
      return resend(deed, scope.organization, invitation, secret);
    });
    return invitationView(world, scope, next);
  },

  'invitations.revoke': ({ world, caller, path, write, expectVersion }) => {
    const scope = reach(world, caller, path('organizationId'), 'invitation.revoke');
    const next = write((deed) => {
      const { invitation, version } = allowed(
        world,
        scope,
        'invitation.revoke',
        path('invitationId'),
      );
      expectVersion(version);
      return revoke(deed, invitation);
    });
    return invitationView(world, scope, next);
  },

  'invitations.listOwn': ({ world, caller }) => {
    reachOneself(caller, 'invitation.accept');
    const items = ownInvitations(world, caller.user).map((invitation) => {
      const { organizationId, name, logoUrl } = found(
        world.organizations.get(invitation.organizationId),
      );
      const inviter = world.users.get(invitation.invitedBy)?.name;
      return {
        invitationId: invitation.invitationId,
        organization: { organizationId, name, ...(logoUrl !== undefined && { logoUrl }) },
        invitedBy: { ...(inviter !== undefined && { name: inviter }) },
        ...(invitation.message !== undefined && { message: invitation.message }),
        expiresAt: timestamp(invitation.expiresAt),
      };
    });
    return { items };
  },

  'invitations.accept': async ({ world, caller, body, write }) => {
    reachOneself(caller, 'invitation.accept');
    const named = await namedBy(body);
    return write((deed) => {
      const { user, invitation } = answering(world, caller, named);
      const { organizationRoleIds, applicationRoles } = accept(deed, user, invitation);
      return {
        organizationId: invitation.organizationId,
        withheld: {
          organizationRoleIds: [...organizationRoleIds],
          access: applicationRoles.map(({ applicationId, roleIds }) => ({
            applicationId,
            roleIds: [...roleIds],
          })),
        },
      };
    });
  },

  'invitations.decline': async ({ world, caller, body, write }) => {
    reachOneself(caller, 'invitation.decline');
    const named = await namedBy(body);
    write((deed) => {
      const { user, invitation } = answering(world, caller, named);
      decline(deed, user, invitation);
    });
    return {};
  },
};

async function namedBy(answer: { token: string } | { invitationId: string }): Promise<Named> {
  return 'token' in answer ? { digest: await digestOf(answer.token) } : answer;
}

/** Who answers, and what: looked up at the moment of the deed, as long as the link is good. */
function answering(world: World, caller: Caller, named: Named) {
  const user = found(world.users.get(caller.user.userId));
  return { user, invitation: found(invitationNamed(world, user, named)) };
}
