import {
  decide,
  invitationStatus,
  reachesApplication,
  type Invitation,
  type InvitationTarget,
} from '@tesserakit/domain';
import type { World } from '../world.ts';
import { inviterOf } from './inviter.ts';
import { timestamp } from './moments.ts';
import { permissionsOfRoles, reference } from './organization-roles.ts';
import type { Seen } from './seen.ts';
import { pageOfShortList, type ListQuery } from './short-list.ts';
import { versionOf } from './versions.ts';

export interface InvitationListQuery extends ListQuery {
  readonly status?: ReturnType<typeof invitationStatus> | undefined;
}

/** A page of an organization's invitations, newest first. */
export function listInvitations(
  world: World,
  seen: Seen,
  { status, ...query }: InvitationListQuery,
) {
  const { organizationId } = seen.organization;
  const fits = (one: Invitation) =>
    status === undefined || invitationStatus(one, world.now()) === status;
  return pageOfShortList(world, query, {
    items: () => [...(world.invitations.get(organizationId)?.values() ?? [])].filter(fits),
    textOf: ({ email }) => email,
    idOf: ({ invitationId }) => invitationId,
    valuesOf: ({ createdAt }) => [createdAt],
    descending: [true],
    scope: ['invitations', organizationId, seen.actor.userId, status],
    view: (invitation) => invitationView(world, seen, invitation),
  });
}

/** An invitation as the rules see it. */
export function invitationFactsOf(world: World, invitation: Invitation): InvitationTarget {
  const organization = world.organizations.get(invitation.organizationId);
  return {
    invitation,
    permissions: permissionsOfRoles(world, invitation.organizationRoleIds),
    inviterStands: organization !== undefined && !!inviterOf(world, organization, invitation),
    now: world.now(),
  };
}

/** An invitation as answers carry it; never its secret. */
export function invitationView(world: World, { actor, place }: Seen, invitation: Invitation) {
  const { invitationId, organizationId, email, invitedBy, message, renews } = invitation;
  const facts = invitationFactsOf(world, invitation);
  const inviter = world.users.get(invitedBy)?.name;
  // From above, nothing is told of applications for which the organization is not managed.
  const offered = invitation.applicationRoles.filter(({ applicationId }) =>
    reachesApplication(place.reach, applicationId),
  );
  return {
    invitationId,
    organizationId,
    email,
    status: invitationStatus(invitation, world.now()),
    organizationRoles: invitation.organizationRoleIds.flatMap((roleId) => {
      const role = world.organizationRoles.get(roleId);
      return role ? [reference(role)] : [];
    }),
    access: offered.map(({ applicationId, roleIds }) => ({
      applicationId,
      name: world.applications.get(applicationId)?.name ?? applicationId,
      roles: roleIds.flatMap((roleId) => {
        const role = world.roles.get(roleId);
        return role ? [reference(role)] : [];
      }),
    })),
    invitedBy: { userId: invitedBy, ...(inviter !== undefined && { name: inviter }) },
    ...(message !== undefined && { message }),
    createdAt: timestamp(invitation.createdAt),
    expiresAt: timestamp(invitation.expiresAt),
    ...(renews !== undefined && { renews }),
    version: versionOf(world, 'invitation', organizationId, invitationId),
    actions: {
      'invitation.resend': decide(actor, 'invitation.resend', place, facts),
      'invitation.revoke': decide(actor, 'invitation.revoke', place, facts),
    },
  };
}
