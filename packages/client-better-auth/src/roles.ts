import type { OrganizationRole } from '@tesserakit/domain';

/** A role of better-auth, and what it is to the elements. */
export interface BetterAuthRole extends OrganizationRole {
  /** As the server's configuration calls it. */
  readonly role: string;
}

const administration = [
  'organization:read',
  'organization:update',
  'members:read',
  'members:invite',
  'members:remove',
  'organization-roles:assign',
] as const;

/**
 * The roles that the organization plugin brings. Its owner is whom the rule about the last
 * administrator means; its plain member may list members.
 */
export const defaultRoles: readonly BetterAuthRole[] = [
  {
    role: 'owner',
    roleId: 'organizationAdmin',
    name: 'Owner',
    permissions: [...administration, 'organization:delete'],
  },
  { role: 'admin', roleId: 'admin', name: 'Administrator', permissions: administration },
  {
    role: 'member',
    roleId: 'organizationMember',
    name: 'Member',
    permissions: ['organization:read', 'members:read'],
  },
];

/** Reads and writes the text in which better-auth keeps the roles of a member. */
export interface Roles {
  /** A role that is not known is kept under its own name, and allows nothing. */
  read(text: string): readonly OrganizationRole[];
  /** As the server takes them; `undefined` where one cannot be a role of it. */
  write(roleIds: readonly string[]): readonly string[] | undefined;
  /** Those that members can be looked up by. */
  readonly searchable: ReadonlyMap<string, string>;
}

export function rolesOf(known: readonly BetterAuthRole[]): Roles {
  const byRole = new Map(known.map((role) => [role.role, role]));
  const byId = new Map(known.map((role) => [role.roleId, role.role]));
  return {
    read: (text) =>
      text
        .split(',')
        .map((role) => role.trim())
        .filter(Boolean)
        .map((role) => byRole.get(role) ?? { roleId: role, name: role, permissions: [] }),
    write: (roleIds) => {
      const roles = roleIds.map((roleId) => byId.get(roleId) ?? roleId);
      // The server takes a comma apart, so that one name could smuggle in another.
      return roles.every((role) => /^[^\s,]+$/.test(role)) ? roles : undefined;
    },
    searchable: areDistinct([...byRole.keys()]) ? byId : new Map(),
  };
}

/** Whether each name is found alone where the server looks for it as a part of a text. */
function areDistinct(names: readonly string[]): boolean {
  const plain = names.map((name) => name.toLowerCase());
  return plain.every(
    (name, index) =>
      /^[a-z0-9-]+$/.test(name) &&
      plain.every((other, at) => at === index || !other.includes(name)),
  );
}

/** A role as answers name it. */
export function reference({ roleId, name }: OrganizationRole) {
  return { roleId, name };
}
