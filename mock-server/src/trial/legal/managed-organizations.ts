import type { managedOrganizationRoutes } from '@tesserakit/contract';
import type { LegalRequests } from '../legal-requests.ts';

const organization = { organizationId: 'org_acme' };
const roleGroupIds = ['group_flights_front_office'];
const flights = { applicationId: 'app_flights' };

export const managedOrganizations: LegalRequests<typeof managedOrganizationRoutes> = {
  'managedOrganizations.list': { parameters: organization },
  'managedOrganizations.create': {
    parameters: organization,
    body: {
      name: 'Acme South',
      slug: 'acme-south',
      ...flights,
      roleGroupIds,
      defaultRoleIds: ['role_flights_viewer'],
    },
  },
  'managedOrganizations.previewSetRoleGroups': {
    parameters: { organizationId: 'org_acme_north', ...flights },
    body: { roleGroupIds: [] },
  },
  'managedOrganizations.setRoleGroups': {
    parameters: { organizationId: 'org_acme_north', ...flights },
    body: { roleGroupIds },
  },
  'managedOrganizations.previewExpose': {
    parameters: { ...organization, ...flights },
    body: { roleGroupIds: [] },
  },
  'managedOrganizations.expose': {
    parameters: { ...organization, ...flights },
    body: { roleGroupIds: [...roleGroupIds, 'group_flights_approvals'] },
  },
};
