import { allPermissions, type OrganizationRole } from '@tesserakit/domain';
import type { Right } from './backend.ts';

/** What the backend's rights are to the elements: roles with permissions of the rule book. */
export const roles: Readonly<Record<Right, OrganizationRole>> = {
  boss: {
    // The id that the rule about the last administrator means.
    roleId: 'organizationAdmin',
    name: 'Boss',
    permissions: [...allPermissions],
  },
  staff: { roleId: 'staff', name: 'Staff', permissions: ['organization:read', 'members:read'] },
};

export const rights = Object.keys(roles) as Right[];

/** A role as answers name it. */
export function reference({ roleId, name }: OrganizationRole) {
  return { roleId, name };
}
