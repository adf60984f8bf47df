import {
  admitsPersonalAccounts,
  demandsSecondFactor,
  isActiveApplication,
  isOwnProof,
  proofBlocker,
  sessionAgeBlocker,
  type EffectiveAccess,
  type Member,
  type Organization,
  type User,
} from '@tesserakit/domain';
import type { Entry } from '../authorization-state.ts';
import { accessOf } from '../directory/access.ts';
import { actingPlaceOf } from '../directory/acting-place.ts';
import { demandsOf } from '../login/factor-demand.ts';
import type { Client, World } from '../world.ts';

/** A person at a client, for an organization or for themselves, as they stand now. */
export interface Standing {
  readonly user: User;
  readonly client: Client;
  readonly organization?: {
    readonly organization: Organization;
    readonly member: Member;
    readonly access: EffectiveAccess;
  };
}

/**
 * Judges an entry again, at this moment: the person, the organization, the membership, the grant,
 * and how the person proved who they are, where that is said. `undefined` when any of it no longer
 * gives entry. Asked whenever a code, a token or a person's data is handed out.
 */
export function standingOf(
  world: World,
  entry: Pick<Entry, 'userId' | 'clientId' | 'organizationId'> & Partial<Entry>,
): Standing | undefined {
  const { userId, clientId, organizationId, methods, through } = entry;
  if (methods && lacksDemanded(world, entry)) return undefined;
  const proof = methods && { methods, through };
  const user = world.users.get(userId);
  const client = world.clients.get(clientId);
  if (user?.status !== 'active' || !client) return undefined;
  if (organizationId === undefined) {
    const admitted = admitsPerson(world, user, client) && (!proof || isOwnProof(proof));
    return admitted ? { user, client } : undefined;
  }
  const acting = actingOf(world, user, client, organizationId);
  if (acting?.access.entry !== true) return undefined;
  const place = actingPlaceOf(world, acting.organization, client.applicationId ?? '');
  if (proof && proofBlocker(proof, place)) return undefined;
  return { user, client, organization: acting };
}

/** Whether a second factor is missing that is demanded by now, or the proof is too long ago. */
function lacksDemanded(
  world: World,
  {
    clientId,
    organizationId,
    factor,
    authenticatedAt,
  }: Pick<Entry, 'clientId' | 'organizationId'> & Partial<Entry>,
): boolean {
  const demands = demandsOf(world, { clientId }, organizationId);
  const tooOld =
    authenticatedAt !== undefined &&
    sessionAgeBlocker(authenticatedAt, demands.policy, world.now());
  return Boolean(tooOld) || (demandsSecondFactor(demands) && !factor);
}

/** Whether nothing but the way in which the person proved who they are keeps them out. */
export function lacksProof(world: World, entry: Entry): boolean {
  const { userId, clientId, organizationId } = entry;
  const whoever = { userId, clientId, ...(organizationId !== undefined && { organizationId }) };
  return !standingOf(world, entry) && standingOf(world, whoever) !== undefined;
}

/** The person in an organization with what they may do there, whether that gives entry or not. */
export function actingOf(
  world: World,
  user: User,
  client: Client,
  organizationId: string,
): Standing['organization'] {
  const organization = world.organizations.get(organizationId);
  const member = world.members.get(organizationId)?.get(user.userId);
  const application = world.applications.get(client.applicationId ?? '');
  if (!organization || !member || !application) return undefined;
  return { organization, member, access: accessOf(world, user, organization, application) };
}

/**
 * Whether a person may enter for themselves, without an organization. A client without an
 * application is the Admin Portal, for platform administrators only.
 */
export function admitsPerson(world: World, user: User, client: Client): boolean {
  const application = world.applications.get(client.applicationId ?? '');
  if (!application) return user.platformAdministrator;
  return isActiveApplication(application) && admitsPersonalAccounts(application);
}
