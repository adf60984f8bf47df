import {
  acceptanceBlocker,
  canonicalEmail,
  decliningBlocker,
  emptinessBlocker,
  invitationStatus,
  invitedBlocker,
  isFull,
  isGrantInForce,
  stillGiven,
  type Gift,
  type GivingFacts,
  type Invitation,
  type Member,
  type Organization,
  type User,
} from '@tesserakit/domain';
import { found, refuse } from '../refusal.ts';
import { tableOf, type World } from '../world.ts';
import { grantsOf } from './access.ts';
import { giveGrant, grantOf, seatsOf } from './access-changes.ts';
import { record, type Deed } from './deed.ts';
import { giveDefaults } from './default-grants.ts';
import { appointsFirst, ceilingsOf, dropSecrets, end, write } from './invitation-changes.ts';
import { inviterOf, type Inviter } from './inviter.ts';
import { memberOf } from './member-changes.ts';

/** How a person names the invitation that they answer: by the digest of a link's secret, or by its id. */
export type Named = { readonly digest: string } | { readonly invitationId: string };

/**
 * The invitation that a person names: whichever a link opens, however they are signed in, or by its
 * id one of their own address, which takes proof of that; else `undefined`.
 */
export function invitationNamed(world: World, user: User, named: Named): Invitation | undefined {
  if ('digest' in named) {
    const use = world.secrets.get(named.digest);
    if (use?.purpose !== 'invitation') return undefined;
    return world.invitations.get(use.organizationId)?.get(use.id);
  }
  refuse(invitedBlocker(user));
  return invitationsTo(world, user).find((one) => one.invitationId === named.invitationId);
}

/** The invitations that wait for a person's own address; refused while it is not proved. */
export function ownInvitations(world: World, user: User): Invitation[] {
  refuse(invitedBlocker(user));
  return invitationsTo(world, user).filter(
    (one) => invitationStatus(one, world.now()) === 'pending',
  );
}

/** All invitations that were ever sent to a person's present address. */
function invitationsTo(world: World, { email }: User): Invitation[] {
  const own = canonicalEmail(email);
  return [...world.invitations.values()]
    .flatMap((invitations) => [...invitations.values()])
    .filter((one) => canonicalEmail(one.email) === own);
}

/**
 * Joins the organization with what the inviter could still give at this moment, as far as there are
 * seats, and with the default roles of applications of which the person has nothing else. What was
 * changed of the pending member since stays as it was left. Refused when nothing is left of what was
 * promised; the invitation is used up, and never good again.
 *
 * @returns what was promised and could not be given any more
 */
export function accept(deed: Deed, user: User, invitation: Invitation): Gift {
  const { world } = deed;
  const { organizationId, invitationId } = invitation;
  const organization = found(world.organizations.get(organizationId));
  const inviter = inviterOf(world, organization, invitation);
  const facts = { user, organization, inviterStands: inviter !== undefined };
  refuse(acceptanceBlocker(invitation, facts, world.now()));
  const { userId } = user;
  const waiting = memberOf(world, organizationId, userId);
  const given = grantsOf(world, organizationId, userId)
    .filter((grant) => isGrantInForce(grant, world.now()))
    .map(({ applicationId }) => applicationId);
  const promised: Gift = {
    organizationRoleIds: waiting.organizationRoleIds,
    applicationRoles: invitation.applicationRoles.filter(
      ({ applicationId }) => !given.includes(applicationId),
    ),
  };
  const left = giftLeft(deed, organization, found(inviter), promised);
  write(world, { ...invitation, status: 'accepted' });
  dropSecrets(world, invitationId);
  tableOf(world, 'members', organizationId).set(userId, {
    ...waiting,
    status: 'active',
    organizationRoleIds: left.organizationRoleIds,
    joinedAt: world.now(),
    version: waiting.version + 1,
  });
  const causedBy = record(deed, {
    action: 'invitation.accept',
    organizationId,
    target: { type: 'invitation', id: invitationId },
  });
  for (const { applicationId, roleIds } of left.applicationRoles) {
    const given = { source: 'direct' as const, grantedBy: invitation.invitedBy };
    const roles = roleIds.map((roleId) => ({ roleId, ...given }));
    giveGrant(deed, { userId, organizationId, applicationId, roles }, causedBy);
  }
  const named = invitation.applicationRoles.map(({ applicationId }) => applicationId);
  const { reach } = found(inviter).place;
  giveDefaults(deed, organization, userId, {
    causedBy,
    reach,
    except: new Set([...given, ...named]),
  });
  return withheld(world, invitation, waiting);
}

/** What can still be given of what was promised; refused when that is nothing. */
function giftLeft(
  { world }: Deed,
  organization: Organization,
  { actor, place }: Inviter,
  promised: Gift,
): Gift {
  const { organizationId } = organization;
  const ceilings = ceilingsOf(world, organization, place, promised.applicationRoles);
  const giving: GivingFacts = {
    inviter: actor,
    appointsFirst: appointsFirst(world, place, organizationId),
    catalogue: [...world.organizationRoles.values()],
    ceilings,
  };
  const seated = new Map(
    [...ceilings].filter(([id]) => !isFull(seatsOf(world, organizationId, id))),
  );
  const left = stillGiven(promised, { ...giving, ceilings: seated });
  refuse(emptinessBlocker(promised, stillGiven(promised, giving), left));
  return left;
}

/** Says no: the invitation and the pending membership end; the profile stays. */
export function decline(deed: Deed, user: User, invitation: Invitation): void {
  refuse(decliningBlocker(invitation, user, deed.world.now()));
  end(deed, invitation, 'declined', 'invitation.decline');
}

/** What somebody who has joined was promised, by the invitation or since, and does not have. */
function withheld(
  world: World,
  { applicationRoles, ...invitation }: Invitation,
  waiting: Member,
): Gift {
  const { organizationId, userId } = waiting;
  const { organizationRoleIds } = memberOf(world, organizationId, userId);
  const promised = new Set([...invitation.organizationRoleIds, ...waiting.organizationRoleIds]);
  return {
    organizationRoleIds: [...promised].filter((roleId) => !organizationRoleIds.includes(roleId)),
    applicationRoles: applicationRoles.flatMap(({ applicationId, roleIds }) => {
      const grant = grantOf(world, organizationId, userId, applicationId);
      const missing = roleIds.filter((id) => !grant?.roles.some(({ roleId }) => roleId === id));
      return grant && missing.length === 0 ? [] : [{ applicationId, roleIds: missing }];
    }),
  };
}
