import {
  decide,
  isBuiltIn,
  mayHandOut,
  permissionsOf,
  type Actor,
  type Member,
  type OrganizationRole,
  type Place,
} from '@tesserakit/domain';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';
import type { Looking } from './seen.ts';
import { versionOf } from './versions.ts';

/** The organization roles of a member. */
export function organizationRolesOf(world: World, member: Member): readonly OrganizationRole[] {
  return member.organizationRoleIds.flatMap((roleId) => world.organizationRoles.get(roleId) ?? []);
}

/** Organization roles by their ids; one that does not exist is refused with `validation_failed`. */
export function organizationRolesNamed(
  world: World,
  roleIds: readonly string[],
): readonly OrganizationRole[] {
  return roleIds.map((roleId) => {
    const role = world.organizationRoles.get(roleId);
    if (role) return role;
    throw new Refusal('validation_failed', [
      { field: 'organizationRoleIds', message: 'There is no such role.' },
    ]);
  });
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

/** How somebody stands to what belongs to the tenant. */
export function tenantOf(actor: Actor): Place {
  return { reach: { kind: actor.platform ? 'platform' : 'tenant' }, organization: undefined };
}

/** An organization role, with whether whoever looks may hand it out where they look. */
export function organizationRoleView(
  world: World,
  { actor, place }: Looking,
  role: OrganizationRole,
) {
  const tenant = tenantOf(actor);
  return {
    roleId: role.roleId,
    name: role.name,
    permissions: [...role.permissions],
    builtIn: isBuiltIn(role.roleId),
    assignable: mayHandOut(actor, role, place),
    version: versionOf(world, 'organizationRole', role.roleId),
    actions: {
      'organizationRole.update': decide(actor, 'organizationRole.update', tenant, { role }),
      'organizationRole.delete': decide(actor, 'organizationRole.delete', tenant, { role }),
    },
  };
}
