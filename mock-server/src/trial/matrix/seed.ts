import type { AccessGrant, Member, Onboarding, User } from '@tesserakit/domain';
import { newSigningKeys } from '../../oidc/keys.ts';
import { digestOf } from '../../secrets.ts';
import type { Seed } from '../../seeds/seed.ts';
import { createWorld, tableOf, type World } from '../../world.ts';

/**
 * The organizations of the authorization matrix: `own` and `sibling` below `parent`, `child` below
 * `own`, all of them linked for `app_one` alone. `foreign` and `elsewhere` stand by themselves.
 */
export const places = ['own', 'child', 'parent', 'sibling', 'foreign', 'elsewhere'] as const;
export type PlaceName = (typeof places)[number];

/** Who manages whom, from the next level up to the root. */
export const above: Readonly<Partial<Record<PlaceName, readonly PlaceName[]>>> = {
  own: ['parent'],
  sibling: ['parent'],
  child: ['own', 'parent'],
};

/** Stands in every name and address of an organization, to be looked for where it must not be. */
export const needleOf = (place: PlaceName) => `needle-${place}`;

export const today = Date.parse('2026-03-02T09:00:00Z');

const people = {
  admin: ['organizationAdmin', 'active'],
  second: ['organizationAdmin', 'active'],
  creator: ['organizationCreator', 'active'],
  member: ['organizationMember', 'active'],
  agent: ['organizationMember', 'active'],
  suspended: ['organizationMember', 'suspended'],
  'suspended-admin': ['organizationAdmin', 'suspended'],
  invited: ['organizationMember', 'pending'],
} as const satisfies Record<string, readonly [string, Member['status']]>;

type Role = keyof typeof people;

const roles = Object.keys(people) as readonly Role[];

export const userIdOf = (place: PlaceName, role: Role) => `user_${place}_${role}`;

function person(userId: string, email: string, some: Partial<User> = {}): User {
  return {
    userId,
    email,
    emailVerified: true,
    name: email,
    status: 'active',
    platformAdministrator: false,
    ...some,
  };
}

const users = [
  ...places.flatMap((place) =>
    roles.map((role) => person(userIdOf(place, role), `${role}@${needleOf(place)}.example`)),
  ),
  person('user_newcomer', 'newcomer@nowhere.example'),
  person('user_platform', 'platform@tessera.example', { platformAdministrator: true }),
];

const members = places.flatMap((place) =>
  roles.map((role): Member => {
    const [roleId, status] = people[role];
    return {
      userId: userIdOf(place, role),
      organizationId: `org_${place}`,
      status,
      organizationRoleIds: [roleId],
      source: 'direct',
      version: 1,
    };
  }),
);

const colors = ['one', 'two', 'three'] as const;

const onboardings = places.flatMap((place) =>
  colors.map((color): Onboarding => ({
    organizationId: `org_${place}`,
    applicationId: `app_${color}`,
    status: 'active',
    roleGroupIds: [`group_${color}`],
    roleIds: [],
    defaultRoleIds: [],
    allowsRolelessAccess: false,
    exposedRoleGroupIds: [`group_${color}`],
    ...(color === 'one' && place in above && { fromParent: true }),
  })),
);

const grants = places.flatMap((place) =>
  (['one', 'two'] as const).map((color): AccessGrant => ({
    userId: userIdOf(place, 'agent'),
    organizationId: `org_${place}`,
    applicationId: `app_${color}`,
    roles: [{ roleId: `role_${color}_reader`, source: 'direct' }],
  })),
);

const matrixSeed: Seed = {
  tenantId: 'tenant_matrix',
  today,
  users,
  passwords: new Map(),
  organizations: places.map((place) => ({
    organizationId: `org_${place}`,
    name: needleOf(place),
    slug: needleOf(place),
    status: 'active',
    createdAt: today,
    ...(above[place]?.[0] && { parentOrganizationId: `org_${above[place][0]}` }),
  })),
  applications: [...colors, 'free'].map((color) => ({
    applicationId: `app_${color}`,
    name: `Application ${color}`,
    audience: 'both',
  })),
  clients: [
    { clientId: 'client_one', name: 'One', applicationId: 'app_one', confidential: false },
    { clientId: 'admin-portal', name: 'Admin Portal', confidential: false },
  ],
  roles: colors.flatMap((color) =>
    ['reader', 'writer'].map((key) => ({
      roleId: `role_${color}_${key}`,
      applicationId: `app_${color}`,
      key,
      name: key,
      description: '',
      permissions: [`${color}:${key}`],
    })),
  ),
  roleGroups: colors.map((color) => ({
    roleGroupId: `group_${color}`,
    applicationId: `app_${color}`,
    name: `Group ${color}`,
    roleIds: [`role_${color}_reader`, `role_${color}_writer`],
  })),
  onboardings,
  members,
  grants,
  organizationRoles: [{ roleId: 'auditor', name: 'Auditor', permissions: ['audit:read'] }],
  invitations: places.map((place) => ({
    invitationId: `invitation_${place}`,
    organizationId: `org_${place}`,
    email: `invited@${needleOf(place)}.example`,
    organizationRoleIds: ['organizationMember'],
    applicationRoles: [{ applicationId: 'app_two', roleIds: ['role_two_reader'] }],
    invitedBy: userIdOf(place, 'admin'),
    invitedFor: `org_${place}`,
    createdAt: today - 60_000,
    expiresAt: today + 86_400_000,
    status: 'pending',
  })),
  domains: places.map((place) => ({
    domainId: `domain_${place}`,
    organizationId: `org_${place}`,
    name: `${needleOf(place)}.example`,
    status: 'verified',
    proof: 'dns',
    enrolment: 'invite-only',
    discovery: false,
    createdAt: today - 7_200_000,
    verifiedAt: today - 3_600_000,
  })),
  connections: places.map((place) => ({
    connectionId: `connection_${place}`,
    organizationId: `org_${place}`,
    name: `Sign-in of ${needleOf(place)}`,
    protocol: 'oidc',
    status: 'draft',
    issuer: 'https://login.provider.example',
    clientId: 'tessera',
    jit: false,
    defaultRoleIds: [],
    attributes: {},
    groupRoles: [],
    testedAt: today - 60_000,
  })),
  identityProviders: [
    { protocol: 'oidc', issuer: 'https://login.provider.example', clientId: 'tessera' },
  ],
};

/** Keys take longest of all to make, and with the same ones a token is good in every world. */
const signingKeys = newSigningKeys();

export const keySecret = 'tsk_of-the-program-of-own';
const keyDigest = await digestOf(keySecret);

/** A new world in which every organization has one of everything, under ids that tell whose it is. */
export function matrixWorld(keys = signingKeys): World {
  const world = createWorld(matrixSeed, { now: () => today });
  Object.assign(world.authorization, { keys });
  for (const place of places) addKeys(world, place);
  const use = { purpose: 'apiKey', organizationId: 'org_own', id: 'key_program' } as const;
  world.secrets.set(keyDigest, use);
  return world;
}

function addKeys(world: World, place: PlaceName): void {
  const organizationId = `org_${place}`;
  const made = {
    organizationId,
    name: `Secret of ${needleOf(place)}`,
    createdBy: userIdOf(place, 'admin'),
    createdAt: today,
  };
  const keys = tableOf(world, 'apiKeys', organizationId);
  const key = { ...made, apiKeyId: `key_${place}`, permissions: ['members:read'] } as const;
  keys.set(key.apiKeyId, key);
  if (place === 'own') {
    const permissions = world.organizationRoles.get('organizationAdmin')?.permissions ?? [];
    keys.set('key_program', { ...key, apiKeyId: 'key_program', permissions });
  }
  const directoryTokenId = `token_${place}`;
  const tokens = tableOf(world, 'directoryTokens', organizationId);
  tokens.set(directoryTokenId, { ...made, directoryTokenId });
}
