import {
  allPermissions,
  ownMattersBlocker,
  permissionsOfKey,
  permits,
  personalBlocker,
  reachOf,
  standingBlocker,
  type Action,
  type Actor,
  type AuditActor,
  type Member,
  type Organization,
  type Place,
  type User,
} from '@tesserakit/domain';
import { linksOf } from '../directory/organization-tree.ts';
import { permissionsOfMember } from '../directory/organization-roles.ts';
import type { Looking, Seen } from '../directory/seen.ts';
import { verifyAccessToken } from '../oidc/access-token.ts';
import { demand, refuse, Refusal } from '../refusal.ts';
import { digestOf } from '../secrets.ts';
import type { World } from '../world.ts';

/** On behalf of which organization a caller acts. */
export interface ActingFor {
  readonly organization: Organization;
  readonly member: Member;
}

/** Who calls: the person behind a good access token or key, as they stand now. */
export interface Caller {
  readonly user: User;
  readonly clientId: string;
  /** Of the client; absent for one that belongs to no application. */
  readonly applicationId: string | undefined;
  /** Absent for a person who acts for themselves. */
  readonly actingFor: ActingFor | undefined;
  readonly actor: Actor;
  /** As the audit log names the caller. */
  readonly by: AuditActor;
  /** Of the sign-in; a key has none. */
  readonly sid: string | undefined;
  /** How the person proved who they are; a key proves nothing. */
  readonly methods: readonly string[];
}

/**
 * The caller of a request. Refuses with `unauthenticated` without a good token or key, and when the
 * person is disabled or no longer a member of the organization.
 */
export async function authenticate(world: World, request: Request): Promise<Caller> {
  const [, token] = /^Bearer ([^\s]+)$/i.exec(request.headers.get('Authorization') ?? '') ?? [];
  if (token === undefined) throw new Refusal('unauthenticated');
  return token.startsWith('tsk_') ? callerOfKey(world, token) : callerOfToken(world, token);
}

async function callerOfToken(world: World, token: string): Promise<Caller> {
  const claims = await verifyAccessToken(world, token);
  const user = world.users.get(claims?.sub ?? '');
  const client = world.clients.get(claims?.client_id ?? '');
  if (!claims || !client || user?.status !== 'active') throw new Refusal('unauthenticated');
  const { clientId, applicationId, confidential } = client;
  const { userId } = user;
  const common = { user, clientId, applicationId, sid: claims.sid, methods: claims.amr };
  if (claims.org_id === undefined) {
    const portal = applicationId === undefined && !confidential;
    const platform = portal && user.platformAdministrator;
    const permissions = platform ? allPermissions : new Set<never>();
    return {
      ...common,
      actingFor: undefined,
      actor: { userId, organizationId: undefined, permissions, platform },
      by: { type: 'user', id: userId },
    };
  }
  const actingFor = membershipOf(world, user, claims.org_id);
  const { organizationId } = actingFor.organization;
  const permissions = permissionsOfMember(world, actingFor.member);
  return {
    ...common,
    actingFor,
    actor: { userId, organizationId, permissions, platform: false },
    by: { type: 'user', id: userId, organizationId },
  };
}

/** A key acts in its maker's name, and never does more than the maker may do at that moment. */
async function callerOfKey(world: World, secret: string): Promise<Caller> {
  const use = world.secrets.get(await digestOf(secret));
  const key = use?.purpose === 'apiKey' && world.apiKeys.get(use.organizationId)?.get(use.id);
  const user = key ? world.users.get(key.createdBy) : undefined;
  if (!key || user?.status !== 'active') throw new Refusal('unauthenticated');
  const { apiKeyId, organizationId } = key;
  const actingFor = membershipOf(world, user, organizationId);
  const maker = permissionsOfMember(world, actingFor.member);
  const permissions = permissionsOfKey(key, maker, world.now());
  if (permissions.size === 0) throw new Refusal('unauthenticated');
  // Beside the directory: to be used changes neither a key nor its version.
  world.authorization.lastUses.set(apiKeyId, world.now() - (world.now() % 60_000));
  return {
    user,
    clientId: apiKeyId,
    applicationId: undefined,
    sid: undefined,
    methods: [],
    actingFor,
    actor: { userId: user.userId, organizationId, permissions, platform: false },
    by: { type: 'apiKey', id: apiKeyId, organizationId },
  };
}

function membershipOf(world: World, user: User, organizationId: string): ActingFor {
  const organization = world.organizations.get(organizationId);
  const member = world.members.get(organizationId)?.get(user.userId);
  if (!organization || !member) throw new Refusal('unauthenticated');
  return { organization, member };
}

/** Refuses a member who cannot act for their organization at all now. */
export function demandStanding(world: World, { member, organization }: ActingFor): void {
  refuse(standingBlocker(member, organization, world.now()));
}

/** An organization that a caller reaches, and how. */
export type Scope = Seen;

/** What an action is about, as far as it decides whether it is reached. */
export interface About {
  readonly applicationId?: string | undefined;
  readonly userId?: string | undefined;
}

/**
 * The organization that a path names, if the caller reaches it and may take the action there. Any
 * other is `not_found`, whether it exists or not.
 */
export function reach(
  world: World,
  caller: Caller,
  organizationId: string,
  action: Action,
  { applicationId, userId }: About = {},
): Scope {
  const { actor, actingFor } = caller;
  const organization = world.organizations.get(organizationId);
  const stands = reachOf(actor, organization ? linksOf(world, organization) : []);
  if (!organization || stands.kind === 'none') throw new Refusal('not_found');
  if (actingFor) demandStanding(world, actingFor);
  const place: Place = {
    reach: stands,
    organization,
    applicationId,
    oneself: userId === actor.userId,
  };
  demand(permits(actor, action, place));
  return { organization, actor, place };
}

/** Refuses whoever may not take an action that belongs to the tenant and no organization. */
export function reachTenant({ actor }: Caller, action: Action): Looking {
  const kind = actor.platform ? ('platform' as const) : ('tenant' as const);
  const place: Place = { reach: { kind }, organization: undefined };
  demand(permits(actor, action, place));
  return { actor, place };
}

/**
 * Refuses a program where people do something for themselves, and who was only vouched for by an
 * organization; see {@link personalBlocker} and {@link ownMattersBlocker}.
 */
export function reachOneself(caller: Caller, action: Action): void {
  refuse(personalBlocker(caller.by) ?? ownMattersBlocker(caller));
  demand(permits(caller.actor, action, { reach: { kind: 'own' }, organization: undefined }));
}
