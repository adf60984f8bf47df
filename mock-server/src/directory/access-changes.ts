import {
  grantingBlocker,
  isGrantInForce,
  type AccessGrant,
  type Actor,
  type GrantedRole,
  type GrantFacts,
  type Member,
  type Organization,
  type Seats,
} from '@tesserakit/domain';
import { refuseInput } from '../refusal.ts';
import { tableOf, type World } from '../world.ts';
import { ceilingOf, grantsOf } from './access.ts';
import { record, type Deed } from './deed.ts';
import { memberFactsOf } from './member-facts.ts';
import { revokeTokens } from './revocation.ts';
import { seatsUsed } from './seats.ts';
import { countWrite } from './versions.ts';

/** A member and an application, as the rules about grants see them. */
export function grantFactsOf(
  world: World,
  organization: Organization,
  member: Member,
  applicationId: string,
): GrantFacts {
  const { organizationId, userId } = member;
  const grant = grantOf(world, organizationId, userId, applicationId);
  return {
    ...memberFactsOf(world, member),
    ceiling: ceilingOf(world, organization, applicationId),
    present: grant?.roles.map(({ roleId }) => roleId),
    inForce: isGrantInForce(grant, world.now()),
    endsAt: grant?.expiresAt,
    seats: seatsOf(world, organizationId, applicationId),
  };
}

export function grantOf(
  world: World,
  organizationId: string,
  userId: string,
  applicationId: string,
): AccessGrant | undefined {
  return grantsOf(world, organizationId, userId).find(
    (grant) => grant.applicationId === applicationId,
  );
}

/** The seats of an application in an organization; those of an unlimited one are not counted. */
export function seatsOf(world: World, organizationId: string, applicationId: string): Seats {
  const limit = world.onboardings.get(organizationId)?.get(applicationId)?.seatLimit;
  const used = limit === undefined ? 0 : seatsUsed(world, organizationId, applicationId);
  return { limit, used };
}

/** What a member is to have. */
export interface GrantChange {
  readonly roleIds: readonly string[];
  /** Milliseconds since the epoch. */
  readonly expiresAt?: number | undefined;
}

/**
 * Replaces a member's roles in an application. Roles that stay keep their source; refresh tokens end
 * where the application says so.
 */
export function grantAccess(
  deed: Deed,
  organization: Organization,
  member: Member,
  applicationId: string,
  { roleIds, expiresAt }: GrantChange,
): void {
  const { world, actor } = deed;
  const { organizationId, userId } = member;
  const facts = grantFactsOf(world, organization, member, applicationId);
  const blocker = grantingBlocker(actor, facts, roleIds, expiresAt, world.now());
  refuseInput(blocker, 'expiresAt', 'This moment has passed.');
  const before = grantOf(world, organizationId, userId, applicationId);
  const grant: AccessGrant = {
    userId,
    organizationId,
    applicationId,
    roles: roleIds.map((roleId) => grantedRole(actor, organizationId, before, roleId)),
    ...(expiresAt !== undefined && { expiresAt }),
  };
  replaceGrant(world, member, applicationId, grant);
  record(deed, {
    action: 'access.grant',
    organizationId,
    applicationId,
    target: { type: 'member', id: userId },
    details: { from: facts.present ?? null, to: roleIds },
  });
  revokeTokens(world, { userId, organizationId, applicationId }, 'memberRolesUpdated');
}

function grantedRole(
  { userId, organizationId: actingFor }: Actor,
  organizationId: string,
  before: AccessGrant | undefined,
  roleId: string,
): GrantedRole {
  const kept = before?.roles.find((role) => role.roleId === roleId);
  const source = actingFor === undefined || actingFor === organizationId ? 'direct' : 'parent';
  return kept ?? { roleId, source, grantedBy: userId };
}

/** Takes a member's grant in an application away, with the refresh tokens that rest on it. */
export function withdrawAccess(deed: Deed, member: Member, applicationId: string): void {
  const { organizationId, userId } = member;
  dropGrant(deed, member, applicationId);
  revokeTokens(deed.world, { userId, organizationId, applicationId });
}

/** Gives somebody who has nothing of an application a grant, as a consequence. */
export function giveGrant(deed: Deed, grant: AccessGrant, causedBy: string): void {
  const { organizationId, userId, applicationId, roles } = grant;
  replaceGrant(deed.world, grant, applicationId, grant);
  record(deed, {
    action: 'access.grant',
    organizationId,
    applicationId,
    target: { type: 'member', id: userId },
    details: { from: null, to: roles.map(({ roleId }) => roleId) },
    causedBy,
  });
}

/** Takes a grant away; what rests on it is the caller's matter. */
export function dropGrant(
  deed: Deed,
  member: Pick<Member, 'organizationId' | 'userId'>,
  applicationId: string,
  causedBy?: string,
): void {
  replaceGrant(deed.world, member, applicationId, undefined);
  record(deed, {
    action: 'access.withdraw',
    organizationId: member.organizationId,
    applicationId,
    target: { type: 'member', id: member.userId },
    ...(causedBy !== undefined && { causedBy }),
  });
}

/** Puts one application's grant of a member in place of the one before; without one, there is none. */
export function replaceGrant(
  world: World,
  { organizationId, userId }: Pick<Member, 'organizationId' | 'userId'>,
  applicationId: string,
  grant: AccessGrant | undefined,
): void {
  const grants = tableOf(world, 'grants', organizationId);
  const others = (grants.get(userId) ?? []).filter((one) => one.applicationId !== applicationId);
  const next = grant ? [...others, grant] : others;
  if (next.length > 0) grants.set(userId, next);
  else grants.delete(userId);
  countWrite(world, 'grant', organizationId, userId, applicationId);
}
