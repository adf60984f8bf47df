import {
  admitsPersonalAccounts,
  isActiveApplication,
  type EffectiveAccess,
  type Member,
  type Organization,
  type User,
} from '@tesserakit/domain';
import type { Entry } from '../authorization-state.ts';
import { accessOf } from '../directory/access.ts';
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
 * Judges an entry again, at this moment: the person, the organization, the membership, the grant.
 * `undefined` when any of it no longer gives entry. Asked whenever a code, a token or a person's
 * data is handed out.
 */
export function standingOf(
  world: World,
  { userId, clientId, organizationId }: Pick<Entry, 'userId' | 'clientId' | 'organizationId'>,
): Standing | undefined {
  const user = world.users.get(userId);
  const client = world.clients.get(clientId);
  if (user?.status !== 'active' || !client) return undefined;
  if (organizationId === undefined) {
    return admitsPerson(world, user, client) ? { user, client } : undefined;
  }
  const acting = actingOf(world, user, client, organizationId);
  return acting?.access.entry === true ? { user, client, organization: acting } : undefined;
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
