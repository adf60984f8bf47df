import type { Organization } from '@tesserakit/domain';
import type { Seed } from '@tesserakit/mock-server';

/** The seed with that many more organizations in which one person may work in Flights. */
export function withOrganizations(seed: Seed, userId: string, count: number): Seed {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const organizations = numbers.map((number): Organization => {
    const place = places[number % places.length] ?? '';
    const trade = trades[Math.floor(number / places.length) % trades.length] ?? '';
    return {
      organizationId: `org_many_${number}`,
      name: `${place} ${trade} ${number}`,
      slug: `many-${number}`,
      status: 'active',
      createdAt: Date.parse('2025-01-01T00:00:00Z'),
    };
  });
  return organizations.reduce((grown, organization) => joined(grown, userId, organization), seed);
}

/** The seed in which one person is also where they cannot enter: suspended, and without access. */
export function withClosedDoors(seed: Seed, userId: string): Seed {
  const entered = new Set(
    seed.members
      .filter((member) => member.userId === userId)
      .map((member) => member.organizationId),
  );
  const closed = ['org_dormant', 'org_cirrus'].filter(
    (organizationId) => !entered.has(organizationId),
  );
  return {
    ...seed,
    members: [
      ...seed.members,
      ...closed.map((organizationId) => membership(userId, organizationId)),
    ],
  };
}

/** The seed in which one person is invited to an organization, and has not answered yet. */
export function withInvitation(seed: Seed, userId: string, organizationId: string): Seed {
  const { email = '' } = seed.users.find((user) => user.userId === userId) ?? {};
  const others = seed.members.filter(
    (member) => member.userId !== userId || member.organizationId !== organizationId,
  );
  return {
    ...seed,
    users: seed.users.map((user) =>
      user.userId === userId ? { ...user, emailVerified: true } : user,
    ),
    members: [...others, { ...membership(userId, organizationId), status: 'pending' }],
    invitations: [
      ...(seed.invitations ?? []),
      {
        invitationId: `invitation_${organizationId}`,
        organizationId,
        email,
        organizationRoleIds: ['organizationMember'],
        applicationRoles: [],
        invitedBy: 'user_admin_cirrus',
        invitedFor: organizationId,
        createdAt: Date.now() - 3_600_000,
        expiresAt: Date.now() + 86_400_000,
        status: 'pending',
      },
    ],
  };
}

/** The seed with that many more organizations below Acme. */
export function withBranches(
  seed: Seed,
  count: number,
  name = (number: number) => `Branch ${number}`,
): Seed {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const id = (number: number) => `org_branch_${String(number).padStart(5, '0')}`;
  return {
    ...seed,
    organizations: [
      ...seed.organizations,
      ...numbers.map((number) => ({
        organizationId: id(number),
        name: name(number),
        slug: `branch-${number}`,
        status: 'active' as const,
        createdAt: 0,
        parentOrganizationId: 'org_acme',
      })),
    ],
    onboardings: [
      ...seed.onboardings,
      ...numbers.map((number) => ({
        organizationId: id(number),
        applicationId: 'app_flights',
        status: 'active' as const,
        roleGroupIds: ['group_flights_front_office'],
        roleIds: [],
        defaultRoleIds: [],
        allowsRolelessAccess: false,
        exposedRoleGroupIds: [],
        fromParent: true as const,
      })),
    ],
  };
}

/** Names that try to break a page: markup, direction, length, emoji, invisible and combining marks. */
export const hostileNames: readonly string[] = [
  '<img src=x onerror="document.title=\'broken\'"><script>document.title="broken"</script>',
  '\u202Eevil\u2066 moc.elpmaxe@nimda',
  'N'.repeat(300),
  `Ve${'\u0301\u0323\u0330'.repeat(24)}ra`,
  '👩🏽‍🚀👨‍👩‍👧‍👦🏳️‍🌈 Family Crew',
  'محمد بن عبد الله Smith',
  '"; DROP TABLE members; --',
  '${constructor.constructor("document.title=1")()}',
];

/** The seed with people and organizations of {@link hostileNames} around one person. */
export function withHostileNames(seed: Seed, userId: string, organizationId: string): Seed {
  const strangers = hostileNames.map((name, index) => ({ userId: `user_hostile_${index}`, name }));
  const grown: Seed = {
    ...seed,
    users: [
      ...seed.users,
      ...strangers.map(({ userId, name }, index) => ({
        userId,
        email: `hostile.${index}@${index === 2 ? 'x'.repeat(240) : 'acme'}.example`,
        emailVerified: true,
        name,
        picture: index === 0 ? 'javascript:document.title="broken"' : 'http://127.0.0.1:1/none.png',
        status: 'active' as const,
        platformAdministrator: false,
      })),
    ],
    members: [
      ...seed.members,
      ...strangers.map((stranger) => membership(stranger.userId, organizationId)),
    ],
  };
  return hostileNames.reduce(
    (seed, name, index) =>
      joined(seed, userId, {
        organizationId: `org_hostile_${index}`,
        name,
        slug: `hostile-${index}`,
        status: 'active',
        createdAt: 0,
      }),
    grown,
  );
}

/** The seed without anybody in an organization but one person. */
export function withOnly(seed: Seed, userId: string, organizationId: string): Seed {
  return {
    ...seed,
    members: seed.members.filter(
      (member) => member.organizationId !== organizationId || member.userId === userId,
    ),
  };
}

const places =
  'Aurora Baltic Cedar Delta Ember Fjord Granite Harbor Indigo Juniper Kestrel Lumen'.split(' ');
const trades = ['Logistics', 'Insurance', 'Foods', 'Medical', 'Motors', 'Partners', 'Textiles'];

function membership(userId: string, organizationId: string): Seed['members'][number] {
  return {
    userId,
    organizationId,
    status: 'active',
    organizationRoleIds: ['organizationMember'],
    source: 'invitation',
    version: 1,
  };
}

function joined(seed: Seed, userId: string, organization: Organization): Seed {
  const { organizationId } = organization;
  const applicationId = 'app_flights';
  return {
    ...seed,
    organizations: [...seed.organizations, organization],
    members: [...seed.members, membership(userId, organizationId)],
    onboardings: [
      ...seed.onboardings,
      {
        organizationId,
        applicationId,
        status: 'active',
        roleGroupIds: ['group_flights_front_office'],
        roleIds: [],
        defaultRoleIds: [],
        allowsRolelessAccess: false,
        exposedRoleGroupIds: [],
      },
    ],
    grants: [
      ...seed.grants,
      {
        userId,
        organizationId,
        applicationId,
        roles: [{ roleId: 'role_flights_viewer', source: 'direct' }],
      },
    ],
  };
}

/** The seed in which one person administers an organization that they are a member of. */
export function withAdministrator(seed: Seed, userId: string, organizationId: string): Seed {
  return {
    ...seed,
    members: seed.members.map((member) =>
      member.userId === userId && member.organizationId === organizationId
        ? { ...member, organizationRoleIds: ['organizationAdmin'] }
        : member,
    ),
  };
}
