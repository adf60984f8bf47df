import type { organizationRoleRoutes } from '@tesserakit/contract';
import type { World } from '../../world.ts';
import type { LegalRequests } from '../legal-requests.ts';

const organization = { organizationId: 'org_acme' };

/** A role of the tenant's own that nobody has. */
function prepare({ organizationRoles }: World) {
  const roleId = 'orgrole_auditor';
  organizationRoles.set(roleId, { roleId, name: 'Auditor', permissions: ['audit:read'] });
  return { parameters: { roleId } };
}

export const organizationRoles: LegalRequests<typeof organizationRoleRoutes> = {
  'organizationRoles.list': { parameters: organization },
  'organizationRoles.listAll': { as: 'platform' },
  'organizationRoles.create': {
    as: 'platform',
    body: { name: 'Recruiter', permissions: ['members:read', 'members:invite'] },
  },
  'organizationRoles.update': {
    as: 'platform',
    prepare: (world) => ({
      ...prepare(world),
      body: { permissions: ['audit:read', 'members:read'] },
    }),
  },
  'organizationRoles.holders': { as: 'platform', prepare },
  'organizationRoles.previewDelete': { as: 'platform', prepare },
  'organizationRoles.delete': { as: 'platform', prepare },
};
