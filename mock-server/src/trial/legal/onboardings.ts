import type { onboardingRoutes } from '@tesserakit/contract';
import type { LegalRequests } from '../legal-requests.ts';

const borealis = { organizationId: 'org_borealis' };
const flights = { organizationId: 'org_acme', applicationId: 'app_flights' };
/** Nobody there has it yet. */
const oslo = { organizationId: 'org_acme_north_oslo', applicationId: 'app_flights' };

export const onboardings: LegalRequests<typeof onboardingRoutes> = {
  'onboardings.create': {
    as: 'platform',
    parameters: borealis,
    body: {
      applicationId: 'app_ledger',
      roleGroupIds: ['group_ledger_bookkeeping'],
      defaultRoleIds: ['role_ledger_reader'],
      seatLimit: 5,
    },
  },
  'onboardings.previewUpdate': {
    as: 'platform',
    parameters: flights,
    body: { roleGroupIds: ['group_flights_front_office'] },
  },
  'onboardings.update': {
    as: 'platform',
    parameters: flights,
    body: { roleIds: ['role_flights_viewer'], allowsRolelessAccess: true, seatLimit: 100 },
  },
  'onboardings.setDefaults': {
    parameters: flights,
    body: { defaultRoleIds: ['role_flights_booking_agent'] },
  },
  'onboardings.previewWithdraw': { as: 'platform', parameters: flights },
  'onboardings.withdraw': { parameters: oslo },
};
