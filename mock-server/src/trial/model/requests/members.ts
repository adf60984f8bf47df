import type { memberRoutes } from '@tesserakit/contract';
import type { Hand } from '../hand.ts';
import { perhaps, type Drafts, type Parameters } from './draft.ts';

/** Mostly a person who is no member yet. */
function outsider({ picture, id }: Hand, organizationId: string | undefined): string {
  const members = picture.members.get(organizationId ?? '');
  return id([...picture.users.keys()].filter((userId) => !members?.has(userId)));
}

/** Mostly one who is suspended, if there is any. */
function suspendedMember({ picture, pick, chance }: Hand): Parameters {
  const all = [...picture.members.values()].flatMap((members) => [...members.values()]);
  const some = chance(70) ? pick(all.filter(({ status }) => status === 'suspended')) : undefined;
  return some ? { organizationId: some.organizationId, userId: some.userId } : {};
}

export const members: Drafts<typeof memberRoutes> = {
  'members.list': {
    query: ({ number, chance }) => ({
      limit: String(1 + number(5)),
      ...(chance(30) && { status: 'active' }),
    }),
  },
  'members.get': {},
  'members.add': {
    body: (hand, { organizationId }) => ({
      userId: hand.chance(80) ? outsider(hand, organizationId) : hand.userId(organizationId ?? ''),
      organizationRoleIds: hand.organizationRoleIds(),
      ...perhaps(hand, 20, () => ({ expiresAt: hand.soon() })),
    }),
  },
  'members.update': {
    body: (hand) => ({
      title: `title ${hand.number(9)}`,
      ...perhaps(hand, 30, () => ({ expiresAt: hand.chance(30) ? null : hand.soon() })),
    }),
  },
  'members.suspend': { weight: 3 },
  'members.reactivate': { weight: 3, parameters: suspendedMember },
  'members.remove': { weight: 3 },
  'members.setOrganizationRoles': {
    weight: 4,
    body: (hand) => ({ organizationRoleIds: hand.organizationRoleIds() }),
  },
  'members.bulk': {
    body: ({ pick, some, picture }, { organizationId }) => ({
      action: pick(['suspend', 'reactivate', 'remove']),
      userIds: [
        ...some(picture.members.get(organizationId ?? '')?.keys() ?? [], 40),
        'nothing_here',
      ],
    }),
  },
  'members.listSessions': {},
  'members.endSessions': {},
};
