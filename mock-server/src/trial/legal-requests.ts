import { pathOf, routes, type Operation } from '@tesserakit/contract';
import type { Sent } from './directory.ts';

/** A request that the administrator of Acme may make in `default`, made new for each test. */
export interface LegalRequest {
  readonly parameters?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const member = { organizationId: 'org_acme', userId: 'user_agent_acme' };
const organization = { organizationId: 'org_acme' };
const grant = { userId: 'user_agent_acme', applicationId: 'app_flights' };
const inFlights = { ...organization, ...grant };

/** One for every operation, so that a new route does not compile without. */
const legalRequests: Record<Operation, LegalRequest> = {
  'me.get': {},
  'organizations.list': {},
  'organizations.get': { parameters: organization },
  'organizations.capabilities': { parameters: organization },
  'members.list': { parameters: organization },
  'members.get': { parameters: member },
  'members.add': {
    parameters: organization,
    body: { userId: 'user_shopper', organizationRoleIds: ['organizationMember'], title: 'Guest' },
  },
  'members.update': { parameters: member, body: { title: 'Lead agent', department: null } },
  'members.suspend': { parameters: member },
  'members.reactivate': { parameters: { ...organization, userId: 'user_suspended_acme' } },
  'members.remove': { parameters: member },
  'members.setOrganizationRoles': {
    parameters: member,
    body: { organizationRoleIds: ['organizationMember', 'organizationCreator'] },
  },
  'members.bulk': {
    parameters: organization,
    body: { action: 'suspend', userIds: ['user_agent_acme', 'user_nobody'] },
  },
  'access.list': { parameters: member },
  'access.explain': { parameters: inFlights },
  'access.grant': {
    parameters: inFlights,
    body: { roleIds: ['role_flights_viewer', 'role_flights_approver'] },
  },
  'access.withdraw': { parameters: inFlights },
  'access.bulk': {
    parameters: organization,
    body: {
      items: [
        { ...grant, roleIds: ['role_flights_approver'] },
        { ...grant, applicationId: 'app_ledger', roleIds: null },
      ],
    },
  },
  'organizationRoles.list': { parameters: organization },
  'audit.list': { parameters: organization },
  'applications.list': { parameters: organization },
};

/** The legal request of an operation, as it is sent. */
export function legalRequest(operation: Operation): { path: string; sent: Sent } {
  const { parameters, body } = legalRequests[operation];
  const { method } = routes[operation];
  return {
    path: pathOf(operation, parameters),
    sent: { method, ...(body !== undefined && { body }) },
  };
}
