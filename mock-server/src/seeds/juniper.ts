import type { AccessGrant, Member, Onboarding, Organization, User } from '@tesserakit/domain';
import type { Factors } from '../login/factors.ts';

const since = Date.parse('2024-11-05T09:00:00Z');

/** A bank, which lets nobody act for it by a password alone. */
export const juniper: Organization = {
  organizationId: 'org_juniper',
  name: 'Juniper Bank',
  slug: 'juniper',
  status: 'active',
  createdAt: since,
  authentication: { requiresSecondFactor: true, sessionMinutes: 480 },
};

export const juniperOnboarding: Onboarding = {
  organizationId: 'org_juniper',
  applicationId: 'app_flights',
  status: 'active',
  roleGroupIds: ['group_flights_front_office', 'group_flights_approvals'],
  roleIds: [],
  defaultRoleIds: ['role_flights_viewer'],
  allowsRolelessAccess: false,
  exposedRoleGroupIds: [],
};

function person(userId: string, email: string, name: string): User {
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

export const juniperPeople: readonly User[] = [
  person('user_admin_juniper', 'admin@juniper.example', 'Hana Lindqvist'),
  person('user_teller_juniper', 'teller@juniper.example', 'Diego Fuentes'),
];

function member(userId: string, organizationRoleId: string, some: Partial<Member>): Member {
  return {
    userId,
    organizationId: 'org_juniper',
    status: 'active',
    organizationRoleIds: [organizationRoleId],
    source: 'direct',
    version: 1,
    joinedAt: since,
    ...some,
  };
}

export const juniperMembers: readonly Member[] = [
  member('user_admin_juniper', 'organizationAdmin', {
    title: 'Head of Security',
    department: 'Security',
  }),
  member('user_teller_juniper', 'organizationMember', {
    title: 'Teller',
    department: 'Branches',
    source: 'invitation',
  }),
];

export const juniperGrants: readonly AccessGrant[] = juniperMembers.map(({ userId }) => ({
  userId,
  organizationId: 'org_juniper',
  applicationId: 'app_flights',
  roles: [{ roleId: 'role_flights_viewer', source: 'direct' }],
}));

/** The administrator has an application for one-time passwords already; the teller has to get one. */
export const juniperFactors: ReadonlyMap<string, Factors> = new Map([
  [
    'user_admin_juniper',
    {
      totp: { secret: 'TESSERADEMOTESSERADEMOTESSERADEM', lastStep: 0 },
      recoveryCodes: [
        // Of `TESS-ERAD-EMA2-2222` and `TESS-ERAD-EMA3-3333`.
        '2pjpJdkc-z4xF4wk4aPmG9DGu4MQ7sCHyCyxRADhC1I',
        'FGTDxf1YayTy-G5OjvNYpZYUuITpbVqbrwILbX_8XxE',
      ],
    },
  ],
]);
