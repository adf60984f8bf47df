import type { roleRoutes } from '@tesserakit/contract';
import type { LegalRequests } from '../legal-requests.ts';

const flights = { applicationId: 'app_flights' };
const viewer = { ...flights, roleId: 'role_flights_viewer' };

export const roles: LegalRequests<typeof roleRoutes> = {
  'roles.list': { as: 'platform', parameters: flights },
  'roles.create': {
    as: 'platform',
    parameters: flights,
    body: { key: 'auditor', name: 'Auditor', permissions: ['bookings:read', 'bookings:audit'] },
  },
  'roles.update': {
    as: 'platform',
    parameters: viewer,
    body: { name: 'Looker-on', description: null },
  },
  'roles.holders': { as: 'platform', parameters: viewer },
  'roles.previewDelete': { as: 'platform', parameters: viewer },
  'roles.delete': {
    as: 'platform',
    prepare: ({ roles }) => {
      const role = { ...flights, roleId: 'role_flights_unused', key: 'unused', name: 'Unused' };
      roles.set(role.roleId, { ...role, description: '', permissions: [] });
      return { parameters: { ...flights, roleId: role.roleId } };
    },
  },
};
