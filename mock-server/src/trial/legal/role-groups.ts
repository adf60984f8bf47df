import type { roleGroupRoutes } from '@tesserakit/contract';
import type { LegalRequests } from '../legal-requests.ts';

const flights = { applicationId: 'app_flights' };
const approvals = { ...flights, roleGroupId: 'group_flights_approvals' };

export const roleGroups: LegalRequests<typeof roleGroupRoutes> = {
  'roleGroups.list': { as: 'platform', parameters: flights },
  'roleGroups.create': {
    as: 'platform',
    parameters: flights,
    body: { name: 'Service', roleIds: ['role_flights_viewer', 'role_flights_after_sales'] },
  },
  'roleGroups.previewUpdate': { as: 'platform', parameters: approvals, body: { roleIds: [] } },
  'roleGroups.update': {
    as: 'platform',
    parameters: approvals,
    body: { name: 'Approving', roleIds: ['role_flights_approver', 'role_flights_viewer'] },
  },
  'roleGroups.previewDelete': { as: 'platform', parameters: approvals },
  'roleGroups.delete': {
    as: 'platform',
    prepare: ({ roleGroups }) => {
      const roleGroupId = 'group_flights_unused';
      roleGroups.set(roleGroupId, { ...flights, roleGroupId, name: 'Unused', roleIds: [] });
      return { parameters: { ...flights, roleGroupId } };
    },
  },
};
