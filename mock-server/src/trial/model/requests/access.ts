import { accessStandings, type accessRoutes } from '@tesserakit/contract';
import { perhaps, type Drafts } from './draft.ts';

export const access: Drafts<typeof accessRoutes> = {
  'access.list': {},
  'access.explain': {},
  'access.matrix': {
    query: ({ number, chance, pick }) => ({
      limit: String(1 + number(5)),
      ...(chance(30) && { standing: pick(accessStandings) ?? 'none' }),
    }),
  },
  'access.grant': {
    weight: 8,
    body: (hand, { applicationId }) => ({
      roleIds: hand.roleIds(applicationId ?? ''),
      ...perhaps(hand, 20, () => ({ expiresAt: hand.soon() })),
    }),
  },
  'access.withdraw': { weight: 3 },
  'access.bulk': {
    body: (hand, { organizationId = '' }) => ({
      items: hand
        .some(hand.picture.members.get(organizationId)?.keys() ?? [], 40)
        .concat('nothing_here')
        .map((userId) => {
          const applicationId = hand.applicationId(organizationId);
          const roleIds = hand.chance(20) ? null : hand.roleIds(applicationId);
          const version = perhaps(hand, 20, () => ({ version: 1 + hand.number(3) }));
          return { userId, applicationId, roleIds, ...version };
        }),
    }),
  },
};
