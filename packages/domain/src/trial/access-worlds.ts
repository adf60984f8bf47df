import fc from 'fast-check';
import type { AccessFacts, ChainLink, RoleCatalogue } from '../access.ts';
import type { Onboarding } from '../onboardings.ts';
import type { Organization } from '../organizations.ts';

/** The moment at which random worlds are looked at; some of their ends lie before it. */
export const worldNow = 1_000_000;

const roleIds = ['viewer', 'agent', 'approver', 'auditor'];
const roleGroupIds = ['front', 'control', 'gone'];

/** What the application of every random world knows. */
export const worldCatalogue: RoleCatalogue = {
  roles: roleIds.map((roleId, index) => ({
    roleId,
    applicationId: 'app',
    key: roleId,
    name: roleId,
    description: '',
    permissions: ['app:enter', `app:${roleId}`, ...(index > 1 ? ['app:control'] : [])],
  })),
  roleGroups: [
    { roleGroupId: 'front', applicationId: 'app', name: 'Front', roleIds: ['viewer', 'agent'] },
    { roleGroupId: 'control', applicationId: 'app', name: 'Control', roleIds: ['approver'] },
  ],
};

// Mostly open, so that one closed condition is as often met as several.
const mostly = <T>(usual: T, ...others: readonly T[]) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(usual) }, fc.constantFrom(usual, ...others));

const end = mostly<number | undefined>(undefined, worldNow - 1, worldNow, worldNow + 1);

function share(isManaged: boolean): fc.Arbitrary<Onboarding> {
  return fc
    .record({
      status: mostly<Onboarding['status']>('active', 'suspended'),
      roleGroupIds: fc.subarray(roleGroupIds),
      roleIds: fc.subarray([...roleIds, 'gone'], { maxLength: 2 }),
      exposedRoleGroupIds: fc.subarray(roleGroupIds),
      allowsRolelessAccess: mostly(false, true),
    })
    .map((some) => ({
      organizationId: 'org',
      applicationId: 'app',
      defaultRoleIds: [],
      ...some,
      ...(isManaged && { fromParent: true as const }),
    }));
}

function link(level: number, isManaged: boolean): fc.Arbitrary<ChainLink> {
  const organizationId = `org_${level}`;
  return fc
    .record({
      status: mostly<Organization['status']>('active', 'suspended'),
      onboarding: fc.option(share(isManaged), { freq: 12, nil: undefined }),
    })
    .map(({ status, onboarding }) => ({
      organization: {
        organizationId,
        name: organizationId,
        slug: `slug-${level}`,
        status,
        createdAt: 0,
        ...(isManaged && { parentOrganizationId: `org_${level + 1}` }),
      },
      onboarding,
    }));
}

const chain = fc
  .integer({ min: 1, max: 3 })
  .chain((length) =>
    fc.tuple(...Array.from({ length }, (_, level) => link(level, level + 1 < length))),
  );

const member = fc
  .record({
    status: mostly<'active' | 'suspended' | 'pending'>('active', 'suspended', 'pending'),
    expiresAt: end,
  })
  .map(({ status, expiresAt }) => ({
    userId: 'user',
    organizationId: 'org_0',
    status,
    organizationRoleIds: [],
    source: 'direct' as const,
    version: 1,
    ...(expiresAt !== undefined && { expiresAt }),
  }));

const granted = fc
  .record({
    roleId: fc.constantFrom(...roleIds, 'gone'),
    source: fc.constantFrom('direct', 'default', 'idp-group', 'parent'),
    expiresAt: end,
  })
  .map(({ expiresAt, ...role }) => ({ ...role, ...(expiresAt !== undefined && { expiresAt }) }));

const grant = fc
  .record({
    roles: fc.uniqueArray(granted, { selector: ({ roleId }) => roleId, maxLength: 4 }),
    expiresAt: end,
  })
  .map(({ roles, expiresAt }) => ({
    userId: 'user',
    organizationId: 'org_0',
    applicationId: 'app',
    roles,
    ...(expiresAt !== undefined && { expiresAt }),
  }));

/** One person, one application, one organization with up to two above, in any state. */
export const accessWorld: fc.Arbitrary<AccessFacts> = fc
  .record({
    userStatus: mostly<'active' | 'disabled'>('active', 'disabled'),
    member: fc.option(member, { freq: 12, nil: undefined }),
    chain,
    audience: mostly<'b2b' | 'b2c' | 'both'>('b2b', 'b2c', 'both'),
    applicationStatus: mostly<'active' | 'disabled'>('active', 'disabled'),
    grant: fc.option(grant, { freq: 8, nil: undefined }),
  })
  .map(({ userStatus, audience, applicationStatus, ...facts }) => ({
    ...facts,
    user: {
      userId: 'user',
      email: 'user@org.example',
      emailVerified: true,
      name: 'User',
      status: userStatus,
      platformAdministrator: false,
    },
    application: { applicationId: 'app', name: 'App', audience, status: applicationStatus },
    catalogue: worldCatalogue,
  }));
