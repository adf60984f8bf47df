import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  ceiling,
  effectiveAccess,
  isRoleInForce,
  type AccessCondition,
  type AccessFacts,
  type ChainLink,
  type RoleCatalogue,
} from './access.ts';
import type { Onboarding } from './onboardings.ts';
import type { Organization } from './organizations.ts';

const now = 1_000_000;
const roleIds = ['viewer', 'agent', 'approver', 'auditor'];

const catalogue: RoleCatalogue = {
  roles: roleIds.map((roleId) => ({
    roleId,
    applicationId: 'app',
    key: roleId,
    name: roleId,
    description: '',
    permissions: [`may:${roleId}`, 'may:enter'],
  })),
  roleGroups: [
    { roleGroupId: 'front', applicationId: 'app', name: 'Front', roleIds: ['viewer', 'agent'] },
    { roleGroupId: 'control', applicationId: 'app', name: 'Control', roleIds: ['approver'] },
  ],
};

const organization = (organizationId: string, some: Partial<Organization> = {}): Organization => ({
  organizationId,
  name: organizationId,
  slug: organizationId,
  status: 'active',
  createdAt: 0,
  ...some,
});

const onboarding = (some: Partial<Onboarding> = {}): Onboarding => ({
  organizationId: 'org',
  applicationId: 'app',
  status: 'active',
  roleGroupIds: ['front', 'control'],
  roleIds: [],
  defaultRoleIds: [],
  allowsRolelessAccess: false,
  exposedRoleGroupIds: [],
  ...some,
});

const link = (name: string, some: Partial<Onboarding> = {}): ChainLink => ({
  organization: organization(name),
  onboarding: onboarding(some),
});

const facts = (some: Partial<AccessFacts> = {}): AccessFacts => ({
  user: {
    userId: 'user',
    email: 'user@org.example',
    emailVerified: true,
    name: 'User',
    status: 'active',
    platformAdministrator: false,
  },
  member: {
    userId: 'user',
    organizationId: 'org',
    status: 'active',
    organizationRoleIds: [],
    source: 'direct',
    version: 1,
  },
  chain: [link('org')],
  application: { applicationId: 'app', name: 'App', audience: 'b2b' },
  grant: {
    userId: 'user',
    organizationId: 'org',
    applicationId: 'app',
    roles: [
      { roleId: 'viewer', source: 'direct' },
      { roleId: 'approver', source: 'direct' },
    ],
  },
  catalogue,
  ...some,
});

/** Every list of so many words. */
function tuples<T>(words: readonly T[], length: number): T[][] {
  if (length === 0) return [[]];
  return words.flatMap((word) => tuples(words, length - 1).map((rest) => [word, ...rest]));
}

const failing = (some: Partial<AccessFacts>): AccessCondition[] =>
  [...effectiveAccess(facts(some), now).conditions].flatMap(([name, holds]) =>
    holds ? [] : [name],
  );

describe('effectiveAccess', () => {
  it('lets a member in with the granted roles and the union of their permissions', () => {
    const { entry, roles, permissions } = effectiveAccess(facts(), now);
    assert.equal(entry, true);
    assert.deepEqual(
      roles.map((role) => role.roleId),
      ['viewer', 'approver'],
    );
    assert.deepEqual(permissions, ['may:viewer', 'may:enter', 'may:approver']);
  });

  const { user, member, application, grant } = facts();
  assert.ok(member && grant);
  const closed: readonly [string, Partial<AccessFacts>, AccessCondition, string][] = [
    ['a disabled user', { user: { ...user, status: 'disabled' } }, 'user_active', 'no_access'],
    ['a stranger', { member: undefined }, 'member_active', 'no_access'],
    [
      'a pending member',
      { member: { ...member, status: 'pending' } },
      'member_active',
      'not_joined',
    ],
    [
      'a suspended member',
      { member: { ...member, status: 'suspended' } },
      'member_active',
      'member_suspended',
    ],
    [
      'a member whose time is over',
      { member: { ...member, expiresAt: now } },
      'member_active',
      'no_access',
    ],
    [
      'a member of a suspended organization',
      { chain: [{ ...link('org'), organization: organization('org', { status: 'suspended' }) }] },
      'organization_active',
      'organization_suspended',
    ],
    [
      'a consumer application',
      { application: { ...application, audience: 'b2c' } },
      'application_for_organizations',
      'no_access',
    ],
    [
      'an organization that is not onboarded',
      { chain: [{ organization: organization('org'), onboarding: undefined }] },
      'application_onboarded',
      'application_not_onboarded',
    ],
    [
      'a suspended onboarding',
      { chain: [link('org', { status: 'suspended' })] },
      'application_onboarded',
      'application_not_onboarded',
    ],
    ['a member without a grant', { grant: undefined }, 'granted', 'no_access'],
    ['a grant whose time is over', { grant: { ...grant, expiresAt: now } }, 'granted', 'no_access'],
    [
      'roles that the organization does not have',
      { grant: { ...grant, roles: [{ roleId: 'auditor', source: 'direct' }] } },
      'role_within_ceiling',
      'role_outside_ceiling',
    ],
  ];
  for (const [who, some, condition, code] of closed) {
    it(`keeps out ${who}, and says ${code}`, () => {
      assert.ok(failing(some).includes(condition));
      const { entry, roles, permissions } = effectiveAccess(facts(some), now);
      assert.equal(entry, code);
      assert.deepEqual([roles, permissions], [[], []]);
    });
  }

  it('P21: lets nobody in while any condition fails, or is not known to hold', () => {
    const organizationOf = (status: unknown) => organization('org', { status } as Organization);
    const words = ['active', 'disabled', undefined] as const;
    const grants = [grant, { ...grant, roles: [] }, undefined];
    const audiences = ['b2b', 'b2c', undefined] as const;
    for (const [person, membership, own, above, share] of tuples(words, 5)) {
      for (const audience of audiences) {
        for (const given of grants) {
          const { entry, roles, permissions } = effectiveAccess(
            {
              user: { ...user, status: person } as AccessFacts['user'],
              member: { ...member, status: membership } as AccessFacts['member'],
              chain: [
                {
                  organization: organizationOf(own),
                  onboarding: onboarding({ status: share } as Onboarding),
                },
                {
                  organization: organizationOf(above),
                  onboarding: onboarding({ exposedRoleGroupIds: ['front'] }),
                },
              ],
              application: { ...application, audience } as AccessFacts['application'],
              grant: given,
              catalogue,
            },
            now,
          );
          const met = [person, membership, own, above, share].every((word) => word === 'active');
          const all: boolean = met && audience === 'b2b' && given === grant;
          assert.equal(entry === true, all, String([person, membership, own, above, share]));
          if (!all) assert.deepEqual([roles, permissions], [[], []]);
        }
      }
    }
  });

  it('lets a member in until the very end of a membership, a grant or a role', () => {
    const ends = {
      member: { ...member, expiresAt: now + 1 },
      grant: { ...grant, expiresAt: now + 1, roles: [{ ...grant.roles[0]!, expiresAt: now + 1 }] },
    };
    assert.equal(effectiveAccess(facts(ends), now).entry, true);
    assert.notEqual(effectiveAccess(facts(ends), now + 1).entry, true);
  });

  it('lets a member without a role in where the onboarding allows it', () => {
    const some = { grant: { ...grant, roles: [] } };
    assert.equal(effectiveAccess(facts(some), now).entry, 'role_outside_ceiling');
    const chain = [link('org', { allowsRolelessAccess: true })];
    assert.equal(effectiveAccess(facts({ ...some, chain }), now).entry, true);
  });

  it('feels a suspension anywhere above a managed organization', () => {
    const parent = link('parent', { exposedRoleGroupIds: ['front'] });
    assert.equal(effectiveAccess(facts({ chain: [link('org'), parent] }), now).entry, true);
    const suspended = { ...parent, organization: organization('parent', { status: 'suspended' }) };
    const some = { chain: [link('org'), suspended] };
    assert.equal(effectiveAccess(facts(some), now).entry, 'organization_suspended');
  });
});

describe('what keeps a member out first', () => {
  const { user, member, application } = facts();
  assert.ok(member);
  const suspended = { ...member, status: 'suspended' as const };

  it('is what the person can do something about first', () => {
    const nobody = facts({ user: { ...user, status: 'disabled' }, member: suspended });
    assert.equal(effectiveAccess(nobody, now).entry, 'no_access');
    const pending = facts({
      user: { ...user, status: 'disabled' },
      member: { ...member, status: 'pending' },
    });
    assert.equal(effectiveAccess(pending, now).entry, 'no_access');
    const both = facts({ member: suspended, application: { ...application, status: 'disabled' } });
    assert.equal(effectiveAccess(both, now).entry, 'member_suspended');
    assert.deepEqual(failing(both), ['member_active', 'application_active']);
  });

  it('is an application that is disabled', () => {
    const shut = facts({ application: { ...application, status: 'disabled' } });
    assert.equal(effectiveAccess(shut, now).entry, 'no_access');
  });

  it('is the suspension, or the absence, of what a parent has of the application', () => {
    const child = link('org');
    for (const above of [
      link('parent', { exposedRoleGroupIds: ['front'], status: 'suspended' }),
      { organization: organization('parent'), onboarding: undefined },
    ]) {
      const { entry } = effectiveAccess(facts({ chain: [child, above] }), now);
      assert.equal(entry, 'organization_suspended');
    }
  });

  it('is that nobody knows an organization', () => {
    assert.equal(effectiveAccess(facts({ chain: [] }), now).entry, 'organization_suspended');
  });
});

describe('isRoleInForce', () => {
  const { grant } = facts();
  assert.ok(grant);
  const viewer = { roleId: 'viewer', source: 'direct' } as const;
  const allowed = new Set(['viewer']);

  it('says of each role of a grant whether it counts, and else why not', () => {
    assert.equal(isRoleInForce(grant, viewer, allowed, now), true);
    const approver = { ...viewer, roleId: 'approver' };
    assert.equal(isRoleInForce(grant, approver, allowed, now), 'role_outside_ceiling');
    assert.equal(isRoleInForce(grant, { ...viewer, expiresAt: now }, allowed, now), 'no_access');
    const ended = { ...grant, expiresAt: now };
    assert.equal(isRoleInForce(ended, viewer, allowed, now), 'no_access');
    assert.equal(isRoleInForce(undefined, viewer, allowed, now), 'no_access');
  });

  it('counts no role among the others once it has ended', () => {
    const roles = [viewer, { ...viewer, roleId: 'approver', expiresAt: now }];
    const found = effectiveAccess(facts({ grant: { ...grant, roles } }), now).roles;
    assert.deepEqual(
      found.map((role) => role.roleId),
      ['viewer'],
    );
  });
});

describe('ceiling', () => {
  const of = (...chain: ChainLink[]) => [...ceiling(chain, catalogue)].sort();

  it('is the roles of the role groups and the single roles', () => {
    assert.deepEqual(of(link('org', { roleGroupIds: ['control'], roleIds: ['auditor'] })), [
      'approver',
      'auditor',
    ]);
  });

  it('knows no role that the application does not have', () => {
    assert.deepEqual(of(link('org', { roleGroupIds: ['gone'], roleIds: ['gone'] })), []);
  });

  it('is empty without an organization, or where the parent has nothing', () => {
    assert.deepEqual(ceiling([], catalogue), new Set());
    const parent = { organization: organization('parent'), onboarding: undefined };
    assert.deepEqual(ceiling([link('org'), parent], catalogue), new Set());
  });

  it('is empty without an onboarding', () => {
    assert.deepEqual(of({ organization: organization('org'), onboarding: undefined }), []);
  });

  it('of a managed organization is what its parent exposes, as far as the parent has it', () => {
    const child = link('child');
    assert.deepEqual(of(child, link('parent', { exposedRoleGroupIds: ['front'] })), [
      'agent',
      'viewer',
    ]);
    assert.deepEqual(of(child, link('parent')), []);
    const narrowed = link('parent', { roleGroupIds: ['control'], exposedRoleGroupIds: ['front'] });
    assert.deepEqual(of(child, narrowed), []);
  });

  it('feels a withdrawal two levels above at once', () => {
    const open = { exposedRoleGroupIds: ['front', 'control'] };
    const [grandchild, child] = [link('grandchild'), link('child', open)];
    assert.deepEqual(of(grandchild, child, link('root', open)), ['agent', 'approver', 'viewer']);
    const withdrawn = link('root', { ...open, exposedRoleGroupIds: ['control'] });
    assert.deepEqual(of(grandchild, child, withdrawn), ['approver']);
  });
});

describe('the laws of access', () => {
  const subset = <T extends string>(...items: T[]) => fc.subarray(items);
  const anyLink = fc
    .record({
      roleGroupIds: subset('front', 'control'),
      roleIds: subset('auditor', 'viewer'),
      exposedRoleGroupIds: subset('front', 'control'),
      status: fc.constantFrom('active', 'suspended'),
      allowsRolelessAccess: fc.boolean(),
    })
    .map((some) => link('org', some));
  const anyChain = fc.array(anyLink, { minLength: 1, maxLength: 4 });
  const anyRoles = subset(...roleIds).map((ids) =>
    ids.map((roleId) => ({ roleId, source: 'direct' as const })),
  );

  it('no effective role lies outside the ceiling or the grant', () => {
    fc.assert(
      fc.property(anyChain, anyRoles, (chain, roles) => {
        const allowed = ceiling(chain, catalogue);
        const access = effectiveAccess(facts({ chain, grant: { ...facts().grant!, roles } }), now);
        for (const { roleId } of access.roles) {
          assert.ok(allowed.has(roleId));
          assert.ok(roles.some((role) => role.roleId === roleId));
        }
      }),
    );
  });

  it('a managed organization never has more than every organization above it', () => {
    fc.assert(
      fc.property(anyChain, (chain) => {
        for (let depth = 1; depth < chain.length; depth++) {
          const above = ceiling(chain.slice(depth), catalogue);
          for (const role of ceiling(chain, catalogue)) assert.ok(above.has(role));
        }
      }),
    );
  });

  it('taking anything away never gives anybody more', () => {
    const narrower = (chain: readonly ChainLink[], at: number): ChainLink[] =>
      chain.map((part, index) =>
        index !== at % chain.length || !part.onboarding
          ? part
          : {
              ...part,
              onboarding: {
                ...part.onboarding,
                roleGroupIds: part.onboarding.roleGroupIds.slice(1),
                roleIds: part.onboarding.roleIds.slice(1),
                exposedRoleGroupIds: part.onboarding.exposedRoleGroupIds.slice(1),
              },
            },
      );
    fc.assert(
      fc.property(anyChain, anyRoles, fc.nat(8), (chain, roles, at) => {
        const grant = { ...facts().grant!, roles };
        const before = effectiveAccess(facts({ chain, grant }), now).roles;
        const after = effectiveAccess(
          facts({ chain: narrower(chain, at), grant: { ...grant, roles: roles.slice(1) } }),
          now,
        ).roles;
        for (const role of after) assert.ok(before.includes(role));
      }),
    );
  });
});
