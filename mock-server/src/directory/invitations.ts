import {
  decide,
  invitationStatus,
  reachesApplication,
  type Actor,
  type Invitation,
  type InvitationTarget,
  type Organization,
  type Place,
} from '@tesserakit/domain';
import type { World } from '../world.ts';
import { inviterOf } from './inviter.ts';
import { pageOf, sorted, type Page } from './paging.ts';
import { timestamp } from './moments.ts';
import { permissionsOfRoles, reference } from './organization-roles.ts';
import { finder } from './search.ts';
import { versionOf } from './versions.ts';

export interface InvitationListQuery {
  readonly search?: string | undefined;
  readonly status?: ReturnType<typeof invitationStatus> | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

interface Seen {
  readonly organization: Organization;
  readonly actor: Actor;
  readonly place: Place;
}

/** A page of an organization's invitations, newest first. */
export function listInvitations(
  world: World,
  seen: Seen,
  { search, status, limit, cursor }: InvitationListQuery,
): Promise<Page<ReturnType<typeof invitationView>>> {
  const { organizationId } = seen.organization;
  const found = finder(search);
  const placed = () =>
    [...(world.invitations.get(organizationId)?.values() ?? [])]
      .filter((one) => status === undefined || invitationStatus(one, world.now()) === status)
      .filter((one) => found(one.email))
      .map((one) => ({ item: one, values: [one.createdAt], id: one.invitationId }));
  return pageOf(world, () => sorted(placed(), [true]), {
    limit,
    cursor,
    scope: ['invitations', organizationId, seen.actor.userId, search, status],
  }).then((page) => ({
    ...page,
    items: page.items.map((one) => invitationView(world, seen, one)),
  }));
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
