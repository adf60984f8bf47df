import { permissionsOf, type Member, type OrganizationRole } from '@tesserakit/domain';
import type { World } from '../world.ts';

/** The organization roles of a member. */
export function organizationRolesOf(world: World, member: Member): readonly OrganizationRole[] {
  return member.organizationRoleIds.flatMap((roleId) => world.organizationRoles.get(roleId) ?? []);
}

/** What a member may administer. */
export function permissionsOfMember(world: World, member: Member) {
  return permissionsOf(organizationRolesOf(world, member));
}

/** What some organization roles may administer. */
export function permissionsOfRoles(world: World, roleIds: readonly string[]) {
  return permissionsOf(roleIds.flatMap((roleId) => world.organizationRoles.get(roleId) ?? []));
}

/** A role as answers name it. */
export function reference(role: { roleId: string; name: string }) {
  return { roleId: role.roleId, name: role.name };
}
