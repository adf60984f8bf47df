import {
  builtInOrganizationRoles,
  type AccessGrant,
  type GrantedRole,
  type OrganizationRole,
} from '@tesserakit/domain';
import { seeds, type Seed } from '@tesserakit/mock-server';
import fc from 'fast-check';

const day = 86_400_000;
const { roles, roleGroups, onboardings, members, organizations } = seeds.default;
const organizationIds = ['org_acme', 'org_acme_north'];
const applicationIds = ['app_flights', 'app_ledger'];
/** Gives access, and is below whoever administers everything. */
const helper: OrganizationRole = {
  roleId: 'helper',
  name: 'Helper',
  permissions: ['organization:read', 'members:read', 'access:read', 'access:grant'],
};
const ranks = [...builtInOrganizationRoles.map(({ roleId }) => roleId), helper.roleId];

const userIds = members
  .filter(({ organizationId }) => organizationId === 'org_acme')
  .map(({ userId }) => userId);

/** Never, past, or to come. */
const end = fc.oneof(
  { weight: 4, arbitrary: fc.constant(undefined) },
  fc.constantFrom(-day, 10 * day, 90 * day),
);

/** How a world differs from the default one. */
export interface AccessSketch {
  readonly groups: readonly (readonly string[])[];
  readonly ranks: readonly (readonly string[])[];
  readonly grants: readonly (readonly (AccessGrant | undefined)[])[];
  readonly shares: readonly {
    readonly seatLimit: number | undefined;
    readonly roleless: boolean;
  }[];
  readonly suspended: boolean;
}

const rolesOf = (applicationId: string) =>
  roles.filter((role) => role.applicationId === applicationId).map(({ roleId }) => roleId);

function ended(ago: number | undefined): { readonly expiresAt?: number } {
  return ago === undefined ? {} : { expiresAt: Date.now() + ago };
}

function grant(organizationId: string, userId: string, applicationId: string) {
  const source = fc.constantFrom('direct', 'default', 'parent');
  const role = fc
    .record({ roleId: fc.constantFrom(...rolesOf(applicationId)), source, end })
    .map(({ end, ...role }) => ({ ...role, ...ended(end) }) as GrantedRole);
  const given = fc
    .record({
      roles: fc.uniqueArray(role, { maxLength: 3, selector: ({ roleId }) => roleId }),
      end,
    })
    .map(({ roles, end }) => ({ userId, organizationId, applicationId, roles, ...ended(end) }));
  return fc.option(given, { nil: undefined, freq: 2 });
}

export const accessSketches: fc.Arbitrary<AccessSketch> = fc.record({
  groups: fc.tuple(...roleGroups.map(({ roleIds }) => fc.subarray([...roleIds]))),
  ranks: fc.tuple(...userIds.map(() => fc.subarray(ranks))),
  grants: fc.tuple(
    ...organizationIds.map((organizationId) =>
      fc.tuple(
        ...userIds.flatMap((userId) =>
          applicationIds.map((applicationId) => grant(organizationId, userId, applicationId)),
        ),
      ),
    ),
  ),
  shares: fc.tuple(
    ...onboardings.map(() =>
      fc.record({
        seatLimit: fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined }),
        roleless: fc.boolean(),
      }),
    ),
  ),
  suspended: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.constant(true)),
});

/**
 * A world in which anything may be so: ceilings that sank, grants and roles that have ended or will,
 * ranks of all kinds, seats that are taken, an organization that is suspended. The members of Acme
 * are members of Acme North, too, which it manages.
 */
export const worldOf = (sketch: AccessSketch): Seed => ({
  ...seeds.default,
  organizationRoles: [helper],
  organizations: organizations.map((one) =>
    one.organizationId === 'org_acme' && sketch.suspended
      ? { ...one, status: 'suspended' as const }
      : one,
  ),
  roleGroups: roleGroups.map((group, index) => ({ ...group, roleIds: sketch.groups[index] ?? [] })),
  onboardings: onboardings.map((one, index) => {
    const { seatLimit, roleless } = sketch.shares[index]!;
    return {
      ...one,
      roleIds: [],
      defaultRoleIds: [],
      allowsRolelessAccess: roleless,
      ...(seatLimit !== undefined && { seatLimit }),
    };
  }),
  members: organizationIds.flatMap((organizationId) =>
    userIds.flatMap((userId, index) => {
      const known = members.find(
        (one) => one.userId === userId && one.organizationId === 'org_acme',
      )!;
      // Somebody has to look.
      const organizationRoleIds =
        userId === 'user_admin_acme' ? ['organizationAdmin'] : (sketch.ranks[index] ?? []);
      return [{ ...known, organizationId, organizationRoleIds }];
    }),
  ),
  grants: sketch.grants.flatMap((all) => all.flatMap((one) => one ?? [])),
});

/** Who looks, from where, at which organization. */
export const lookers = fc.constantFrom(
  // Most of the others may not even look.
  ...[...userIds, 'user_admin_acme', 'user_admin_acme', 'user_admin_acme'].flatMap((userId) => [
    { userId, organizationId: 'org_acme' },
    { userId, organizationId: 'org_acme_north' },
    { userId, organizationId: 'org_acme_north', actingFrom: 'org_acme' },
  ]),
);
