import {
  decide,
  standingBlocker,
  type Action,
  type Actor,
  type Member,
  type Organization,
  type User,
} from '@tesserakit/domain';
import { permissionsOfMember } from '../directory/roles.ts';
import { verifyAccessToken } from '../oidc/access-token.ts';
import { demand, Refusal } from '../refusal.ts';
import type { World } from '../world.ts';

/** On behalf of which organization a caller acts. */
export interface ActingFor {
  readonly organization: Organization;
  readonly member: Member;
  readonly actor: Actor;
}

/** Who calls: the person behind a good access token, as they stand now. */
export interface Caller {
  readonly user: User;
  readonly clientId: string;
  /** Of the client; absent for one that belongs to no application. */
  readonly applicationId: string | undefined;
  /** Absent for a person who acts for themselves. */
  readonly actingFor: ActingFor | undefined;
}

/**
 * The caller of a request. Refuses with `unauthenticated` without a good token, and when the person
 * is disabled or no longer a member of the token's organization.
 */
export async function authenticate(world: World, request: Request): Promise<Caller> {
  const [, token] = /^Bearer ([^\s]+)$/i.exec(request.headers.get('Authorization') ?? '') ?? [];
  const claims = token === undefined ? undefined : await verifyAccessToken(world, token);
  const user = world.users.get(claims?.sub ?? '');
  const client = world.clients.get(claims?.client_id ?? '');
  if (!claims || !client || user?.status !== 'active') throw new Refusal('unauthenticated');
  const { clientId, applicationId } = client;
  if (claims.org_id === undefined) return { user, clientId, applicationId, actingFor: undefined };
  const organization = world.organizations.get(claims.org_id);
  const member = world.members.get(claims.org_id)?.get(user.userId);
  if (!organization || !member) throw new Refusal('unauthenticated');
  const actor: Actor = {
    userId: user.userId,
    organizationId: organization.organizationId,
    permissions: permissionsOfMember(world, member),
  };
  return { user, clientId, applicationId, actingFor: { organization, member, actor } };
}

/** Refuses a member who cannot act for their organization at all now. */
export function demandStanding(world: World, { member, organization }: ActingFor): void {
  demand(standingBlocker(member, organization, world.now()) ?? true);
}

/**
 * The organization that a path names, if the caller acts for it and may take the action. Any other
 * is `not_found`, whether it exists or not.
 */
export function reach(
  world: World,
  caller: Caller,
  organizationId: string,
  action: Action,
  userId?: string,
): ActingFor {
  const { actingFor } = caller;
  if (!actingFor || actingFor.actor.organizationId !== organizationId) {
    throw new Refusal('not_found');
  }
  demandStanding(world, actingFor);
  demand(
    decide(actingFor.actor, action, {
      organizationId,
      ...(userId !== undefined && { userId }),
    }),
  );
  return actingFor;
}
