import type { meRoutes, sessionRoutes, userRoutes } from '@tesserakit/contract';
import type { Asker } from '../arena.ts';
import type { Hand } from '../hand.ts';
import { perhaps, type Drafts, type Parameters } from './draft.ts';
import { platformMostly } from './organizations.ts';

/** Somebody for themselves, mostly one who is signed in somewhere. */
function anyone(hand: Hand): Asker {
  const { picture, pick, chance, oneself } = hand;
  if (chance(10)) return hand.asker(hand.organizationId());
  const signedIn = [...picture.sessions.values()].map(({ userId }) => userId);
  const userId = (chance(80) ? pick(signedIn) : undefined) ?? pick(picture.users.keys()) ?? '';
  return oneself(userId);
}

export const me: Drafts<typeof meRoutes> = {
  'me.get': {},
  'me.update': { body: ({ number }) => ({ name: `Name ${number(9)}` }) },
};

export const sessions: Drafts<typeof sessionRoutes> = {
  'sessions.list': { asker: anyone },
  'sessions.end': {
    asker: (hand, { sessionId = '' }) => {
      const userId = hand.picture.sessions.get(sessionId)?.userId;
      return userId !== undefined && hand.chance(70) ? hand.oneself(userId) : anyone(hand);
    },
  },
  'sessions.endOthers': { asker: anyone },
};

function address({ picture, chance, pick, number }: Hand): string {
  const known = [...picture.users.values()].map(({ email }) => email);
  return (
    (chance(25) ? pick(known)?.toUpperCase() : undefined) ?? `person-${number(60)}@new.example`
  );
}

/** Never the platform's own, so that somebody is left who may do everything. */
const others = ({ picture, id, chance }: Hand) => {
  const all = [...picture.users.keys()];
  return { userId: id(chance(95) ? all.filter((userId) => userId !== 'user_platform') : all) };
};

export const users: Drafts<typeof userRoutes> = {
  'users.list': {
    asker: platformMostly,
    query: ({ number }) => ({ limit: String(1 + number(9)) }),
  },
  'users.get': { asker: platformMostly },
  'users.listOrganizations': { asker: platformMostly },
  'users.create': { weight: 1, asker: platformMostly, body: (hand) => ({ email: address(hand) }) },
  'users.update': {
    asker: platformMostly,
    body: (hand) => ({
      name: `Name ${hand.number(9)}`,
      ...perhaps(hand, 40, () => ({ email: address(hand) })),
    }),
  },
  'users.disable': { asker: platformMostly, parameters: others },
  'users.enable': {
    weight: 3,
    asker: platformMostly,
    parameters: ({ picture, pick, chance }): Parameters => {
      const all = [...picture.users.values()];
      const some = chance(70) ? pick(all.filter(({ status }) => status !== 'active')) : undefined;
      return some ? { userId: some.userId } : {};
    },
  },
  'users.previewDelete': { asker: platformMostly },
  'users.delete': { weight: 1, asker: platformMostly, parameters: others },
  'users.resetPassword': { asker: platformMostly },
};
