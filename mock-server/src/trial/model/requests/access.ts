import type { accessRoutes } from '@tesserakit/contract';
import { perhaps, type Drafts } from './draft.ts';

export const access: Drafts<typeof accessRoutes> = {
  'access.list': {},
  'access.explain': {},
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
          return { userId, applicationId, roleIds };
        }),
    }),
  },
};
