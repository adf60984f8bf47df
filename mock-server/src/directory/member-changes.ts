import {
  additionBlocker,
  expiryBlocker,
  roleAssignmentBlocker,
  type Action,
  type Member,
  type Organization,
} from '@tesserakit/domain';
import { found, refuse, refuseInput } from '../refusal.ts';
import { tableOf, type World } from '../world.ts';
import { grantsOf } from './access.ts';
import { dropGrant } from './access-changes.ts';
import { amended, changedBy } from './amended.ts';
import { revokeApiKeysOf } from './api-key-changes.ts';
import { record, type Deed, type Happening } from './deed.ts';
import { giveDefaults } from './default-grants.ts';
import { placeOf } from './organization-tree.ts';
import { endWaiting } from './invitation-changes.ts';
import { unlink } from './identities.ts';
import { memberFactsOf } from './member-facts.ts';
import { organizationRolesNamed } from './organization-roles.ts';
import { revokeCodes, revokeTokens } from './revocation.ts';
import { rememberVersion, versionOf } from './versions.ts';

/** What the organization notes about a member; `null` takes away, `undefined` leaves. */
export interface MemberNotes {
  readonly title?: string | null | undefined;
  readonly department?: string | null | undefined;
  /** Milliseconds since the epoch. */
  readonly expiresAt?: number | null | undefined;
}

/** The member of an organization; `not_found` where there is none. */
export function memberOf(world: World, organizationId: string, userId: string): Member {
  return found(world.members.get(organizationId)?.get(userId));
}

/** Shuts a member out. Roles and grants stay; refresh tokens end where the application says so. */
export function suspendMember(deed: Deed, member: Member): void {
  write(deed, { ...member, status: 'suspended' });
  record(deed, about(member, 'member.suspend'));
  revokeTokens(deed.world, member, 'memberSuspended');
}

/** Lets a suspended member in again, with what they had. */
export function reactivateMember(deed: Deed, member: Member): void {
  write(deed, { ...member, status: 'active' });
  record(deed, about(member, 'member.reactivate'));
}

/**
 * Ends a membership with its grants, keys, codes and refresh tokens, what the organization's identity
 * providers call the person, and the invitation that it waited for; the profile stays.
 */
export function removeMember(
  deed: Deed,
  member: Member,
  { action = 'member.remove', causedBy: cause }: { action?: Action; causedBy?: string } = {},
): void {
  const { world } = deed;
  const { organizationId, userId } = member;
  const event = record(deed, { ...about(member, action), ...(cause && { causedBy: cause }) });
  for (const { applicationId } of grantsOf(world, organizationId, userId)) {
    dropGrant(deed, member, applicationId, cause ?? event);
  }
  revokeApiKeysOf(deed, member, cause ?? event);
  unlink(
    deed,
    (one) => one.userId === userId && one.organizationId === organizationId,
    cause ?? event,
  );
  world.members.get(organizationId)?.delete(userId);
  // Whoever comes back is another version of a member, never the one that somebody still looks at.
  rememberVersion(world, 'member', member.version + 1, organizationId, userId);
  revokeTokens(world, member);
  revokeCodes(world, (entry) => entry.userId === userId && entry.organizationId === organizationId);
  if (member.status === 'pending') endWaiting(deed, member, cause ?? event);
}

/** Changes what the organization notes about a member. */
export function updateMember(deed: Deed, member: Member, notes: MemberNotes): void {
  const { world, actor } = deed;
  if (notes.expiresAt !== undefined) {
    const end = notes.expiresAt ?? undefined;
    const blocker = expiryBlocker(actor, memberFactsOf(world, member), end, world.now());
    refuseInput(blocker, 'expiresAt', 'This moment has passed.');
  }
  write(deed, amended(member, notes));
  record(deed, { ...about(member, 'member.update'), details: { changed: changedBy(notes) } });
}

/** Replaces a member's organization roles; refresh tokens end where the application says so. */
export function setOrganizationRoles(deed: Deed, member: Member, roleIds: readonly string[]): void {
  const { world, actor } = deed;
  const roles = organizationRolesNamed(world, roleIds);
  refuse(roleAssignmentBlocker(actor, memberFactsOf(world, member), roles));
  writeOrganizationRoles(deed, member, roleIds);
}

/** The same without asking whether the actor may. */
export function writeOrganizationRoles(
  deed: Deed,
  member: Member,
  roleIds: readonly string[],
  causedBy?: string,
): void {
  write(deed, { ...member, organizationRoleIds: roleIds });
  record(deed, {
    ...about(member, 'member.setOrganizationRoles'),
    details: { from: member.organizationRoleIds, to: roleIds },
    ...(causedBy !== undefined && { causedBy }),
  });
  revokeTokens(deed.world, member, 'memberRolesUpdated');
}

/** Ends the codes and refresh tokens with which a member acts for the organization, and no others. */
export function endMemberSessions(deed: Deed, member: Member): void {
  const { world } = deed;
  const { organizationId, userId } = member;
  record(deed, about(member, 'member.endSessions'));
  revokeTokens(world, { userId, organizationId });
  revokeCodes(world, (entry) => entry.userId === userId && entry.organizationId === organizationId);
}

export interface Addition extends MemberNotes {
  readonly userId: string;
  readonly organizationRoleIds: readonly string[];
}

/**
 * Makes a person of the tenant a member at once, with the default roles of the organization's
 * applications and without what they may have had before.
 */
export function addMember(
  deed: Deed,
  organization: Organization,
  addition: Addition,
  { causedBy }: { causedBy?: string } = {},
): Member {
  const { world, actor } = deed;
  const { organizationId } = organization;
  const { userId, organizationRoleIds, title, department, expiresAt } = addition;
  const user = found(world.users.get(userId));
  const roles = organizationRolesNamed(world, organizationRoleIds);
  const present = world.members.get(organizationId)?.get(userId);
  const facts = { userId, present, roles, expiresAt: expiresAt ?? undefined, now: world.now() };
  refuseInput(additionBlocker(actor, facts), 'expiresAt', 'This moment has passed.');
  const member: Member = {
    userId: user.userId,
    organizationId,
    status: 'active',
    organizationRoleIds,
    ...(title && { title }),
    ...(department && { department }),
    ...(expiresAt && { expiresAt }),
    joinedAt: world.now(),
    source: 'direct',
    version: versionOf(world, 'member', organizationId, userId),
  };
  tableOf(world, 'members', organizationId).set(userId, member);
  const event = record(deed, {
    ...about(member, 'member.add'),
    details: { by: actor.userId, organizationRoleIds },
    ...(causedBy !== undefined && { causedBy }),
  });
  const { reach } = placeOf(world, actor, organization);
  giveDefaults(deed, organization, userId, { causedBy: causedBy ?? event, reach });
  return member;
}

function write({ world }: Deed, member: Member): void {
  const { organizationId, userId, version } = member;
  world.members.get(organizationId)?.set(userId, { ...member, version: version + 1 });
}

function about({ organizationId, userId }: Member, action: string): Happening {
  return { action, organizationId, target: { type: 'member', id: userId } };
}
