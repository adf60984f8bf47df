import { canonicalEmail } from './email-addresses.ts';
import type { ErrorCode } from './errors.ts';
import { ceilingBlocker } from './grants.ts';
import type { Administrator } from './member-rules.ts';
import type { Member } from './members.ts';
import {
  covers,
  permissionsOf,
  type OrganizationRole,
  type Permission,
} from './organization-roles.ts';
import type { Organization } from './organizations.ts';
import type { User } from './users.ts';

export type InvitationStatus = 'pending' | 'accepted' | 'declined' | 'revoked' | 'expired';

/** Asks a person to join an organization, with what they get when they do. */
export interface Invitation {
  readonly invitationId: string;
  readonly organizationId: string;
  /** As it was typed; compared by its canonical form. */
  readonly email: string;
  readonly organizationRoleIds: readonly string[];
  readonly applicationRoles: readonly ApplicationRoles[];
  readonly invitedBy: string;
  /** The organization that the inviter acted for; absent for a platform administrator. */
  readonly invitedFor?: string;
  readonly message?: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly expiresAt: number;
  /** As it was last written; {@link invitationStatus} judges the end of its life. */
  readonly status: Exclude<InvitationStatus, 'expired'>;
  /** The invitation that this one was sent in place of. */
  readonly renews?: string;
  /** The invitation that was sent in place of this one, whose life had ended. */
  readonly renewedBy?: string;
}

/** Roles of one application. */
export interface ApplicationRoles {
  readonly applicationId: string;
  readonly roleIds: readonly string[];
}

/** Life of an invitation in minutes: at least, at most, and when nothing is said. */
export const invitationLife = { least: 5, most: 10_080, usual: 2_880 } as const;

/** The status at a moment: a pending invitation ends by itself. */
export function invitationStatus(invitation: Invitation, now: number): InvitationStatus {
  return invitation.status === 'pending' && now >= invitation.expiresAt
    ? 'expired'
    : invitation.status;
}

/** Whether nobody has answered or withdrawn it, and no other was sent in its place; its life may have ended. */
export function isWaiting({ status, renewedBy }: Invitation): boolean {
  return status === 'pending' && renewedBy === undefined;
}

/** What an invitation is to give. */
export interface Offer {
  readonly organizationRoles: readonly OrganizationRole[];
  readonly applicationRoles: readonly ApplicationRoles[];
  /** Minutes. */
  readonly life: number;
}

export interface InvitationFacts {
  readonly organization: Organization;
  /** The person's present membership, if any. */
  readonly member: Member | undefined;
  /** What that membership may administer, or will when it is joined. */
  readonly permissions: ReadonlySet<Permission>;
  /** Whether the address is the actor's own. */
  readonly oneself: boolean;
  /** What the organization may hand out, by application; an application without an entry is not onboarded. */
  readonly ceilings: ReadonlyMap<string, ReadonlySet<string>>;
  /** Whether the actor's organization manages this one, and it has no administrator yet. */
  readonly appointsFirst: boolean;
}

/**
 * Why the actor cannot invite somebody to this. A pending member may be invited anew by whoever may
 * touch them. Nobody invites themselves: they would give themselves what they are only to look after.
 */
export function invitingBlocker(
  actor: Administrator,
  { organization, member, permissions, oneself, ceilings, appointsFirst }: InvitationFacts,
  { organizationRoles, applicationRoles, life }: Offer,
): ErrorCode | undefined {
  if (organization.status !== 'active') return 'organization_suspended';
  if (member?.status === 'active') return 'already_member';
  if (member?.status === 'suspended') return 'member_suspended';
  if (oneself) return 'self_change_refused';
  if (member && !covers(actor.permissions, permissions)) return 'escalation_refused';
  if (!(life >= invitationLife.least && life <= invitationLife.most)) return 'validation_failed';
  // The first administrator of a managed organization is the one person who may get more.
  if (!appointsFirst && !covers(actor.permissions, permissionsOf(organizationRoles))) {
    return 'escalation_refused';
  }
  for (const { applicationId, roleIds } of applicationRoles) {
    const blocker = ceilingBlocker(ceilings.get(applicationId), roleIds);
    if (blocker) return blocker;
  }
  return undefined;
}

/** An invitation that somebody wants to send again or to withdraw. */
export interface InvitationTarget {
  readonly invitation: Invitation;
  /** What the organization roles that it promises may administer. */
  readonly permissions: ReadonlySet<Permission>;
  /** Whether the person who invited may still invite, or the invitation was the tenant's own. */
  readonly inviterStands: boolean;
  readonly now: number;
}

/**
 * Why an invitation cannot be sent again. One whose life has ended can, once: a new one renews it.
 * One that nobody stands behind is dead; whoever may, invites anew.
 */
export function resendingBlocker({
  invitation,
  inviterStands,
  now,
}: Omit<InvitationTarget, 'permissions'>): ErrorCode | undefined {
  if (invitation.renewedBy !== undefined) return 'invitation_expired';
  const status = invitationStatus(invitation, now);
  if (status === 'accepted') return 'already_member';
  const waits = status === 'pending' || status === 'expired';
  return waits && inviterStands ? undefined : 'invitation_revoked';
}

/** Why an invitation cannot be withdrawn: only one that still waits can. */
export function revokingBlocker(invitation: Invitation, now: number): ErrorCode | undefined {
  return answeringBlocker(invitation, now);
}

/** Why an invitation cannot be answered any more, whoever holds it. */
export function answeringBlocker(invitation: Invitation, now: number): ErrorCode | undefined {
  switch (invitationStatus(invitation, now)) {
    case 'pending':
      return undefined;
    case 'accepted':
      return 'already_member';
    case 'expired':
      return 'invitation_expired';
    default:
      return 'invitation_revoked';
  }
}

export interface AcceptanceFacts {
  readonly user: User;
  readonly organization: Organization;
  /** Whether the person who invited may still invite, or the invitation was the tenant's own. */
  readonly inviterStands: boolean;
}

/**
 * Why this person cannot accept. It takes what it takes to decline, an organization that is active,
 * and somebody behind the invitation who could still send it.
 */
export function acceptanceBlocker(
  invitation: Invitation,
  { user, organization, inviterStands }: AcceptanceFacts,
  now: number,
): ErrorCode | undefined {
  const blocker = decliningBlocker(invitation, user, now);
  if (blocker) return blocker;
  if (organization.status !== 'active') return 'organization_suspended';
  return inviterStands ? undefined : 'invitation_revoked';
}

/** Why this person cannot decline: it takes the very address that was invited, proved to be theirs. */
export function decliningBlocker(
  invitation: Invitation,
  user: User,
  now: number,
): ErrorCode | undefined {
  const gone = answeringBlocker(invitation, now);
  if (gone) return gone;
  if (canonicalEmail(user.email) !== canonicalEmail(invitation.email)) {
    return 'invitation_email_mismatch';
  }
  return invitedBlocker(user) ?? (user.status === 'active' ? undefined : 'no_access');
}

/** Why a person is told of no invitation to their address: they have not proved that it is theirs. */
export function invitedBlocker({ emailVerified }: User): ErrorCode | undefined {
  return emailVerified ? undefined : 'email_unverified';
}

/** What an invitation gives: roles of the organization, and of applications. */
export type Gift = Pick<Invitation, 'organizationRoleIds' | 'applicationRoles'>;

/** Who gives, what there is, and how far it may be handed out. */
export interface GivingFacts extends Pick<InvitationFacts, 'ceilings' | 'appointsFirst'> {
  readonly inviter: Pick<Administrator, 'permissions'>;
  /** Organization roles of the tenant. */
  readonly catalogue: readonly OrganizationRole[];
}

/**
 * What is left of an invitation when it is accepted: at most what its inviter could give then.
 */
export function stillGiven(
  invitation: Gift,
  { inviter, appointsFirst, catalogue, ceilings }: GivingFacts,
): Gift {
  const organizationRoleIds = invitation.organizationRoleIds.filter((roleId) => {
    const role = catalogue.find((one) => one.roleId === roleId);
    const within = appointsFirst || (role && covers(inviter.permissions, permissionsOf([role])));
    return role !== undefined && within;
  });
  const applicationRoles = invitation.applicationRoles.flatMap(({ applicationId, roleIds }) => {
    const ceiling = ceilings.get(applicationId);
    const left = roleIds.filter((roleId) => ceiling?.has(roleId));
    return ceiling && (left.length > 0 || roleIds.length === 0)
      ? [{ applicationId, roleIds: left }]
      : [];
  });
  return { organizationRoleIds, applicationRoles };
}

/** Whether nothing is left of an invitation that once promised something. */
export function isNothingLeft(invitation: Gift, left: Gift): boolean {
  const count = ({ organizationRoleIds, applicationRoles }: Gift) =>
    organizationRoleIds.length + applicationRoles.length;
  return count(invitation) > 0 && count(left) === 0;
}

/**
 * Why an invitation gives nothing: what it promised can no longer be given, or would be if there
 * were a seat; then it waits.
 *
 * @param seated what is left of it while some applications have no seat
 */
export function emptinessBlocker(
  invitation: Gift,
  left: Gift,
  seated: Gift,
): ErrorCode | undefined {
  if (isNothingLeft(invitation, left)) return 'invitation_revoked';
  return isNothingLeft(invitation, seated) ? 'seat_limit_reached' : undefined;
}
