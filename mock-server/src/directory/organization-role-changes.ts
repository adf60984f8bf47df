import { roleMakingBlocker, type OrganizationRole, type Permission } from '@tesserakit/domain';
import { refuse } from '../refusal.ts';
import type { World } from '../world.ts';
import { record, type Deed } from './deed.ts';
import { writeOrganizationRoles } from './member-changes.ts';
import { fold } from './search.ts';
import { countWrite } from './versions.ts';

/** What is said of an organization role. */
export interface OrganizationRoleContent {
  readonly name: string;
  readonly permissions: readonly Permission[];
}

/** Adds an organization role to the tenant. */
export function createOrganizationRole(
  deed: Deed,
  { name, permissions }: OrganizationRoleContent,
): OrganizationRole {
  const { world, actor } = deed;
  refuse(roleMakingBlocker(actor, permissions, isNameTaken(world, name)));
  const role: OrganizationRole = { roleId: world.newId('orgrole'), name, permissions };
  world.organizationRoles.set(role.roleId, role);
  record(deed, { ...about(role, 'organizationRole.create'), details: { name, permissions } });
  return role;
}

/** Changes an organization role for all who have it. */
export function updateOrganizationRole(
  deed: Deed,
  role: OrganizationRole,
  {
    name = role.name,
    permissions = role.permissions,
  }: { [K in keyof OrganizationRoleContent]?: OrganizationRoleContent[K] | undefined },
): OrganizationRole {
  const { world, actor } = deed;
  refuse(roleMakingBlocker(actor, permissions, isNameTaken(world, name, role.roleId)));
  const next = { ...role, name, permissions };
  world.organizationRoles.set(role.roleId, next);
  countWrite(world, 'organizationRole', role.roleId);
  record(deed, {
    ...about(role, 'organizationRole.update'),
    details: { name, from: role.permissions, to: permissions },
  });
  return next;
}

/** Deletes an organization role; members lose it in the same step, with the tokens that carry it. */
export function deleteOrganizationRole(deed: Deed, role: OrganizationRole): void {
  const { world } = deed;
  const { roleId } = role;
  const causedBy = record(deed, about(role, 'organizationRole.delete'));
  world.organizationRoles.delete(roleId);
  for (const members of world.members.values()) {
    for (const member of members.values()) {
      const { organizationRoleIds } = member;
      if (!organizationRoleIds.includes(roleId)) continue;
      const left = organizationRoleIds.filter((id) => id !== roleId);
      writeOrganizationRoles(deed, member, left, causedBy);
    }
  }
}

/** Two roles of one name could not be told apart by whoever hands them out. */
function isNameTaken(world: World, name: string, exceptId?: string): boolean {
  return [...world.organizationRoles.values()].some(
    (role) => role.roleId !== exceptId && fold(role.name) === fold(name),
  );
}

function about({ roleId }: OrganizationRole, action: string) {
  return { action, target: { type: 'organizationRole', id: roleId } };
}
