import type { Invitation } from '@tesserakit/domain';
import { userByEmail } from '../world.ts';
import type { Answer, Ask } from './directory.ts';
import { setupOrganizations } from './organizations.ts';

interface Answered {
  readonly token?: string;
  readonly invitationId?: string;
}

/** The default scenario, and what happens to invitations in it. */
export function setupInvitations() {
  const setup = setupOrganizations();
  const { world, as, ask } = setup;
  const answer =
    (verb: 'accept' | 'decline') =>
    (userId: string, body: Answered): Promise<Answer> =>
      as(userId, undefined, 'client_rewards')(`/me/invitations/${verb}`, { method: 'POST', body });
  const userOf = (email: string) => userByEmail(world, email);
  return {
    ...setup,
    userOf,
    /** Shows that an address is the person's own, as nothing in the directory does yet. */
    prove(email: string): string {
      const user = userOf(email)!;
      world.users.set(user.userId, { ...user, emailVerified: true });
      return user.userId;
    },
    /** Invites somebody to be a plain member of Acme, with what differs from that. */
    invite(email: string, some: object = {}, by: Ask = ask, organizationId = 'org_acme') {
      const body = { email, organizationRoleIds: ['organizationMember'], ...some };
      return by(`/organizations/${organizationId}/invitations`, { method: 'POST', body });
    },
    /** All invitations of an organization, oldest first. */
    invitations: (organizationId = 'org_acme'): readonly Invitation[] => [
      ...(world.invitations.get(organizationId)?.values() ?? []),
    ],
    /** The secrets of all links that were mailed, oldest first. */
    links: (): readonly string[] => world.mailbox.flatMap(({ link }) => link?.split('#')[1] ?? []),
    /** The secret of the newest link. */
    link: (): string => world.mailbox.at(-1)?.link?.split('#')[1] ?? '',
    memberAt: (email: string, organizationId = 'org_acme') =>
      world.members.get(organizationId)?.get(userOf(email)?.userId ?? ''),
    accept: answer('accept'),
    decline: answer('decline'),
  };
}

/** Roles of Flights, as an invitation offers them. */
export const flights = (...names: readonly string[]) => ({
  applicationId: 'app_flights',
  roleIds: names.map((name) => `role_flights_${name}`),
});
