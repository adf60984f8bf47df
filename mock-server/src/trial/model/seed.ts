import type {
  AccessGrant,
  Application,
  ApplicationRole,
  Connection,
  Domain,
  Member,
  Onboarding,
  Organization,
  RoleGroup,
  User,
} from '@tesserakit/domain';
import type { Seed } from '../../seeds/seed.ts';

const today = Date.parse('2026-03-02T09:00:00Z');

function person(name: string, some: Partial<User> = {}): User {
  return {
    userId: `user_${name}`,
    email: `${name}@${name.split('-')[0]}.example`,
    emailVerified: true,
    name,
    status: 'active',
    platformAdministrator: false,
    ...some,
  };
}

const users = [
  person('alpha-admin'),
  person('alpha-second'),
  person('alpha-creator'),
  person('alpha-helper'),
  person('alpha-member'),
  person('alpha-suspended'),
  person('alpha-unproved', { emailVerified: false }),
  person('alpha-one-admin'),
  person('alpha-two-member'),
  person('beta-admin'),
  person('beta-one-admin'),
  person('beta-member'),
  person('stranger'),
  person('newcomer', { emailVerified: false }),
  person('platform', { email: 'platform@alpha.example', platformAdministrator: true }),
];

function organization(name: string, parent?: string): Organization {
  return {
    organizationId: `org_${name}`,
    name,
    slug: name,
    status: 'active',
    createdAt: today,
    ...(parent !== undefined && { parentOrganizationId: `org_${parent}` }),
  };
}

const organizations = [
  organization('alpha'),
  organization('alpha-one', 'alpha'),
  organization('alpha-two', 'alpha-one'),
  organization('beta'),
  organization('beta-one', 'beta'),
  organization('beta-two', 'beta-one'),
];

const applications: readonly Application[] = [
  { applicationId: 'app_red', name: 'Red', audience: 'b2b' },
  { applicationId: 'app_green', name: 'Green', audience: 'both' },
  { applicationId: 'app_blue', name: 'Blue', audience: 'b2c' },
];

function role(applicationId: string, key: string, ...permissions: string[]): ApplicationRole {
  const roleId = `role_${key}`;
  return { roleId, applicationId, key, name: key, description: '', permissions };
}

const roles = [
  role('app_red', 'red-reader', 'red:read'),
  role('app_red', 'red-writer', 'red:read', 'red:write'),
  role('app_red', 'red-owner', 'red:own'),
  role('app_green', 'green-reader', 'green:read'),
  role('app_green', 'green-writer', 'green:write'),
  role('app_blue', 'blue-reader', 'blue:read'),
];

function group(applicationId: string, name: string, ...keys: string[]): RoleGroup {
  const roleIds = keys.map((key) => `role_${key}`);
  return { roleGroupId: `group_${name}`, applicationId, name, roleIds };
}

const roleGroups = [
  group('app_red', 'red-desk', 'red-reader', 'red-writer'),
  group('app_red', 'red-control', 'red-writer', 'red-owner'),
  group('app_green', 'green-desk', 'green-reader'),
  group('app_green', 'green-control', 'green-writer'),
];

function onboarding(
  name: string,
  color: 'red' | 'green',
  groups: readonly string[],
  some: Partial<Onboarding> = {},
): Onboarding {
  return {
    organizationId: `org_${name}`,
    applicationId: `app_${color}`,
    status: 'active',
    roleGroupIds: groups.map((one) => `group_${color}-${one}`),
    roleIds: [],
    defaultRoleIds: [`role_${color}-reader`],
    allowsRolelessAccess: false,
    exposedRoleGroupIds: [`group_${color}-desk`],
    ...some,
  };
}

const fromParent = { fromParent: true } as const;

const onboardings = [
  onboarding('alpha', 'red', ['desk', 'control'], {
    exposedRoleGroupIds: ['group_red-desk', 'group_red-control'],
  }),
  onboarding('alpha', 'green', ['desk'], { roleIds: ['role_green-writer'], seatLimit: 2 }),
  onboarding('alpha-one', 'red', ['desk', 'control'], fromParent),
  onboarding('alpha-one', 'green', ['desk', 'control']),
  onboarding('alpha-two', 'red', ['desk'], fromParent),
  onboarding('beta', 'red', ['desk'], { allowsRolelessAccess: true }),
  onboarding('beta', 'green', ['desk', 'control']),
  onboarding('beta-one', 'green', ['desk'], fromParent),
  onboarding('beta-two', 'green', ['desk'], fromParent),
];

function member(
  organizationName: string,
  name: string,
  organizationRoleIds: readonly string[],
  some: Partial<Member> = {},
): Member {
  return {
    userId: `user_${name}`,
    organizationId: `org_${organizationName}`,
    status: 'active',
    organizationRoleIds,
    joinedAt: today,
    source: 'direct',
    version: 1,
    ...some,
  };
}

const administrator = ['organizationAdmin'];
const plain = ['organizationMember'];

const members = [
  member('alpha', 'alpha-admin', administrator),
  member('alpha', 'alpha-second', administrator),
  member('alpha', 'alpha-creator', ['organizationCreator']),
  member('alpha', 'alpha-helper', ['helper']),
  member('alpha', 'alpha-member', plain),
  member('alpha', 'alpha-suspended', plain, { status: 'suspended' }),
  member('alpha', 'alpha-unproved', plain),
  member('alpha', 'beta-one-admin', plain),
  member('alpha-one', 'alpha-one-admin', administrator),
  member('alpha-one', 'alpha-member', plain),
  member('alpha-two', 'alpha-two-member', plain),
  member('beta', 'beta-admin', administrator),
  member('beta', 'beta-member', plain),
  member('beta-one', 'beta-one-admin', administrator),
  member('beta-two', 'beta-member', ['helper']),
];

function grant(organizationName: string, name: string, ...keys: string[]): AccessGrant {
  return {
    userId: `user_${name}`,
    organizationId: `org_${organizationName}`,
    applicationId: `app_${keys[0]?.split('-')[0] ?? ''}`,
    roles: keys.map((key) => ({ roleId: `role_${key}`, source: 'direct' as const })),
  };
}

const grants = [
  grant('alpha', 'alpha-admin', 'red-owner', 'red-reader'),
  grant('alpha', 'alpha-member', 'red-reader'),
  grant('alpha', 'alpha-member', 'green-writer'),
  grant('alpha', 'alpha-suspended', 'red-reader'),
  grant('alpha', 'beta-one-admin', 'red-writer'),
  grant('alpha-one', 'alpha-one-admin', 'red-writer', 'red-owner'),
  grant('alpha-one', 'alpha-member', 'red-reader'),
  grant('alpha-one', 'alpha-member', 'green-writer'),
  grant('alpha-two', 'alpha-two-member', 'red-reader'),
  grant('beta', 'beta-admin', 'red-writer'),
  grant('beta', 'beta-member', 'green-writer'),
  grant('beta-one', 'beta-one-admin', 'green-reader'),
];

function domain(name: string, some: Partial<Domain> = {}): Domain {
  return {
    domainId: `domain_${name}`,
    organizationId: `org_${name}`,
    name: `${name}.example`,
    status: 'verified',
    proof: 'dns',
    enrolment: 'invite-only',
    discovery: false,
    createdAt: today,
    ...some,
  };
}

const provider = {
  protocol: 'saml',
  issuer: 'https://idp.example/saml',
  singleSignOnUrl: 'https://idp.example/saml/sso',
} as const;

function connection(name: string, status: Connection['status']): Connection {
  return {
    connectionId: `connection_${name}`,
    organizationId: `org_${name}`,
    name: `Sign-in of ${name}`,
    ...provider,
    status,
    jit: true,
    defaultRoleIds: ['role_red-reader'],
    attributes: { email: 'mail' },
    groupRoles: [
      { group: 'desk', roleId: 'role_red-writer' },
      { group: 'control', roleId: 'role_red-owner' },
      { group: 'green', roleId: 'role_green-writer' },
    ],
    ...(status !== 'draft' && { testedAt: today }),
  };
}

/** None of these is ever looked at: who has one may have been there before. */
const passwords = new Map(
  users
    .filter(({ emailVerified }) => emailVerified)
    .map(({ userId }) => [userId, { salt: '', iterations: 1, hash: '' }]),
);

/** Two families of three organizations each, small enough to be looked at whole after each command. */
export const modelSeed: Seed = {
  tenantId: 'tenant_model',
  today,
  users,
  passwords,
  organizations,
  applications,
  clients: [
    ...applications.map(({ applicationId, name }) => ({
      clientId: applicationId.replace('app_', 'client_'),
      name,
      applicationId,
      confidential: false,
    })),
    { clientId: 'admin-portal', name: 'Admin Portal', confidential: false },
  ],
  roles,
  roleGroups,
  onboardings,
  members,
  grants,
  organizationRoles: [
    {
      roleId: 'helper',
      name: 'Helper',
      permissions: [
        'organization:read',
        'members:read',
        'members:invite',
        'members:suspend',
        'members:remove',
        'access:read',
        'access:grant',
      ],
    },
  ],
  domains: [
    domain('alpha'),
    domain('alpha', { domainId: 'domain_below', name: 'x.alpha.example', status: 'pending' }),
    domain('alpha-one'),
    domain('beta', { status: 'pending' }),
  ],
  connections: [
    connection('alpha', 'active'),
    {
      ...connection('alpha', 'active'),
      connectionId: 'connection_alpha-green',
      applicationId: 'app_green',
      issuer: 'https://green.example/saml',
    },
    // The very provider that Alpha has, too.
    { ...connection('alpha-one', 'active'), jit: false },
    connection('beta', 'draft'),
  ],
  identityProviders: [provider],
  settings: { maxManagedDepth: 3, invitationsPerHour: { sent: 25, received: 4 } },
};
