import type { managedOrganizationRoutes, organizationRoutes } from '@tesserakit/contract';
import type { Asker } from '../arena.ts';
import type { Hand } from '../hand.ts';
import { perhaps, type Draft, type Drafts, type Parameters } from './draft.ts';

/** Mostly a platform administrator. */
export function platformMostly(hand: Hand): Asker {
  const platform: Asker = { userId: 'user_platform', clientId: 'admin-portal', platform: true };
  return hand.chance(85) ? platform : hand.asker(hand.organizationId());
}

/** A slug that is mostly free. */
function slug({ number, chance, picture, pick }: Hand): string {
  const taken = [...picture.organizations.values()].map((organization) => organization.slug);
  return (chance(15) ? pick(taken) : undefined) ?? `new-${number(500)}`;
}

/** Mostly a member who acts for the organization of the path. */
function member(hand: Hand, { organizationId = '' }: Readonly<Record<string, string>>): Asker {
  const { picture, pick, chance } = hand;
  const userId = chance(90) ? pick(picture.members.get(organizationId)?.keys() ?? []) : undefined;
  if (userId === undefined) return hand.asker(organizationId);
  return { userId, organizationId, clientId: 'client_red', platform: false };
}

const groupsOf = ({ picture, some, chance }: Hand, applicationId = '') =>
  some(
    [...picture.roleGroups.values()]
      .filter((group) => group.applicationId === applicationId || chance(2))
      .map(({ roleGroupId }) => roleGroupId),
    60,
  );

const share: Pick<Draft, 'body' | 'parameters'> = {
  body: (hand, { applicationId }) => ({ roleGroupIds: groupsOf(hand, applicationId) }),
};

export const organizations: Drafts<typeof organizationRoutes> = {
  'organizations.list': {},
  'organizations.listAll': { asker: platformMostly },
  'organizations.create': {
    weight: 1,
    asker: platformMostly,
    body: (hand) => ({
      name: 'New',
      slug: slug(hand),
      ...perhaps(hand, 70, () => ({
        firstAdministrator: { userId: hand.id(hand.picture.users.keys()) },
      })),
    }),
  },
  'organizations.slugAvailable': {
    asker: platformMostly,
    parameters: (hand) => ({ slug: slug(hand) }),
  },
  'organizations.get': {},
  'organizations.update': {
    body: (hand) => ({
      name: `Name ${hand.number(9)}`,
      ...perhaps(hand, 30, () => ({ slug: slug(hand) })),
    }),
  },
  'organizations.suspend': { weight: 2 },
  'organizations.reactivate': {
    weight: 4,
    parameters: ({ picture, pick, chance }): Parameters => {
      const all = [...picture.organizations.values()];
      const some = chance(70) ? pick(all.filter(({ status }) => status !== 'active')) : undefined;
      return some ? { organizationId: some.organizationId } : {};
    },
  },
  'organizations.previewDelete': {},
  'organizations.delete': { weight: 1 },
  'organizations.transferOwnership': {
    weight: 3,
    body: (hand, { organizationId = '' }) => ({ userId: hand.userId(organizationId) }),
  },
  'organizations.leave': { weight: 3, asker: member },
  'organizations.previewMove': {
    asker: platformMostly,
    query: ({ id, picture }) => ({ parentOrganizationId: id(picture.organizations.keys()) }),
  },
  'organizations.move': {
    weight: 3,
    asker: platformMostly,
    body: ({ id, chance, picture }) => ({
      parentOrganizationId: chance(20) ? null : id(picture.organizations.keys()),
    }),
  },
  'organizations.capabilities': {},
};

export const managedOrganizations: Drafts<typeof managedOrganizationRoutes> = {
  'managedOrganizations.list': {},
  'managedOrganizations.create': {
    body: (hand, { organizationId = '' }) => {
      const applicationId = hand.applicationId(organizationId);
      return {
        name: 'Child',
        slug: slug(hand),
        applicationId,
        roleGroupIds: groupsOf(hand, applicationId),
      };
    },
  },
  'managedOrganizations.previewSetRoleGroups': { ...share },
  'managedOrganizations.setRoleGroups': { weight: 4, ...share },
  'managedOrganizations.previewExpose': { ...share },
  'managedOrganizations.expose': { weight: 4, ...share },
};
