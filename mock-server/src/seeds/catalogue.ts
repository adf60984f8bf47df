import type { Application, ApplicationRole, RoleGroup } from '@tesserakit/domain';
import type { SeededClient } from './seed.ts';

const applicationNames: readonly Pick<Application, 'applicationId' | 'name' | 'audience'>[] = [
  { applicationId: 'app_flights', name: 'Flights', audience: 'b2b' },
  { applicationId: 'app_ledger', name: 'Ledger', audience: 'b2b' },
  { applicationId: 'app_rewards', name: 'Rewards', audience: 'both' },
  { applicationId: 'app_shop', name: 'Shop', audience: 'b2c' },
];

export const applications: readonly Application[] = applicationNames.map((application) => ({
  ...application,
  // The example application, which stands for all of them.
  launchUrl: `http://localhost:4300/?app=${application.applicationId.replace('app_', '')}`,
  ...(application.applicationId === 'app_rewards' && { signIn: { offersPasskeys: true } }),
}));

export const clients: readonly SeededClient[] = [
  ...applications.map(({ applicationId, name }) => ({
    clientId: applicationId.replace('app_', 'client_'),
    name,
    applicationId,
    confidential: false,
  })),
  { clientId: 'admin-portal', name: 'Admin Portal', confidential: false },
  { clientId: 'invitations', name: 'Invitations', confidential: true },
  {
    clientId: 'client_kiosk',
    name: 'Flights at the gate',
    applicationId: 'app_flights',
    confidential: false,
    device: true,
  },
  {
    clientId: 'client_trip_reports',
    name: 'Trip Reports',
    applicationId: 'app_flights',
    confidential: true,
    // Of `Tessera-demo-client-1!`.
    secretDigest: 'nkAfmrx7zGHRmboCBQb3tEbd3VpeH36WOtHqRP0s3t0',
    thirdParty: true,
  },
];

export const roles: readonly ApplicationRole[] = [
  {
    roleId: 'role_flights_viewer',
    applicationId: 'app_flights',
    key: 'viewer',
    name: 'Viewer',
    description: 'Looks up flights and bookings.',
    permissions: ['flights:read', 'bookings:read'],
  },
  {
    roleId: 'role_flights_booking_agent',
    applicationId: 'app_flights',
    key: 'booking_agent',
    name: 'Booking agent',
    description: 'Books and changes trips for travellers.',
    permissions: ['flights:read', 'bookings:read', 'bookings:create', 'bookings:change'],
  },
  {
    roleId: 'role_flights_approver',
    applicationId: 'app_flights',
    key: 'approver',
    name: 'Approver',
    description: 'Approves trips above the travel budget.',
    permissions: ['flights:read', 'bookings:read', 'bookings:approve'],
  },
  {
    roleId: 'role_flights_after_sales',
    applicationId: 'app_flights',
    key: 'after_sales',
    name: 'After sales',
    description: 'Handles cancellations and refunds.',
    permissions: ['bookings:read', 'bookings:cancel', 'refunds:create'],
  },
  {
    roleId: 'role_ledger_reader',
    applicationId: 'app_ledger',
    key: 'reader',
    name: 'Reader',
    description: 'Reads accounts and reports.',
    permissions: ['accounts:read', 'reports:read'],
  },
  {
    roleId: 'role_ledger_accountant',
    applicationId: 'app_ledger',
    key: 'accountant',
    name: 'Accountant',
    description: 'Enters and corrects postings.',
    permissions: ['accounts:read', 'postings:create', 'postings:correct'],
  },
  {
    roleId: 'role_ledger_controller',
    applicationId: 'app_ledger',
    key: 'controller',
    name: 'Controller',
    description: 'Closes periods and signs off reports.',
    permissions: ['accounts:read', 'reports:read', 'reports:sign', 'periods:close'],
  },
];

export const roleGroups: readonly RoleGroup[] = [
  {
    roleGroupId: 'group_flights_front_office',
    applicationId: 'app_flights',
    name: 'Front office',
    roleIds: ['role_flights_viewer', 'role_flights_booking_agent', 'role_flights_after_sales'],
  },
  {
    roleGroupId: 'group_flights_approvals',
    applicationId: 'app_flights',
    name: 'Approvals',
    roleIds: ['role_flights_approver'],
  },
  {
    roleGroupId: 'group_ledger_bookkeeping',
    applicationId: 'app_ledger',
    name: 'Bookkeeping',
    roleIds: ['role_ledger_reader', 'role_ledger_accountant'],
  },
  {
    roleGroupId: 'group_ledger_control',
    applicationId: 'app_ledger',
    name: 'Control',
    roleIds: ['role_ledger_controller'],
  },
];
