import type { GrantedRole } from './access.ts';
import type { Connection } from './connections.ts';
import type { Domain } from './domains.ts';
import type { ErrorCode } from './errors.ts';
import {
  linkingBlocker,
  vouchingBlocker,
  type Assertion,
  type Identity,
  type LinkingFacts,
} from './identities.ts';
import { isFull, type Seats } from './grants.ts';
import { standingBlocker, type Member } from './members.ts';
import type { Organization } from './organizations.ts';
import type { User } from './users.ts';

/** How members of an organization sign in to one of its applications. */
export interface ApplicationSignIn {
  readonly applicationId: string;
  /** The connection by which they do so, where one is named. */
  readonly connectionId: string | undefined;
  /** The organization's connections. */
  readonly connections: readonly Connection[];
}

/**
 * Whether people come to an application through this connection: the one that is named for it; else
 * one that is for it alone, or for all applications that have none of their own in force.
 */
export function servesApplication(
  { connectionId, applicationId: only }: Connection,
  { applicationId, connectionId: named, connections }: ApplicationSignIn,
): boolean {
  if (only !== undefined && only !== applicationId) return false;
  if (named !== undefined) return named === connectionId;
  const own = connections.some(
    (one) => one.status === 'active' && one.applicationId === applicationId,
  );
  return only !== undefined || !own;
}

/** The connection in force through which people come to an application, if there is one. */
export function connectionFor(place: ApplicationSignIn): Connection | undefined {
  return place.connections.find((one) => one.status === 'active' && servesApplication(one, place));
}

/** Where a person is on their way to, through which connection. */
export interface PassageFacts extends ApplicationSignIn {
  /** As it is now, whatever it was when the person set out; `undefined` when it is gone. */
  readonly connection: Connection | undefined;
  readonly organization: Organization | undefined;
  /** Whether the organization has the application. */
  readonly onboarded: boolean;
  readonly now: number;
}

/** Why nobody comes to an application through a connection now. */
export function passageBlocker(facts: PassageFacts): ErrorCode | undefined {
  const { connection, organization, onboarded, now } = facts;
  if (connection?.status !== 'active') return 'no_access';
  if (organization?.organizationId !== connection.organizationId) return 'no_access';
  if (organization.status !== 'active') return 'organization_suspended';
  if (!servesApplication(connection, facts)) return 'no_access';
  if (!onboarded) return 'application_not_onboarded';
  const { certificateExpiresAt } = connection;
  const expired = certificateExpiresAt !== undefined && certificateExpiresAt <= now;
  return expired ? 'no_access' : undefined;
}

/** All that decides what becomes of somebody whom a provider names. */
export interface ArrivalFacts extends PassageFacts {
  readonly assertion: Assertion;
  /** The organization's domains. */
  readonly domains: readonly Domain[];
  /** The identity of that name, if it is linked to somebody. */
  readonly identity: Identity | undefined;
  /** The person of that identity; without one, the person with the asserted address. */
  readonly user: User | undefined;
  /** The person's membership of the connection's organization. */
  readonly member: Member | undefined;
  readonly used: boolean;
  readonly namedAlready: boolean;
  /** The person who has just proved, in this very sign-in, who they are. */
  readonly present: string | undefined;
  /** The seats of the application in the organization. */
  readonly seats: Seats;
}

/** What is to be done so that the person is let in. */
export interface Arrival {
  /** A profile is made: nobody in the tenant has the address. */
  readonly creates: boolean;
  /** The name is linked to the person. */
  readonly links: boolean;
  /** The person becomes a member. */
  readonly joins: boolean;
}

/** What becomes of somebody whom a provider names: the code of the refusal, or what it takes. */
export function decideArrival(facts: ArrivalFacts): Arrival | ErrorCode {
  const { connection, assertion, identity, user, member } = facts;
  const blocker = passageBlocker(facts) ?? issuerBlocker(connection, assertion);
  if (blocker) return blocker;
  const personBlocker = identity
    ? identityBlocker(identity, facts)
    : user
      ? linkingBlocker(linkingFactsOf(facts, user))
      : vouchingFor(facts);
  if (personBlocker) return personBlocker;
  const memberBlocker = member ? presenceBlocker(member, facts) : joiningBlocker(facts);
  return memberBlocker ?? { creates: !user, links: !identity, joins: !member };
}

function issuerBlocker(
  connection: Connection | undefined,
  { issuer }: Assertion,
): ErrorCode | undefined {
  return connection?.issuer === issuer ? undefined : 'forbidden';
}

/** Why a name that is linked opens nothing: it is another organization's, or the person is shut out. */
function identityBlocker(
  { organizationId, userId }: Identity,
  { connection, user, present }: ArrivalFacts,
): ErrorCode | undefined {
  if (organizationId !== connection?.organizationId) return 'already_exists';
  if (user?.userId !== userId || user.status !== 'active') return 'no_access';
  if (user.platformAdministrator) return 'forbidden';
  return present === undefined || present === userId ? undefined : 'already_exists';
}

function linkingFactsOf(facts: ArrivalFacts, user: User): LinkingFacts {
  const organizationId = facts.connection?.organizationId ?? '';
  return { ...facts, organizationId, user };
}

/** Nobody has the address yet. Who has proved to be somebody else does not become two. */
function vouchingFor({ assertion, connection, domains, present }: ArrivalFacts) {
  if (present !== undefined) return 'forbidden';
  return vouchingBlocker(assertion, connection?.organizationId ?? '', domains);
}

function presenceBlocker(member: Member, { organization, now }: ArrivalFacts) {
  return organization ? standingBlocker(member, organization, now) : 'no_access';
}

/** Why somebody does not become a member by coming: it takes the connection's word and a seat. */
function joiningBlocker(facts: ArrivalFacts): ErrorCode | undefined {
  const { connection, assertion, domains, seats } = facts;
  if (!connection?.jit) return 'no_access';
  const unproved = vouchingBlocker(assertion, connection.organizationId, domains);
  if (unproved) return unproved;
  return isFull(seats) ? 'seat_limit_reached' : undefined;
}

export interface SyncFacts {
  /** What the provider says of the person. */
  readonly groups: readonly string[];
  /** What the organization may hand out of the application at this moment. */
  readonly ceiling: ReadonlySet<string>;
  /** The roles that the person has in the application. */
  readonly present: readonly GrantedRole[];
  /** Whether the person becomes a member now. */
  readonly joins: boolean;
  /** Whether anything can be given: the application is in force, and there is a seat and no end to it. */
  readonly open: boolean;
  readonly now: number;
}

/**
 * The roles of an application that somebody has after they came. Those of the provider's groups come
 * and go with the groups; those that people gave stay as they are; what everybody gets who joins is
 * given once. Never more than the organization may hand out at that moment.
 */
export function rolesAfter(
  { defaultRoleIds, groupRoles }: Pick<Connection, 'defaultRoleIds' | 'groupRoles'>,
  { groups, ceiling, present, joins, open, now }: SyncFacts,
): readonly GrantedRole[] {
  const allowed = (roleIds: readonly string[]) => roleIds.filter((roleId) => ceiling.has(roleId));
  const mapped = new Set(
    allowed(groupRoles.filter(({ group }) => groups.includes(group)).map(({ roleId }) => roleId)),
  );
  const isHeld = (role?: GrantedRole) => role && (role.expiresAt ?? Infinity) > now;
  const kept = present.filter(({ source, roleId }) => source !== 'idp-group' || mapped.has(roleId));
  if (!open) return kept;
  const roles = new Map(kept.map((role) => [role.roleId, role]));
  const given: readonly GrantedRole[] = [
    ...(joins ? allowed(defaultRoleIds) : []).map(givenAs('default')),
    ...[...mapped].map(givenAs('idp-group')),
  ];
  for (const role of given) if (!isHeld(roles.get(role.roleId))) roles.set(role.roleId, role);
  return [...roles.values()];
}

function givenAs(source: GrantedRole['source']) {
  return (roleId: string): GrantedRole => ({ roleId, source });
}
