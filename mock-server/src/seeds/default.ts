import type {
  AccessGrant,
  Connection,
  Domain,
  Identity,
  Invitation,
  Member,
  Onboarding,
  Organization,
} from '@tesserakit/domain';
import type { ListedProvider, ProviderPerson } from '../identity-providers.ts';
import { applications, clients, roleGroups, roles } from './catalogue.ts';
import {
  juniper,
  juniperFactors,
  juniperGrants,
  juniperMembers,
  juniperOnboarding,
} from './juniper.ts';
import { people, seededPassword } from './people.ts';
import type { Seed } from './seed.ts';

const at = (moment: string): number => Date.parse(moment);

const organizations: readonly Organization[] = [
  {
    organizationId: 'org_acme',
    name: 'Acme Travel',
    slug: 'acme',
    status: 'active',
    createdAt: at('2023-02-14T09:00:00Z'),
  },
  {
    organizationId: 'org_borealis',
    name: 'Borealis',
    slug: 'borealis',
    status: 'active',
    createdAt: at('2023-09-04T08:30:00Z'),
  },
  {
    organizationId: 'org_cirrus',
    name: 'Cirrus Group',
    slug: 'cirrus',
    status: 'active',
    createdAt: at('2024-01-22T13:45:00Z'),
  },
  {
    organizationId: 'org_dormant',
    name: 'Dormant Ltd',
    slug: 'dormant',
    status: 'suspended',
    createdAt: at('2023-05-30T10:15:00Z'),
  },
  {
    organizationId: 'org_acme_north',
    name: 'Acme North',
    slug: 'acme-north',
    status: 'active',
    createdAt: at('2024-08-19T09:20:00Z'),
    parentOrganizationId: 'org_acme',
  },
  {
    organizationId: 'org_acme_north_oslo',
    name: 'Acme North Oslo',
    slug: 'acme-north-oslo',
    status: 'active',
    createdAt: at('2025-03-03T11:40:00Z'),
    parentOrganizationId: 'org_acme_north',
  },
  juniper,
];

function onboarding(
  organizationId: string,
  applicationId: string,
  firstRoleId: string,
  some: Partial<Onboarding> = {},
): Onboarding {
  return {
    organizationId,
    applicationId,
    status: 'active',
    roleGroupIds: roleGroups
      .filter((group) => group.applicationId === applicationId)
      .map((group) => group.roleGroupId),
    roleIds: [],
    defaultRoleIds: [firstRoleId],
    allowsRolelessAccess: false,
    exposedRoleGroupIds: [],
    ...some,
  };
}

const frontOffice = ['group_flights_front_office'];
const managed = { fromParent: true, roleGroupIds: frontOffice } as const;

const onboardings = [
  onboarding('org_acme', 'app_flights', 'role_flights_viewer', {
    exposedRoleGroupIds: frontOffice,
  }),
  onboarding('org_acme', 'app_ledger', 'role_ledger_reader'),
  onboarding('org_borealis', 'app_flights', 'role_flights_viewer'),
  onboarding('org_cirrus', 'app_flights', 'role_flights_viewer'),
  onboarding('org_cirrus', 'app_ledger', 'role_ledger_reader', {
    connectionId: 'connection_cirrus',
  }),
  onboarding('org_dormant', 'app_flights', 'role_flights_viewer'),
  onboarding('org_acme_north', 'app_flights', 'role_flights_viewer', {
    ...managed,
    exposedRoleGroupIds: frontOffice,
  }),
  onboarding('org_acme_north_oslo', 'app_flights', 'role_flights_viewer', managed),
  juniperOnboarding,
];

function member(
  userId: string,
  organizationId: string,
  organizationRoleId: string,
  some: Partial<Member>,
): Member {
  return {
    userId,
    organizationId,
    status: 'active',
    organizationRoleIds: [organizationRoleId],
    source: 'direct',
    version: 1,
    ...some,
  };
}

const members = [
  member('user_admin_acme', 'org_acme', 'organizationAdmin', {
    title: 'Head of Travel',
    department: 'Operations',
    joinedAt: at('2023-02-14T09:05:00Z'),
    lastSignInAt: at('2026-02-11T07:52:00Z'),
  }),
  member('user_agent_acme', 'org_acme', 'organizationMember', {
    title: 'Travel Agent',
    department: 'Front Office',
    joinedAt: at('2024-03-11T10:00:00Z'),
    lastSignInAt: at('2026-02-12T08:14:00Z'),
    source: 'invitation',
  }),
  member('user_both', 'org_acme', 'organizationMember', {
    title: 'Partner Liaison',
    department: 'Partnerships',
    joinedAt: at('2024-06-03T12:20:00Z'),
    lastSignInAt: at('2026-01-28T15:40:00Z'),
    source: 'invitation',
  }),
  member('user_both', 'org_borealis', 'organizationAdmin', {
    title: 'Managing Partner',
    department: 'Management',
    joinedAt: at('2023-09-04T08:45:00Z'),
    lastSignInAt: at('2026-02-10T09:31:00Z'),
  }),
  member('user_admin_borealis', 'org_borealis', 'organizationAdmin', {
    title: 'Office Manager',
    department: 'Administration',
    joinedAt: at('2023-09-04T08:35:00Z'),
    lastSignInAt: at('2026-02-09T11:05:00Z'),
  }),
  member('user_admin_cirrus', 'org_cirrus', 'organizationAdmin', {
    title: 'Identity Manager',
    department: 'Information Technology',
    joinedAt: at('2024-01-22T13:50:00Z'),
    lastSignInAt: at('2026-02-06T14:22:00Z'),
  }),
  member('user_cirrus', 'org_cirrus', 'organizationMember', {
    title: 'Financial Analyst',
    department: 'Finance',
    joinedAt: at('2024-05-16T09:10:00Z'),
    lastSignInAt: at('2026-02-03T10:48:00Z'),
    source: 'sso',
  }),
  member('user_creator_acme', 'org_acme', 'organizationCreator', {
    title: 'Regional Partner Manager',
    department: 'Partnerships',
    joinedAt: at('2024-10-01T08:00:00Z'),
    lastSignInAt: at('2026-01-15T16:03:00Z'),
  }),
  member('user_invited', 'org_acme', 'organizationMember', {
    title: 'Consultant',
    status: 'pending',
    source: 'invitation',
  }),
  member('user_suspended_acme', 'org_acme', 'organizationMember', {
    title: 'Ticketing Clerk',
    department: 'Front Office',
    status: 'suspended',
    joinedAt: at('2023-11-20T09:00:00Z'),
    lastSignInAt: at('2025-08-29T12:37:00Z'),
  }),
  member('user_dormant', 'org_dormant', 'organizationMember', {
    title: 'Travel Coordinator',
    department: 'Operations',
    joinedAt: at('2023-06-01T09:00:00Z'),
    lastSignInAt: at('2025-04-17T13:29:00Z'),
  }),
  ...juniperMembers,
];

function grant(userId: string, organizationId: string, roleId: string): AccessGrant {
  const applicationId = roles.find((role) => role.roleId === roleId)?.applicationId ?? '';
  return { userId, organizationId, applicationId, roles: [{ roleId, source: 'direct' }] };
}

const grants = [
  grant('user_admin_acme', 'org_acme', 'role_flights_approver'),
  grant('user_admin_acme', 'org_acme', 'role_ledger_controller'),
  grant('user_agent_acme', 'org_acme', 'role_flights_booking_agent'),
  grant('user_both', 'org_acme', 'role_flights_viewer'),
  grant('user_both', 'org_borealis', 'role_flights_approver'),
  grant('user_admin_borealis', 'org_borealis', 'role_flights_approver'),
  grant('user_suspended_acme', 'org_acme', 'role_flights_viewer'),
  grant('user_dormant', 'org_dormant', 'role_flights_viewer'),
  grant('user_admin_cirrus', 'org_cirrus', 'role_flights_viewer'),
  grant('user_admin_cirrus', 'org_cirrus', 'role_ledger_reader'),
  grant('user_cirrus', 'org_cirrus', 'role_flights_viewer'),
  grant('user_cirrus', 'org_cirrus', 'role_ledger_reader'),
  ...juniperGrants,
];

const invitations: readonly Invitation[] = [
  {
    invitationId: 'invitation_newcorp',
    organizationId: 'org_acme',
    email: 'invited@newcorp.example',
    organizationRoleIds: ['organizationMember'],
    applicationRoles: [{ applicationId: 'app_flights', roleIds: ['role_flights_viewer'] }],
    invitedBy: 'user_admin_acme',
    invitedFor: 'org_acme',
    createdAt: at('2026-02-11T10:00:00Z'),
    expiresAt: at('2026-02-13T10:00:00Z'),
    status: 'pending',
  },
];

function domain(organizationId: string, name: string, verifiedAt: number): Domain {
  return {
    domainId: organizationId.replace('org_', 'domain_'),
    organizationId,
    name,
    status: 'verified',
    proof: 'dns',
    enrolment: 'invite-only',
    discovery: true,
    createdAt: verifiedAt - 3_600_000,
    verifiedAt,
  };
}

const domains = [
  domain('org_acme', 'acme.example', at('2023-02-15T11:20:00Z')),
  domain('org_borealis', 'borealis.example', at('2023-09-06T09:10:00Z')),
  domain('org_cirrus', 'cirrus.example', at('2024-01-24T15:30:00Z')),
];

const connections: readonly Connection[] = [
  {
    connectionId: 'connection_cirrus',
    organizationId: 'org_cirrus',
    applicationId: 'app_ledger',
    name: 'Cirrus sign-in',
    protocol: 'saml',
    status: 'active',
    issuer: 'https://login.cirrus.example/saml',
    singleSignOnUrl: 'https://login.cirrus.example/saml/sso',
    jit: false,
    defaultRoleIds: ['role_ledger_reader'],
    attributes: { email: 'mail', name: 'displayName', groups: 'memberOf' },
    groupRoles: [{ group: 'accounting', roleId: 'role_ledger_accountant' }],
    testedAt: at('2024-02-05T10:00:00Z'),
  },
];

/** What Cirrus calls the one who has come through its provider before. */
const identities: readonly Identity[] = [
  {
    issuer: 'https://login.cirrus.example/saml',
    subject: 'chiara.conti',
    userId: 'user_cirrus',
    organizationId: 'org_cirrus',
    connectionId: 'connection_cirrus',
    linkedAt: at('2024-05-16T09:10:00Z'),
  },
];

const identityProviders: readonly ListedProvider[] = [
  {
    protocol: 'saml',
    issuer: 'https://login.cirrus.example/saml',
    singleSignOnUrl: 'https://login.cirrus.example/saml/sso',
    providerId: 'cirrus',
    people: [
      employee('marek.nowak', 'admin@cirrus.example', 'Marek Nowak', 'board'),
      employee('chiara.conti', 'user@cirrus.example', 'Chiara Conti', 'finance', 'accounting'),
      employee('zoe.keller', 'zoe@cirrus.example', 'Zoë Keller', 'accounting'),
      employee('noor.haddad', 'both@acme.example', 'Noor Haddad', 'guests'),
    ],
  },
  {
    protocol: 'oidc',
    issuer: 'https://login.acme.example',
    clientId: 'tessera',
    providerId: 'acme',
    people: [
      account('1001', 'admin@acme.example', 'Ingrid Solheim', 'travel'),
      account('1002', 'agent@acme.example', 'Tomás Ribeiro', 'front-office'),
      account('1003', 'newcomer@acme.example', 'Mio Virtanen', 'front-office'),
    ],
  },
];

/** Somebody in a directory that speaks SAML. */
function employee(
  subject: string,
  mail: string,
  displayName: string,
  ...memberOf: readonly string[]
): ProviderPerson {
  return { subject, says: { mail, displayName, memberOf } };
}

/** Somebody with an account at an OpenID provider. */
function account(
  subject: string,
  email: string,
  name: string,
  ...groups: readonly string[]
): ProviderPerson {
  return { subject, says: { email, email_verified: true, name, groups } };
}

/** A travel agency and its customers, with a person for every way in and every way to be refused. */
export const defaultSeed: Seed = {
  tenantId: 'tenant_default',
  today: at('2026-02-12T10:00:00Z'),
  users: people,
  passwords: new Map(
    people
      .filter((person) => person.userId !== 'user_invited')
      .map((person) => [person.userId, seededPassword]),
  ),
  factors: juniperFactors,
  organizations,
  applications,
  clients,
  roles,
  roleGroups,
  onboardings,
  members,
  grants,
  invitations,
  domains,
  connections,
  identities,
  identityProviders,
};
