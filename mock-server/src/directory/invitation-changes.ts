import {
  canonicalEmail,
  invitationStatus,
  invitingBlocker,
  isAdministratorRole,
  isWaiting,
  quotedName,
  type ApplicationRoles,
  type Invitation,
  type Member,
  type Organization,
  type Place,
} from '@tesserakit/domain';
import { refuseInput } from '../refusal.ts';
import type { FreshSecret } from '../secrets.ts';
import { tableOf, userByEmail, type World } from '../world.ts';
import { ceilingOf } from './access.ts';
import { dropGrant, grantOf } from './access-changes.ts';
import { addressOf } from './addresses.ts';
import { record, type Deed } from './deed.ts';
import { dropSecretsOf } from './kept-secrets.ts';
import { demandRate, ofTheHour, receivedBy, sendMail } from './mails.ts';
import { removeMember } from './member-changes.ts';
import { newUser } from './new-user.ts';
import { organizationRolesNamed, permissionsOfMember } from './organization-roles.ts';
import { countWrite, versionOf } from './versions.ts';

/** What somebody is invited to. */
export interface Offered {
  readonly email: string;
  readonly organizationRoleIds: readonly string[];
  readonly access: readonly ApplicationRoles[];
  /** Minutes. */
  readonly life: number;
  readonly message?: string | undefined;
}

/** Where somebody is invited to, and from where. */
interface Inviting {
  readonly organization: Organization;
  readonly place: Place;
}

/**
 * Invites a person: makes the profile where there is none, the pending membership, the invitation,
 * and mails the link. One who is invited already keeps one invitation, with a new link.
 */
export function invite(
  deed: Deed,
  { organization, place }: Inviting,
  offered: Offered,
  secret: FreshSecret,
): Invitation {
  const { world, actor } = deed;
  const { organizationId } = organization;
  const email = addressOf(offered.email);
  const user = userByEmail(world, email);
  const member = user && world.members.get(organizationId)?.get(user.userId);
  refuseInput(
    invitingBlocker(
      actor,
      {
        organization,
        member,
        permissions: member ? permissionsOfMember(world, member) : new Set(),
        oneself: user?.userId === actor.userId,
        ceilings: ceilingsOf(world, organization, place, offered.access),
        appointsFirst: appointsFirst(world, place, organizationId),
      },
      {
        organizationRoles: organizationRolesNamed(world, offered.organizationRoleIds),
        applicationRoles: offered.access,
        life: offered.life,
      },
    ),
    'life',
    'This is too short or too long.',
  );
  demandInvitationRate(deed, email);
  const waiting = waitingFor(world, organizationId, email);
  const expired = waiting && invitationStatus(waiting, world.now()) === 'expired';
  const invitation: Invitation = {
    invitationId: waiting && !expired ? waiting.invitationId : world.newId('invitation'),
    organizationId,
    email,
    organizationRoleIds: offered.organizationRoleIds,
    applicationRoles: offered.access,
    invitedBy: actor.userId,
    ...(actor.organizationId !== undefined && { invitedFor: actor.organizationId }),
    ...(offered.message !== undefined && { message: offered.message }),
    createdAt: world.now(),
    expiresAt: world.now() + offered.life * 60_000,
    status: 'pending',
    ...(waiting && expired && { renews: waiting.invitationId }),
  };
  // No event of its own: that would tell the organization who has an account already.
  const { userId } = user ?? newUser(world, { email });
  if (waiting && expired) renew(world, waiting, invitation);
  tableOf(world, 'members', organizationId).set(userId, {
    ...member,
    userId,
    organizationId,
    status: 'pending',
    organizationRoleIds: offered.organizationRoleIds,
    source: 'invitation',
    version: member ? member.version + 1 : versionOf(world, 'member', organizationId, userId),
  });
  const causedBy = record(deed, {
    action: 'member.invite',
    organizationId,
    target: { type: 'invitation', id: invitation.invitationId },
    details: { by: actor.userId, email, organizationRoleIds: offered.organizationRoleIds },
  });
  if (member) withdrawOffered(deed, member, offered, causedBy);
  send(deed, organization, invitation, secret);
  return invitation;
}

/** Sends a new link; the old one is dead. One whose life has ended is renewed by a new invitation. */
export function resend(
  deed: Deed,
  organization: Organization,
  invitation: Invitation,
  secret: FreshSecret,
): Invitation {
  const { world, actor } = deed;
  demandInvitationRate(deed, invitation.email);
  const expired = invitationStatus(invitation, world.now()) === 'expired';
  const next: Invitation = {
    ...invitation,
    createdAt: expired ? world.now() : invitation.createdAt,
    expiresAt: world.now() + (invitation.expiresAt - invitation.createdAt),
    ...(expired && {
      invitationId: world.newId('invitation'),
      renews: invitation.invitationId,
    }),
  };
  if (expired) renew(world, invitation, next);
  record(deed, {
    action: 'invitation.resend',
    organizationId: organization.organizationId,
    target: { type: 'invitation', id: next.invitationId },
    details: { by: actor.userId },
  });
  send(deed, organization, next, secret);
  return next;
}

/** Withdraws an invitation, with its link and the pending membership; the profile stays. */
export function revoke(deed: Deed, invitation: Invitation): Invitation {
  return end(deed, invitation, 'revoked', 'invitation.revoke');
}

/** Ends an invitation that nobody can answer any more, and the membership that waited for it. */
export function end(
  deed: Deed,
  invitation: Invitation,
  status: 'revoked' | 'declined',
  action: string,
  causedBy?: string,
): Invitation {
  const { world } = deed;
  const { organizationId, invitationId, email } = invitation;
  const next: Invitation = { ...invitation, status };
  write(world, next);
  dropSecrets(world, invitationId);
  const event = record(deed, {
    action,
    organizationId,
    target: { type: 'invitation', id: invitationId },
    ...(causedBy !== undefined && { causedBy }),
  });
  const user = userByEmail(world, email);
  const member = user && world.members.get(organizationId)?.get(user.userId);
  if (member?.status === 'pending') removeMember(deed, member, { causedBy: causedBy ?? event });
  return next;
}

/** Ends the invitation that a pending member was to answer. */
export function endWaiting(deed: Deed, { organizationId, userId }: Member, causedBy: string): void {
  const { world } = deed;
  const waiting = waitingFor(world, organizationId, world.users.get(userId)?.email ?? '');
  if (waiting) end(deed, waiting, 'revoked', 'invitation.revoke', causedBy);
}

/** Keeps an invitation as it is now. */
export function write(world: World, invitation: Invitation): void {
  const { organizationId, invitationId } = invitation;
  tableOf(world, 'invitations', organizationId).set(invitationId, invitation);
  countWrite(world, 'invitation', organizationId, invitationId);
}

/** Ends every link of an invitation. */
export function dropSecrets(world: World, invitationId: string): void {
  dropSecretsOf(world, 'invitation', invitationId);
}

/** What an organization may hand out of the applications that are reached from a place. */
export function ceilingsOf(
  world: World,
  organization: Organization,
  { reach }: Place,
  access: readonly ApplicationRoles[],
): Map<string, ReadonlySet<string>> {
  const ceilings = new Map<string, ReadonlySet<string>>();
  for (const { applicationId } of access) {
    const outside = reach.kind === 'managed' && !reach.applicationIds.has(applicationId);
    const ceiling = outside ? undefined : ceilingOf(world, organization, applicationId);
    if (ceiling) ceilings.set(applicationId, ceiling);
  }
  return ceilings;
}

function send(
  { world }: Deed,
  organization: Organization,
  invitation: Invitation,
  { secret, digest }: FreshSecret,
): void {
  const { organizationId, invitationId, email } = invitation;
  write(world, invitation);
  dropSecrets(world, invitationId);
  world.secrets.set(digest, { purpose: 'invitation', organizationId, id: invitationId });
  const name = quotedName(organization.name);
  // In the fragment, which browsers send to nobody.
  const link = `${world.issuer}/login/invitation#${secret}`;
  sendMail(world, {
    to: email,
    subject: `You are invited to join ${name}`,
    text: `You are invited to join ${name}.\n\nOpen this link to accept or decline:\n${link}\n`,
    purpose: 'invitation',
    link,
  });
}

/** The one invitation of an organization that waits for an address, even when its life has ended. */
function waitingFor(world: World, organizationId: string, email: string): Invitation | undefined {
  const canonical = canonicalEmail(email);
  return [...(world.invitations.get(organizationId)?.values() ?? [])].find(
    (one) => isWaiting(one) && canonicalEmail(one.email) === canonical,
  );
}

function renew(world: World, old: Invitation, { invitationId }: Invitation): void {
  write(world, { ...old, renewedBy: invitationId });
  dropSecrets(world, old.invitationId);
}

/** Takes from a pending member what they have of the applications that they are invited to anew. */
function withdrawOffered(
  deed: Deed,
  { organizationId, userId }: Member,
  { access }: Offered,
  causedBy: string,
): void {
  const { world } = deed;
  for (const { applicationId } of access) {
    if (!grantOf(world, organizationId, userId, applicationId)) continue;
    dropGrant(deed, { organizationId, userId }, applicationId, causedBy);
  }
}

/** Whether whoever acts from this place appoints the first administrator of a managed organization. */
export function appointsFirst(world: World, { reach }: Place, organizationId: string): boolean {
  if (reach.kind !== 'managed') return false;
  const members = world.members.get(organizationId)?.values() ?? [];
  return ![...members].some(
    ({ status, organizationRoleIds }) =>
      status === 'active' && organizationRoleIds.some(isAdministratorRole),
  );
}

/** Counted by person, whichever of their keys they use. */
function demandInvitationRate({ world, actor }: Deed, email: string): void {
  const sends = ['member.invite', 'invitation.resend'];
  const sent = ofTheHour(world, world.audit).filter(
    ({ action, outcome, details }) =>
      outcome === 'success' && sends.includes(action) && details?.['by'] === actor.userId,
  ).length;
  demandRate(world, { sent, received: receivedBy(world, email, 'invitation') });
}
