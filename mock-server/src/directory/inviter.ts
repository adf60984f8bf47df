import {
  allPermissions,
  permits,
  reachOf,
  standingBlocker,
  type Actor,
  type Invitation,
  type Organization,
  type Place,
  type User,
} from '@tesserakit/domain';
import type { World } from '../world.ts';
import { linksOf } from './organization-tree.ts';
import { permissionsOfMember } from './organization-roles.ts';

/** Who stands behind an invitation, and from where. */
export interface Inviter {
  readonly actor: Actor;
  readonly place: Place;
}

/** Who invited, as they stand now, if they could still invite here. */
export function inviterOf(
  world: World,
  organization: Organization,
  { invitedBy, invitedFor }: Invitation,
): Inviter | undefined {
  const user = world.users.get(invitedBy);
  if (user?.status !== 'active') return undefined;
  const actor =
    invitedFor === undefined
      ? platformActor(user)
      : memberActor(world, user, invitedFor, organization);
  if (!actor) return undefined;
  const place: Place = { reach: reachOf(actor, linksOf(world, organization)), organization };
  return permits(actor, 'member.invite', { ...place, organization: undefined }) === true
    ? { actor, place }
    : undefined;
}

function platformActor(user: User): Actor | undefined {
  if (!user.platformAdministrator) return undefined;
  const { userId } = user;
  return { userId, organizationId: undefined, permissions: allPermissions, platform: true };
}

function memberActor(
  world: World,
  user: User,
  organizationId: string,
  invitedTo: Organization,
): Actor | undefined {
  const organization = world.organizations.get(organizationId);
  const member = world.members.get(organizationId)?.get(user.userId);
  if (!organization || !member) return undefined;
  // That the organization is suspended is told as such, not as an inviter who is gone.
  const own = organizationId === invitedTo.organizationId;
  const judged: Organization = own ? { ...organization, status: 'active' } : organization;
  if (standingBlocker(member, judged, world.now())) return undefined;
  const permissions = permissionsOfMember(world, member);
  return { userId: user.userId, organizationId, permissions, platform: false };
}
