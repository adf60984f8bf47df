import {
  isAdministratorRole,
  isActiveMember,
  type Member,
  type MemberFacts,
} from '@tesserakit/domain';
import type { World } from '../world.ts';
import { administratorsOf } from './administrators.ts';
import { permissionsOfMember } from './organization-roles.ts';

/** A member as the rules see them. */
export function memberFactsOf(world: World, member: Member): MemberFacts {
  return {
    member,
    permissions: permissionsOfMember(world, member),
    isLastAdministrator: isLastAdministrator(world, member),
  };
}

/**
 * Whether an organization at the root would be left without an administrator who stays: active, of
 * an active person, and without an end.
 */
function isLastAdministrator(world: World, member: Member): boolean {
  const { organizationId } = member;
  if (!isLasting(world, member)) return false;
  if (world.organizations.get(organizationId)?.parentOrganizationId !== undefined) return false;
  return !hasLastingAdministrator(world, organizationId, member.userId);
}

/** Whether an organization has an administrator who stays, beside the one who is named. */
export function hasLastingAdministrator(
  world: World,
  organizationId: string,
  besides?: string,
): boolean {
  for (const userId of administratorsOf(world, organizationId)) {
    const member = world.members.get(organizationId)?.get(userId);
    if (member && userId !== besides && isLasting(world, member)) return true;
  }
  return false;
}

function isLasting(world: World, member: Member): boolean {
  return (
    member.organizationRoleIds.some(isAdministratorRole) &&
    member.expiresAt === undefined &&
    isActiveMember(member, world.now()) &&
    world.users.get(member.userId)?.status === 'active'
  );
}
