import {
  acceptanceBlocker,
  canonicalEmail,
  invitationStatus,
  emptinessBlocker,
  isFull,
  permits,
  reachOf,
  standingBlocker,
  stillGiven,
  allPermissions,
  type AccessGrant,
  type Actor,
  type Invitation,
  type Organization,
  type Place,
  type User,
} from '@tesserakit/domain';
import { found, refuse } from '../refusal.ts';
import { digestOf } from '../secrets.ts';
import { tableOf, type World } from '../world.ts';
import { replaceGrant, seatsOf } from './access-changes.ts';
import { record, type Deed } from './deed.ts';
import { giveDefaults } from './default-grants.ts';
import { ceilingsOf, dropSecrets, end, write } from './invitation-changes.ts';
import { linksOf } from './managed-organizations.ts';
import { memberOf } from './member-changes.ts';
import { permissionsOfMember } from './roles.ts';

/** How a person names the invitation that they answer. */
export type Named = { readonly token: string } | { readonly invitationId: string };

/** Finds an invitation by the secret of its link or in the person's own list; else `undefined`. */
export async function invitationNamed(
  world: World,
  user: User,
  named: Named,
): Promise<{ organizationId: string; invitationId: string } | undefined> {
  if ('token' in named) {
    const use = world.secrets.get(await digestOf(named.token));
    if (use?.purpose !== 'invitation') return undefined;
    return { organizationId: use.organizationId, invitationId: use.id };
  }
  return ownInvitations(world, user).find((one) => one.invitationId === named.invitationId);
}

/** The invitations that wait for a person's own address; none while it is not verified. */
export function ownInvitations(world: World, user: User): Invitation[] {
  if (!user.emailVerified) return [];
  const own = canonicalEmail(user.email);
  return [...world.invitations.values()]
    .flatMap((invitations) => [...invitations.values()])
    .filter((one) => canonicalEmail(one.email) === own)
    .filter((one) => invitationStatus(one, world.now()) === 'pending');
}

/**
 * Joins the organization with what the inviter could still give at this moment, as far as there are
 * seats, and with the default roles of applications that the invitation does not name. Refused when
 * nothing is left of what was promised; the invitation is used up, and never good again.
 *
 * @returns what was promised and could not be given any more
 */
export function accept(
  deed: Deed,
  user: User,
  { organizationId, invitationId }: { organizationId: string; invitationId: string },
): Pick<Invitation, 'organizationRoleIds' | 'applicationRoles'> {
  const { world } = deed;
  const organization = found(world.organizations.get(organizationId));
  const invitation = found(world.invitations.get(organizationId)?.get(invitationId));
  const inviter = inviterOf(world, organization, invitation);
  const facts = { user, organization, inviterStands: inviter !== undefined };
  refuse(acceptanceBlocker(invitation, facts, world.now()));
  const { actor, place } = found(inviter);
  const ceilings = ceilingsOf(world, organization, place, invitation.applicationRoles);
  const roles = [...world.organizationRoles.values()];
  const seated = new Map(
    [...ceilings].filter(([id]) => !isFull(seatsOf(world, organizationId, id))),
  );
  const { userId } = user;
  const waiting = memberOf(world, organizationId, userId);
  const promised = {
    ...invitation,
    // What was taken from the pending member since is not given back.
    organizationRoleIds: invitation.organizationRoleIds.filter((roleId) =>
      waiting.organizationRoleIds.includes(roleId),
    ),
  };
  const left = stillGiven(promised, actor, roles, seated);
  const unseated = stillGiven(promised, actor, roles, ceilings);
  refuse(emptinessBlocker(promised, unseated, left));
  write(world, { ...invitation, status: 'accepted' });
  dropSecrets(world, invitationId);
  tableOf(world, 'members', organizationId).set(userId, {
    ...waiting,
    status: 'active',
    organizationRoleIds: left.organizationRoleIds,
    joinedAt: world.now(),
    version: waiting.version + 1,
  });
  const causedBy = record(deed, {
    action: 'invitation.accept',
    organizationId,
    target: { type: 'invitation', id: invitationId },
  });
  for (const { applicationId, roleIds } of left.applicationRoles) {
    const grant: AccessGrant = {
      userId,
      organizationId,
      applicationId,
      roles: roleIds.map((roleId) => ({
        roleId,
        source: 'direct',
        grantedBy: invitation.invitedBy,
      })),
    };
    replaceGrant(world, grant, applicationId, grant);
    record(deed, {
      action: 'access.grant',
      organizationId,
      applicationId,
      target: { type: 'member', id: userId },
      details: { from: null, to: roleIds },
      causedBy,
    });
  }
  const except = new Set(invitation.applicationRoles.map(({ applicationId }) => applicationId));
  giveDefaults(deed, organization, userId, { causedBy, reach: place.reach, except });
  return withheld(invitation, left);
}

/** Says no: the invitation and the pending membership end; the profile stays. */
export function decline(
  deed: Deed,
  user: User,
  { organizationId, invitationId }: { organizationId: string; invitationId: string },
): void {
  const { world } = deed;
  const organization = found(world.organizations.get(organizationId));
  const invitation = found(world.invitations.get(organizationId)?.get(invitationId));
  // To say no takes less: neither an inviter who still stands nor an organization that is active.
  const facts = {
    user,
    organization: { ...organization, status: 'active' as const },
    inviterStands: true,
  };
  refuse(acceptanceBlocker(invitation, facts, world.now()));
  end(deed, invitation, 'declined', 'invitation.decline');
}

function withheld(promised: Invitation, left: ReturnType<typeof stillGiven>) {
  const rest = promised.applicationRoles.flatMap(({ applicationId, roleIds }) => {
    const given = left.applicationRoles.find((one) => one.applicationId === applicationId);
    const missing = roleIds.filter((roleId) => !given?.roleIds.includes(roleId));
    return given && missing.length === 0 ? [] : [{ applicationId, roleIds: missing }];
  });
  return {
    organizationRoleIds: promised.organizationRoleIds.filter(
      (roleId) => !left.organizationRoleIds.includes(roleId),
    ),
    applicationRoles: rest,
  };
}

/** Who invited, as they stand now, if they could still invite here. */
function inviterOf(
  world: World,
  organization: Organization,
  { invitedBy, invitedFor }: Invitation,
): { actor: Actor; place: Place } | undefined {
  const user = world.users.get(invitedBy);
  if (user?.status !== 'active') return undefined;
  const actor =
    invitedFor === undefined ? platformActor(user) : memberActor(world, user, invitedFor);
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

function memberActor(world: World, user: User, organizationId: string): Actor | undefined {
  const organization = world.organizations.get(organizationId);
  const member = world.members.get(organizationId)?.get(user.userId);
  if (!organization || !member) return undefined;
  // A suspended organization is told as such, not as an inviter who is gone.
  const standing = standingBlocker(member, { ...organization, status: 'active' }, world.now());
  if (standing) return undefined;
  const permissions = permissionsOfMember(world, member);
  return { userId: user.userId, organizationId, permissions, platform: false };
}
