import type { invitationRoutes } from '@tesserakit/contract';
import type { Asker } from '../arena.ts';
import type { Hand } from '../hand.ts';
import { perhaps, type Drafts } from './draft.ts';

const newcomers = ['one', 'two', 'three'].map((name) => `${name}@newcomer.example`);

function address({ picture, chance, pick }: Hand): string {
  const known = [...picture.users.values()].map(({ email }) => email);
  const email = pick(chance(40) ? newcomers : known) ?? '';
  return chance(20) ? email.toUpperCase() : email;
}

function offer(hand: Hand, organizationId: string | undefined) {
  const { picture, some, roleIds, organizationRoleIds } = hand;
  const shares = picture.onboardings.get(organizationId ?? '')?.keys() ?? [];
  return {
    organizationRoleIds: organizationRoleIds(),
    access: some(shares).map((applicationId) => ({
      applicationId,
      roleIds: roleIds(applicationId),
    })),
    ...perhaps(hand, 50, () => ({ life: 4 + hand.number(400) })),
  };
}

/** Mostly somebody who was invited. */
export function invitee(hand: Hand): Asker {
  const { picture, pick, chance } = hand;
  const waiting = [...picture.members.values()]
    .flatMap((members) => [...members.values()])
    .filter(({ status }) => status === 'pending')
    .map(({ userId }) => userId);
  const userId = (chance(80) ? pick(waiting) : undefined) ?? pick(picture.users.keys()) ?? '';
  return hand.oneself(userId);
}

/** By the link of some mail, old ones included, or by the id of some invitation. */
function answer({ arena, picture, chance, pick, id }: Hand) {
  if (chance(60)) {
    const link = pick(arena.world.mailbox)?.link;
    return { token: link?.split('#')[1] ?? 'nothing' };
  }
  const all = [...picture.invitations.values()].flatMap((some) => [...some.keys()]);
  return { invitationId: id(all) };
}

export const invitations: Drafts<typeof invitationRoutes> = {
  'invitations.list': { query: ({ number }) => ({ limit: String(1 + number(5)) }) },
  'invitations.create': {
    weight: 6,
    body: (hand, { organizationId }) => ({
      email: address(hand),
      ...offer(hand, organizationId),
    }),
  },
  'invitations.bulk': {
    body: (hand, { organizationId }) => ({
      emails: [address(hand), 'no address', address(hand)],
      ...offer(hand, organizationId),
    }),
  },
  'invitations.resend': { weight: 3 },
  'invitations.revoke': { weight: 2 },
  'invitations.listOwn': { asker: invitee },
  'invitations.accept': { weight: 6, asker: invitee, body: answer },
  'invitations.decline': { asker: invitee, body: answer },
};
