import { roleKeyBlocker, type ApplicationRole, type Connection } from '@tesserakit/domain';
import { refuseInput } from '../refusal.ts';
import { catalogueOf } from './access.ts';
import { amended, changedBy } from './amended.ts';
import { trimToCeiling } from './ceiling-changes.ts';
import { record, type Deed } from './deed.ts';
import { aboutOnboarding, writeOnboarding } from './onboardings.ts';
import { keepRoleGroup } from './role-group-changes.ts';
import { countWrite } from './versions.ts';

/** What is said of a new role. */
export interface NewRole {
  readonly key: string;
  readonly name: string;
  readonly description?: string | undefined;
  readonly permissions: readonly string[];
}

/** What is to change of a role; `null` takes away. */
export interface RoleAmendment {
  readonly name?: string | undefined;
  readonly description?: string | null | undefined;
  readonly permissions?: readonly string[] | undefined;
}

/** Adds a role to an application; no organization may hand it out yet. */
export function createRole(
  deed: Deed,
  applicationId: string,
  { key, name, description = '', permissions }: NewRole,
): ApplicationRole {
  const { world } = deed;
  const taken = catalogueOf(world, applicationId).roles.some((role) => role.key === key);
  refuseInput(roleKeyBlocker(key, taken), 'key', 'This is no key.');
  const roleId = world.newId('role');
  const role: ApplicationRole = { roleId, applicationId, key, name, description, permissions };
  world.roles.set(roleId, role);
  record(deed, { ...about(role, 'role.create'), details: { key, permissions } });
  return role;
}

/** Changes what a role is called and allows, for all who have it. */
export function updateRole(
  deed: Deed,
  role: ApplicationRole,
  change: RoleAmendment,
): ApplicationRole {
  const { world } = deed;
  const words = change.description === null ? { description: '' } : {};
  const next = amended(role, { ...change, ...words });
  world.roles.set(role.roleId, next);
  countWrite(world, 'role', role.roleId);
  record(deed, {
    ...about(role, 'role.update'),
    details: {
      changed: changedBy(change),
      ...(change.permissions !== undefined && { from: role.permissions, to: next.permissions }),
    },
  });
  return next;
}

/** Deletes a role, and takes it from everything that names it. */
export function deleteRole(deed: Deed, role: ApplicationRole): void {
  const { world } = deed;
  const { roleId, applicationId } = role;
  const causedBy = record(deed, about(role, 'role.delete'));
  world.roles.delete(roleId);
  for (const group of catalogueOf(world, applicationId).roleGroups) {
    if (!group.roleIds.includes(roleId)) continue;
    const roleIds = group.roleIds.filter((id) => id !== roleId);
    keepRoleGroup(deed, group, { ...group, roleIds }, causedBy);
  }
  takeFromOnboardings(deed, role, causedBy);
  takeFromConnections(deed, roleId, causedBy);
  trimToCeiling(deed, applicationId, causedBy);
}

function takeFromOnboardings(
  deed: Deed,
  { roleId, applicationId }: ApplicationRole,
  causedBy: string,
): void {
  const { world } = deed;
  for (const onboardings of world.onboardings.values()) {
    const onboarding = onboardings.get(applicationId);
    if (!onboarding?.roleIds.includes(roleId)) continue;
    const roleIds = onboarding.roleIds.filter((id) => id !== roleId);
    writeOnboarding(world, { ...onboarding, roleIds });
    record(deed, {
      ...aboutOnboarding(onboarding, 'onboarding.update'),
      details: { from: onboarding.roleIds, to: roleIds },
      causedBy,
    });
  }
}

/** Takes a role from what people get who come through an organization's identity provider. */
export function takeFromConnections(deed: Deed, roleId: string, causedBy: string): void {
  const { world } = deed;
  for (const [organizationId, connections] of world.connections) {
    for (const [connectionId, connection] of connections) {
      if (!namesRole(connection, roleId)) continue;
      connections.set(connectionId, {
        ...connection,
        defaultRoleIds: connection.defaultRoleIds.filter((id) => id !== roleId),
        groupRoles: connection.groupRoles.filter((one) => one.roleId !== roleId),
      });
      countWrite(world, 'connection', organizationId, connectionId);
      record(deed, {
        action: 'connection.update',
        organizationId,
        target: { type: 'connection', id: connectionId },
        details: { changed: ['defaultRoleIds', 'groupRoles'] },
        causedBy,
      });
    }
  }
}

function namesRole({ defaultRoleIds, groupRoles }: Connection, roleId: string): boolean {
  return defaultRoleIds.includes(roleId) || groupRoles.some((one) => one.roleId === roleId);
}

function about({ roleId, applicationId }: ApplicationRole, action: string) {
  return { action, applicationId, target: { type: 'role', id: roleId } };
}
