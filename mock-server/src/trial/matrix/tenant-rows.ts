import type { Operation } from '@tesserakit/contract';
import { found } from '../../refusal.ts';
import type { World } from '../../world.ts';
import type { Row, Rows, TenantRow } from './rows.ts';

function row(some: Partial<TenantRow> = {}): Row {
  return { in: 'tenant', ...some };
}

/** Of an application that no organization has, so that nothing hangs on it. */
const free = { applicationId: 'app_free' };
const freeRole = { ...free, roleId: 'role_free' };
const freeGroup = { ...free, roleGroupId: 'group_free' };

function makeFree({ roles, roleGroups }: World): void {
  const role = { ...freeRole, key: 'free', name: 'Free', description: '', permissions: [] };
  roles.set(role.roleId, role);
  roleGroups.set(freeGroup.roleGroupId, { ...freeGroup, name: 'Free', roleIds: [] });
}

const ofFree = { parameters: () => free };
const ofRole = { parameters: () => freeRole, prepare: makeFree };
const ofGroup = { parameters: () => freeGroup, prepare: makeFree };
const ofAuditor = { parameters: () => ({ roleId: 'auditor' }) };
const ofNewcomer = { parameters: () => ({ userId: 'user_newcomer' }) };

function disable({ users }: World): void {
  const newcomer = found(users.get('user_newcomer'));
  users.set(newcomer.userId, { ...newcomer, status: 'disabled' });
}

export const tenantRows = {
  'organizations.listAll': row(),
  'organizations.create': row({ body: () => ({ name: 'Brand new', slug: 'brand-new' }) }),

  'applications.listAll': row(),
  'applications.create': row({ body: () => ({ name: 'Brand new', audience: 'b2b' }) }),
  'applications.update': row({ ...ofFree, body: () => ({ name: 'Renamed' }) }),
  'applications.previewDelete': row(ofFree),
  'applications.delete': row(ofFree),

  'roles.list': row(ofFree),
  'roles.create': row({
    ...ofFree,
    body: () => ({ key: 'brand-new', name: 'Brand new', permissions: [] }),
  }),
  'roles.update': row({ ...ofRole, body: () => ({ name: 'Renamed' }) }),
  'roles.holders': row(ofRole),
  'roles.previewDelete': row(ofRole),
  'roles.delete': row(ofRole),

  'roleGroups.list': row(ofFree),
  'roleGroups.create': row({ ...ofFree, body: () => ({ name: 'Brand new', roleIds: [] }) }),
  'roleGroups.previewUpdate': row({ ...ofGroup, body: () => ({ name: 'Renamed' }) }),
  'roleGroups.update': row({ ...ofGroup, body: () => ({ name: 'Renamed' }) }),
  'roleGroups.previewDelete': row(ofGroup),
  'roleGroups.delete': row(ofGroup),

  'organizationRoles.listAll': row(),
  'organizationRoles.create': row({ body: () => ({ name: 'Brand new', permissions: [] }) }),
  'organizationRoles.update': row({ ...ofAuditor, body: () => ({ name: 'Renamed' }) }),
  'organizationRoles.holders': row(ofAuditor),
  'organizationRoles.previewDelete': row(ofAuditor),
  'organizationRoles.delete': row(ofAuditor),

  'users.list': row(),
  'users.get': row(ofNewcomer),
  'users.listOrganizations': row(ofNewcomer),
  'users.create': row({ body: () => ({ email: 'another@nowhere.example' }) }),
  'users.update': row({ ...ofNewcomer, body: () => ({ name: 'Renamed' }) }),
  'users.disable': row(ofNewcomer),
  'users.enable': row({ ...ofNewcomer, prepare: disable }),
  'users.previewDelete': row(ofNewcomer),
  'users.delete': row({ ...ofNewcomer, confirms: 'users.previewDelete' }),
  'users.resetPassword': row(ofNewcomer),

  'audit.listAll': row(),
} satisfies Partial<Rows<Operation>>;
