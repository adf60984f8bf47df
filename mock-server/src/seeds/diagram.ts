import type { AccessGrant, Member, User } from '@tesserakit/domain';
import { applications, clients, roleGroups, roles } from './catalogue.ts';
import { defaultSeed } from './default.ts';
import { people, seededPassword } from './people.ts';
import type { Seed } from './seed.ts';

const applicationIds = ['app_flights', 'app_ledger'];
const organizationIds = ['org_acme', 'org_borealis'];

const newcomers: readonly User[] = [
  newcomer('user_ledger_acme', 'accountant@acme.example', 'Ebba Lindgren'),
  newcomer('user_dual_acme', 'analyst@acme.example', 'Mateo Fuentes'),
  newcomer('user_agent_borealis', 'agent@borealis.example', 'Otso Virtanen'),
];

const users = [
  ...people.filter(({ userId }) =>
    ['user_admin_acme', 'user_agent_acme', 'user_both', 'user_admin_borealis'].includes(userId),
  ),
  ...newcomers,
];

function newcomer(userId: string, email: string, name: string): User {
  return {
    userId,
    email,
    emailVerified: true,
    name,
    locale: 'en',
    status: 'active',
    platformAdministrator: false,
  };
}

function plainMember(userId: string, organizationId: string): Member {
  return {
    userId,
    organizationId,
    status: 'active',
    organizationRoleIds: ['organizationMember'],
    joinedAt: defaultSeed.today,
    source: 'direct',
    version: 1,
  };
}

function grant(userId: string, organizationId: string, roleId: string): AccessGrant {
  const applicationId = roles.find((role) => role.roleId === roleId)?.applicationId ?? '';
  return { userId, organizationId, applicationId, roles: [{ roleId, source: 'direct' }] };
}

const inPicture = ({ userId, organizationId }: { userId: string; organizationId: string }) =>
  organizationIds.includes(organizationId) && users.some((user) => user.userId === userId);

/**
 * Two applications and two organizations, and nobody else: one organization has both applications,
 * the other has one of them, and one person is a member of both organizations.
 */
export const diagram: Seed = {
  tenantId: 'tenant_diagram',
  today: defaultSeed.today,
  users,
  passwords: new Map(users.map(({ userId }) => [userId, seededPassword])),
  organizations: defaultSeed.organizations.filter(({ organizationId }) =>
    organizationIds.includes(organizationId),
  ),
  applications: applications.filter(({ applicationId }) => applicationIds.includes(applicationId)),
  clients: clients.filter(({ applicationId }) => applicationIds.includes(applicationId ?? '')),
  roles,
  roleGroups,
  onboardings: defaultSeed.onboardings.filter(({ organizationId }) =>
    organizationIds.includes(organizationId),
  ),
  members: [
    ...defaultSeed.members.filter(inPicture),
    plainMember('user_ledger_acme', 'org_acme'),
    plainMember('user_dual_acme', 'org_acme'),
    plainMember('user_agent_borealis', 'org_borealis'),
  ],
  grants: [
    ...defaultSeed.grants.filter(inPicture),
    grant('user_ledger_acme', 'org_acme', 'role_ledger_accountant'),
    grant('user_dual_acme', 'org_acme', 'role_flights_viewer'),
    grant('user_dual_acme', 'org_acme', 'role_ledger_reader'),
    grant('user_agent_borealis', 'org_borealis', 'role_flights_booking_agent'),
  ],
};
