import { belongingBlocker, narrows, type RoleGroup } from '@tesserakit/domain';
import { refuseInput } from '../refusal.ts';
import type { World } from '../world.ts';
import { trimToCeiling } from './ceiling-changes.ts';
import { record, type Deed } from './deed.ts';
import { aboutOnboarding, writeOnboarding } from './onboardings.ts';
import { countWrite } from './versions.ts';

/** What is said of a role group. */
export interface RoleGroupContent {
  readonly name: string;
  readonly roleIds: readonly string[];
}

/** Adds a role group to an application; no organization has it yet. */
export function createRoleGroup(
  deed: Deed,
  applicationId: string,
  { name, roleIds }: RoleGroupContent,
): RoleGroup {
  const { world } = deed;
  demandRoles(world, applicationId, roleIds);
  const group: RoleGroup = { roleGroupId: world.newId('group'), applicationId, name, roleIds };
  world.roleGroups.set(group.roleGroupId, group);
  record(deed, { ...about(group, 'roleGroup.create'), details: { name, roleIds } });
  return group;
}

/** Changes a role group. What leaves it is taken from whoever had it through this group alone. */
export function updateRoleGroup(
  deed: Deed,
  group: RoleGroup,
  {
    name = group.name,
    roleIds = group.roleIds,
  }: { [K in keyof RoleGroupContent]?: RoleGroupContent[K] | undefined },
): RoleGroup {
  demandRoles(deed.world, group.applicationId, roleIds);
  const next = { ...group, name, roleIds };
  const event = keepRoleGroup(deed, group, next);
  if (narrows(group.roleIds, roleIds)) trimToCeiling(deed, group.applicationId, event);
  return next;
}

/** Deletes a role group; its roles stay. */
export function deleteRoleGroup(deed: Deed, group: RoleGroup): void {
  const { world } = deed;
  const { roleGroupId, applicationId } = group;
  const causedBy = record(deed, about(group, 'roleGroup.delete'));
  world.roleGroups.delete(roleGroupId);
  const others = (ids: readonly string[]) => ids.filter((id) => id !== roleGroupId);
  for (const onboardings of world.onboardings.values()) {
    const onboarding = onboardings.get(applicationId);
    if (!onboarding?.roleGroupIds.includes(roleGroupId)) continue;
    const roleGroupIds = others(onboarding.roleGroupIds);
    const exposedRoleGroupIds = others(onboarding.exposedRoleGroupIds);
    writeOnboarding(world, { ...onboarding, roleGroupIds, exposedRoleGroupIds });
    record(deed, {
      ...aboutOnboarding(onboarding, 'onboarding.update'),
      details: { from: onboarding.roleGroupIds, to: roleGroupIds },
      causedBy,
    });
  }
  trimToCeiling(deed, applicationId, causedBy);
}

/** Keeps a role group as it is now. @returns the id of the event */
export function keepRoleGroup(
  deed: Deed,
  before: RoleGroup,
  next: RoleGroup,
  causedBy?: string,
): string {
  deed.world.roleGroups.set(next.roleGroupId, next);
  countWrite(deed.world, 'roleGroup', next.roleGroupId);
  return record(deed, {
    ...about(next, 'roleGroup.update'),
    details: { name: next.name, from: before.roleIds, to: next.roleIds },
    ...(causedBy !== undefined && { causedBy }),
  });
}

function demandRoles(world: World, applicationId: string, roleIds: readonly string[]): void {
  const roles = roleIds.map((roleId) => world.roles.get(roleId));
  refuseInput(belongingBlocker(applicationId, roles), 'roleIds');
}

function about({ roleGroupId, applicationId }: RoleGroup, action: string) {
  return { action, applicationId, target: { type: 'roleGroup', id: roleGroupId } };
}
