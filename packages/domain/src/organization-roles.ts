import type { ErrorCode } from './errors.ts';

/** What an organization role may allow in the administration of an organization. */
export type Permission =
  | 'organization:read'
  | 'organization:update'
  | 'organization:delete'
  | 'members:read'
  | 'members:invite'
  | 'members:add'
  | 'members:update'
  | 'members:suspend'
  | 'members:remove'
  | 'organization-roles:assign'
  | 'access:read'
  | 'access:grant'
  | 'applications:read'
  | 'applications:onboard'
  | 'application-roles:read'
  | 'application-roles:manage'
  | 'domains:manage'
  | 'connections:manage'
  | 'directory:manage'
  | 'managed-organizations:read'
  | 'managed-organizations:create'
  | 'managed-organizations:manage'
  | 'audit:read'
  | 'api-keys:manage';

/** A set of administration permissions; a different set from the roles of applications. */
export interface OrganizationRole {
  readonly roleId: string;
  readonly name: string;
  readonly permissions: readonly Permission[];
}

/** The roles that every tenant has. Custom ones join them in the tenant's catalogue. */
export const builtInOrganizationRoles: readonly OrganizationRole[] = [
  {
    roleId: 'organizationAdmin',
    name: 'Administrator',
    permissions: [
      'organization:read',
      'organization:update',
      'organization:delete',
      'members:read',
      'members:invite',
      'members:add',
      'members:update',
      'members:suspend',
      'members:remove',
      'organization-roles:assign',
      'access:read',
      'access:grant',
      'applications:read',
      'applications:onboard',
      'application-roles:read',
      'application-roles:manage',
      'domains:manage',
      'connections:manage',
      'directory:manage',
      'managed-organizations:read',
      'managed-organizations:create',
      'managed-organizations:manage',
      'audit:read',
      'api-keys:manage',
    ],
  },
  {
    roleId: 'organizationCreator',
    name: 'Creator',
    permissions: [
      'organization:read',
      'members:read',
      'managed-organizations:read',
      'managed-organizations:create',
      'managed-organizations:manage',
    ],
  },
  { roleId: 'organizationMember', name: 'Member', permissions: ['organization:read'] },
];

/** Everything that an organization role may allow. */
export const allPermissions: ReadonlySet<Permission> = new Set(
  builtInOrganizationRoles.flatMap((role) => role.permissions),
);

/** Whether every tenant has the role, so that nobody changes or deletes it. */
export function isBuiltIn(roleId: string): boolean {
  return builtInOrganizationRoles.some((role) => role.roleId === roleId);
}

const permissionsOfOne = new WeakMap<OrganizationRole, ReadonlySet<Permission>>();

/** The permissions of several organization roles together: their union. */
export function permissionsOf(roles: readonly OrganizationRole[]): ReadonlySet<Permission> {
  const [only] = roles;
  if (roles.length > 1 || !only) return new Set(roles.flatMap((role) => role.permissions));
  const permissions = permissionsOfOne.get(only) ?? new Set(only.permissions);
  permissionsOfOne.set(only, permissions);
  return permissions;
}

/** Whether one set of permissions holds everything of another. Touching somebody needs it. */
export function covers(
  permissions: ReadonlySet<Permission>,
  others: ReadonlySet<Permission>,
): boolean {
  return [...others].every((permission) => permissions.has(permission));
}

/** Whether a role makes its holder an administrator in the sense of the last-administrator rule. */
export function isAdministratorRole(roleId: string): boolean {
  return roleId === 'organizationAdmin';
}

/** Why the actor cannot change or delete an organization role: built-in ones are everybody's. */
export function organizationRoleBlocker(
  actor: { readonly permissions: ReadonlySet<Permission> },
  role: OrganizationRole,
): ErrorCode | undefined {
  if (isBuiltIn(role.roleId)) return 'forbidden';
  return covers(actor.permissions, permissionsOf([role])) ? undefined : 'escalation_refused';
}

/** Why the actor cannot make a role of these permissions: nobody makes one that can do more. */
export function roleMakingBlocker(
  actor: { readonly permissions: ReadonlySet<Permission> },
  permissions: readonly Permission[],
  nameTaken: boolean,
): ErrorCode | undefined {
  if (!covers(actor.permissions, new Set(permissions))) return 'escalation_refused';
  return nameTaken ? 'already_exists' : undefined;
}
