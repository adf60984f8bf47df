import {
  demand,
  demandNoVersion,
  found,
  hasWords,
  pageOf,
  TesseraError,
  type CallOptions,
  type InvitationDirectory,
  type InvitationScope,
  type OrganizationScope,
} from '@tesserakit/client';
import type { Invitation, InvitationAnswer, InvitationOffer } from '@tesserakit/contract';
import {
  canonicalEmail,
  covers,
  decide,
  invitationStatus,
  permissionsOf,
  permits,
  type InvitationTarget,
  type Invitation as Kept,
} from '@tesserakit/domain';
import { reference, type Roles } from './roles.ts';
import type { BetterAuthServer, ServerInvitation } from './server.ts';
import { ownPlace, standingOf, type Standing } from './standing.ts';

/** The most addresses in one call; the server takes them one by one. */
export const mostInvited = 100;

/**
 * Invitations as the organization plugin keeps them. Their ids are the secret of their links, so
 * whoever may invite can hand a link on; the server keeps no message and decides itself how long
 * they live.
 *
 * @param linkOf where a person answers an invitation, in the host's own pages
 */
export function invitationsOf(
  server: BetterAuthServer,
  roles: Roles,
  linkOf: ((invitationId: string) => string) | undefined,
): InvitationDirectory {
  const look = async (scope: OrganizationScope, options: CallOptions | undefined) => {
    const [standing, all] = await Promise.all([
      standingOf(server, roles, scope, options),
      server.invitations(scope, options),
    ]);
    demand(permits(standing.actor, 'invitations.list', ownPlace));
    return { standing, all };
  };

  const find = async ({ invitationId, ...scope }: InvitationScope, options?: CallOptions) => {
    const { standing, all } = await look(scope, options);
    return { standing, invitation: found(all.find(({ id }) => id === invitationId)) };
  };

  const viewOf = (invitation: ServerInvitation, { actor, user }: Standing): Invitation => {
    const { id, organizationId, email, role, inviterId } = invitation;
    const facts = factsOf(invitation, roles);
    return {
      invitationId: id,
      organizationId,
      email,
      status: invitationStatus(facts.invitation, facts.now),
      organizationRoles: roles.read(role ?? '').map(reference),
      access: [],
      invitedBy: { userId: inviterId, ...(inviterId === user.id && { name: user.name }) },
      createdAt: invitation.createdAt,
      expiresAt: invitation.expiresAt,
      ...(linkOf && { link: linkOf(id) }),
      actions: {
        'invitation.resend': decide(actor, 'invitation.resend', ownPlace, facts),
        'invitation.revoke': decide(actor, 'invitation.revoke', ownPlace, facts),
      },
    };
  };

  const create = async (
    offer: OrganizationScope & InvitationOffer,
    options?: CallOptions,
  ): Promise<Invitation> => {
    const { email, organizationRoleIds } = offer;
    const { standing, all } = await look(offer, options);
    const written = rolesToGive(offer, standing, roles);
    const waiting = all.find(
      (one) => canonicalEmail(one.email) === canonicalEmail(email) && isWaiting(one, roles),
    );
    const same = waiting && roles.read(waiting.role ?? '').map(({ roleId }) => roleId);
    const again = same?.join() === organizationRoleIds.join();
    // The server sends an invitation again only with the roles that it had.
    if (waiting && !again) await server.cancel(waiting, options);
    const made = await server.invite(offer, { email, role: written, resend: again }, options);
    return viewOf(made, standing);
  };

  return {
    list: async ({ organizationId, search = '', status, ...query }, options) => {
      const { standing, all } = await look({ organizationId }, options);
      const items = [...all]
        .sort(newestFirst)
        .map((one) => viewOf(one, standing))
        .filter((one) => (status ?? one.status) === one.status && hasWords(one.email, search));
      return pageOf(items, query, [organizationId, standing.user.id, search, status]);
    },

    create,

    bulk: async ({ emails, ...offer }, options) => {
      if (emails.length > mostInvited) throw new TesseraError('validation_failed');
      const results = [];
      // One after the other: at once, the server would count those that wait too low.
      for (const email of emails) {
        try {
          const { invitationId } = await create({ ...offer, email }, options);
          results.push({ email, invitationId, outcome: 'done' as const });
        } catch (thrown) {
          const { code } = TesseraError.from(thrown);
          if (code === 'aborted' || code === 'unauthenticated') throw thrown;
          results.push({ email, outcome: 'refused' as const, code });
        }
      }
      return { results };
    },

    resend: async ({ version, ...scope }, options) => {
      demandNoVersion(version);
      const { standing, invitation } = await find(scope, options);
      const facts = factsOf(invitation, roles);
      demand(decide(standing.actor, 'invitation.resend', ownPlace, facts));
      const { email, role } = invitation;
      const resend = isWaiting(invitation, roles);
      const sent = { email, role: (role ?? '').split(','), resend };
      return viewOf(await server.invite(scope, sent, options), standing);
    },

    revoke: async ({ version, ...scope }, options) => {
      demandNoVersion(version);
      const { standing, invitation } = await find(scope, options);
      const facts = factsOf(invitation, roles);
      demand(decide(standing.actor, 'invitation.revoke', ownPlace, facts));
      await server.cancel(invitation, options);
      return viewOf({ ...invitation, status: 'canceled' }, standing);
    },

    listOwn: async (_scope, options) => {
      const all = await server.ownInvitations(options);
      const items = all
        .filter((one) => isWaiting(one, roles))
        .map(({ id, organizationId, organizationName, expiresAt }) => ({
          invitationId: id,
          organization: { organizationId, name: organizationName ?? '' },
          invitedBy: {},
          expiresAt,
        }));
      return { items };
    },

    accept: async (answer, options) => {
      const { organizationId } = await server.accept(answered(answer), options);
      return { organizationId, withheld: { organizationRoleIds: [], access: [] } };
    },

    decline: (answer, options) => server.decline(answered(answer), options),
  };
}

function newestFirst(a: ServerInvitation, b: ServerInvitation): number {
  const [first, second] = [a, b].map(({ createdAt, id }) => `${createdAt} ${id}`);
  return first! < second! ? 1 : -1;
}

/** A link carries the id itself. */
function answered(answer: InvitationAnswer): string {
  return 'token' in answer ? answer.token : answer.invitationId;
}

/** The roles of an offer as the server takes them; what it would leave out in silence is refused. */
function rolesToGive(
  { organizationRoleIds, access = [], life, message }: InvitationOffer,
  { actor }: Standing,
  roles: Roles,
): readonly string[] {
  demand(permits(actor, 'member.invite', ownPlace));
  if (access.length > 0 || life !== undefined || message !== undefined) {
    throw new TesseraError('unsupported');
  }
  const written = roles.write(organizationRoleIds);
  if (!written || written.length === 0) {
    const fields = [{ field: 'organizationRoleIds', message: 'One or more names of roles.' }];
    throw new TesseraError('validation_failed', { fields });
  }
  const given = permissionsOf(roles.read(written.join()));
  if (!covers(actor.permissions, given)) throw new TesseraError('escalation_refused');
  return written;
}

const statuses: Readonly<Record<string, Kept['status']>> = {
  pending: 'pending',
  accepted: 'accepted',
  rejected: 'declined',
  canceled: 'revoked',
};

/** An invitation as the rules see it. The server lets it stand, whatever becomes of who invited. */
function factsOf(invitation: ServerInvitation, roles: Roles): InvitationTarget {
  const { id, organizationId, email, role, inviterId, status, createdAt, expiresAt } = invitation;
  const given = roles.read(role ?? '');
  return {
    invitation: {
      invitationId: id,
      organizationId,
      email,
      organizationRoleIds: given.map(({ roleId }) => roleId),
      applicationRoles: [],
      invitedBy: inviterId,
      createdAt: Date.parse(createdAt),
      expiresAt: Date.parse(expiresAt),
      status: statuses[status] ?? 'revoked',
    },
    permissions: permissionsOf(given),
    inviterStands: true,
    now: Date.now(),
  };
}

function isWaiting(invitation: ServerInvitation, roles: Roles): boolean {
  const { invitation: kept, now } = factsOf(invitation, roles);
  return invitationStatus(kept, now) === 'pending';
}
