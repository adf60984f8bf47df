import type {
  applicationRoutes,
  onboardingRoutes,
  organizationRoleRoutes,
  roleGroupRoutes,
  roleRoutes,
} from '@tesserakit/contract';
import { allPermissions } from '@tesserakit/domain';
import type { Hand } from '../hand.ts';
import { perhaps, type Drafts, type Parameters } from './draft.ts';
import { platformMostly } from './organizations.ts';

function shareOf(hand: Hand, { applicationId = '', organizationId = '' }: Parameters) {
  const { picture, some, chance, roleIds } = hand;
  const groups = [...picture.roleGroups.values()]
    .filter((group) => group.applicationId === applicationId || chance(2))
    .map(({ roleGroupId }) => roleGroupId);
  return {
    roleGroupIds: some(groups, 70),
    ...perhaps(hand, 40, () => ({ exposedRoleGroupIds: some(groups, 70) })),
    ...perhaps(hand, 30, () => ({ roleIds: roleIds(applicationId) })),
    ...perhaps(hand, 30, () => ({ defaultRoleIds: roleIds(applicationId) })),
    ...perhaps(hand, 20, () => ({ allowsRolelessAccess: chance(50) })),
    ...perhaps(hand, 20, () => ({ seatLimit: 1 + hand.number(5) })),
    ...perhaps(hand, 10, () => ({
      connectionId: hand.id(picture.connections.get(organizationId)?.keys()),
    })),
  };
}

/** Mostly the platform: from within, an organization's share is not changed at all. */
const above = (hand: Hand, { organizationId = '' }: Parameters) =>
  hand.chance(50) ? platformMostly(hand) : hand.asker(organizationId);

const change = (hand: Hand, parameters: Parameters) => ({
  ...shareOf(hand, parameters),
  ...perhaps(hand, 30, () => ({ status: hand.chance(60) ? 'active' : 'suspended' })),
});

export const onboardings: Drafts<typeof onboardingRoutes> = {
  'onboardings.create': {
    weight: 4,
    asker: above,
    body: (hand, { organizationId = '' }) => {
      const present = hand.picture.onboardings.get(organizationId);
      const others = [...hand.picture.applications.keys()].filter((one) => !present?.has(one));
      const applicationId = hand.id(hand.chance(80) ? others : present?.keys());
      return { applicationId, ...shareOf(hand, { applicationId }) };
    },
  },
  'onboardings.previewUpdate': { asker: above, body: change },
  'onboardings.update': { weight: 4, asker: above, body: change },
  'onboardings.setDefaults': {
    body: ({ roleIds }, { applicationId = '' }) => ({ defaultRoleIds: roleIds(applicationId) }),
  },
  'onboardings.previewWithdraw': {},
  'onboardings.withdraw': { weight: 2 },
};

/** Not the one whose client everybody acts through. */
const dispensable = ({ id, picture }: Hand) => ({
  applicationId: id([...picture.applications.keys()].filter((one) => one !== 'app_red')),
});

export const applications: Drafts<typeof applicationRoutes> = {
  'applications.list': {},
  'applications.listAll': { asker: platformMostly },
  'applications.create': {
    weight: 1,
    asker: platformMostly,
    body: ({ number, pick }) => ({
      name: `Application ${number(20)}`,
      audience: pick(['b2b', 'both', 'b2c']),
    }),
  },
  'applications.update': {
    asker: platformMostly,
    body: (hand) => ({
      ...perhaps(hand, 30, () => ({ audience: hand.pick(['b2b', 'both', 'b2c']) })),
      ...perhaps(hand, 50, () => ({ status: hand.chance(75) ? 'active' : 'disabled' })),
      ...perhaps(hand, 30, () => ({
        revokesTokens: { memberRolesUpdated: hand.chance(50), memberSuspended: hand.chance(50) },
      })),
    }),
  },
  'applications.previewDelete': { asker: platformMostly },
  'applications.delete': { weight: 1, asker: platformMostly, parameters: dispensable },
};

export const roles: Drafts<typeof roleRoutes> = {
  'roles.list': { asker: platformMostly },
  'roles.create': {
    weight: 1,
    asker: platformMostly,
    body: ({ number }) => ({ key: `key-${number(20)}`, name: 'Role', permissions: ['new:read'] }),
  },
  'roles.update': {
    asker: platformMostly,
    body: ({ some }) => ({ permissions: some(['red:read', 'red:write', 'new:read']) }),
  },
  'roles.holders': { asker: platformMostly },
  'roles.previewDelete': { asker: platformMostly },
  'roles.delete': { weight: 1, asker: platformMostly },
};

const groupChange = ({ roleIds }: Hand, { applicationId = '' }: Parameters) => ({
  roleIds: roleIds(applicationId),
});

export const roleGroups: Drafts<typeof roleGroupRoutes> = {
  'roleGroups.list': { asker: platformMostly },
  'roleGroups.create': {
    weight: 1,
    asker: platformMostly,
    body: (hand, parameters) => ({
      name: `Group ${hand.number(20)}`,
      ...groupChange(hand, parameters),
    }),
  },
  'roleGroups.previewUpdate': { asker: platformMostly, body: groupChange },
  'roleGroups.update': { weight: 3, asker: platformMostly, body: groupChange },
  'roleGroups.previewDelete': { asker: platformMostly },
  'roleGroups.delete': { weight: 1, asker: platformMostly },
};

const custom = ({ picture, id, chance }: Hand) => {
  const all = [...picture.organizationRoles.keys()];
  return { roleId: id(chance(85) ? all.slice(3) : all) };
};

export const organizationRoles: Drafts<typeof organizationRoleRoutes> = {
  'organizationRoles.list': {},
  'organizationRoles.listAll': { asker: platformMostly },
  'organizationRoles.create': {
    weight: 1,
    asker: platformMostly,
    body: ({ number, some }) => ({
      name: `Role ${number(20)}`,
      permissions: some(allPermissions, 40),
    }),
  },
  'organizationRoles.update': {
    asker: platformMostly,
    parameters: custom,
    body: ({ some }) => ({ permissions: some(allPermissions, 60) }),
  },
  'organizationRoles.holders': { asker: platformMostly, parameters: custom },
  'organizationRoles.previewDelete': { asker: platformMostly, parameters: custom },
  'organizationRoles.delete': { weight: 1, asker: platformMostly, parameters: custom },
};
