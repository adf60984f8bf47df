import {
  decideArrival,
  isGrantInForce,
  isFull,
  rolesAfter,
  servesApplication,
  type Arrival,
  type ArrivalFacts,
  type Assertion,
  type Connection,
  type ErrorCode,
  type GrantedRole,
  type Onboarding,
  type Organization,
  type Passage,
  type User,
} from '@tesserakit/domain';
import { found } from '../refusal.ts';
import { tableOf, userByEmail, type World } from '../world.ts';
import { ceilingOf } from './access.ts';
import { dropGrant, grantOf, replaceGrant, seatsOf } from './access-changes.ts';
import { connectionsOf } from './connections.ts';
import { record, recordRefusal, type Deed, type Happening } from './deed.ts';
import { giveDefaults } from './default-grants.ts';
import { domainsOf } from './domains.ts';
import { identitiesOf, identityNamed, link } from './identities.ts';
import { membershipsOf } from './memberships.ts';
import { newUser } from './new-user.ts';
import { onboardingOf } from './onboardings.ts';
import { revokeTokens } from './revocation.ts';
import { countWrite, versionOf } from './versions.ts';

/** Somebody whom an identity provider has sent back, on their way to an application. */
export interface Arriving {
  /** The connection through which they set out, whatever has become of it. */
  readonly passage: Passage;
  readonly assertion: Assertion;
  readonly applicationId: string;
  /** The person who has just proved, in the same sign-in, who they are. */
  readonly present?: string | undefined;
  readonly requestId?: string | undefined;
}

/** Who came in; or why nobody did. */
export type Arrived =
  | { readonly user: User; readonly code?: undefined }
  | { readonly user?: undefined; readonly code: ErrorCode };

/**
 * Lets somebody in whom an organization's identity provider names: finds or makes the profile, links
 * the name, makes a member where the connection says so, and gives the roles of the provider's
 * groups. A refusal changes nothing, and stands in the audit log as denied.
 */
export function arrive(world: World, arriving: Arriving): Arrived {
  const { passage, assertion, requestId } = arriving;
  const facts = arrivalFactsOf(world, arriving);
  const decision = decideArrival(facts);
  if (typeof decision === 'string') {
    noteRefusal(world, arriving, decision);
    return { code: decision };
  }
  const deed = deedOf(world, passage, requestId);
  const user = world.journal.atomically(() => {
    const { user, root } = begin(deed, facts, decision);
    if (decision.links) {
      const { issuer, subject } = assertion;
      const { userId } = user;
      link(deed, { issuer, subject, userId, ...passage, linkedAt: world.now() }, root);
    }
    if (decision.joins) join(deed, facts, user, root);
    for (const onboarding of servedBy(world, facts))
      giveRoles(deed, facts, decision, user, onboarding, root);
    return user;
  });
  return { user };
}

/** An identity provider does what follows from its word; it has no rights of its own. */
function deedOf(world: World, { organizationId, connectionId }: Passage, requestId?: string): Deed {
  return {
    world,
    actor: { userId: '', organizationId, permissions: new Set(), platform: false },
    by: { type: 'directory', id: connectionId, organizationId },
    ...(requestId !== undefined && { requestId }),
  };
}

/** Writes down that nobody came in; without an assertion, because what came was not believed. */
export function noteRefusal(
  world: World,
  refused: Omit<Arriving, 'assertion'> & { readonly assertion?: Assertion | undefined },
  code: ErrorCode,
): void {
  const { passage, assertion, applicationId, requestId } = refused;
  const { organizationId, connectionId } = passage;
  const happening: Happening = {
    action: 'connection.signIn',
    organizationId,
    applicationId,
    target: { type: 'connection', id: connectionId },
    details: {
      connectionId,
      ...(assertion && { issuer: assertion.issuer, subject: assertion.subject }),
    },
  };
  recordRefusal(deedOf(world, passage, requestId), happening, code);
}

function arrivalFactsOf(
  world: World,
  { passage, assertion, applicationId, present }: Arriving,
): ArrivalFacts {
  const { organizationId, connectionId } = passage;
  const identity = identityNamed(world, assertion);
  const user = identity
    ? world.users.get(identity.userId)
    : assertion.email === undefined
      ? undefined
      : userByEmail(world, assertion.email);
  const own = user ? identitiesOf(world, user.userId) : [];
  const share = onboardingOf(world, organizationId, applicationId);
  return {
    connection: world.connections.get(organizationId)?.get(connectionId),
    organization: world.organizations.get(organizationId),
    connections: connectionsOf(world, organizationId),
    applicationId,
    connectionId: share?.connectionId,
    onboarded: share !== undefined,
    now: world.now(),
    assertion,
    domains: domainsOf(world, organizationId),
    identity,
    user,
    member: user && world.members.get(organizationId)?.get(user.userId),
    used: user !== undefined && (own.length > 0 || isUsed(world, user)),
    namedAlready: own.some(
      (one) => one.issuer === assertion.issuer && one.organizationId === organizationId,
    ),
    present,
    seats: seatsOf(world, organizationId, applicationId),
  };
}

function isUsed(world: World, { userId }: User): boolean {
  const joined = membershipsOf(world, userId).some(({ member }) => member.status !== 'pending');
  return joined || world.passwords.has(userId);
}

/** The event that all else follows from, about a person who is there from now on. */
function begin(
  deed: Deed,
  facts: ArrivalFacts,
  { creates, links }: Arrival,
): { user: User; root: string } {
  const { world } = deed;
  const { assertion, applicationId } = facts;
  const { connectionId, organizationId } = found(facts.connection);
  const known = creates ? profileOf(world, assertion) : found(facts.user);
  const { userId } = known;
  const root = record(deed, {
    action: 'connection.signIn',
    organizationId,
    applicationId,
    target: { type: 'member', id: userId },
    details: { connectionId },
  });
  const about = { target: { type: 'user', id: userId }, causedBy: root };
  if (creates) record(deed, { action: 'user.create', ...about, details: { email: known.email } });
  if (creates || !links || known.emailVerified) return { user: known, root };
  const user: User = { ...known, emailVerified: true };
  world.users.set(userId, user);
  countWrite(world, 'user', userId);
  record(deed, { action: 'user.update', ...about, details: { changed: ['emailVerified'] } });
  return { user, root };
}

/** A profile whose address the owner of its domain stands for. */
function profileOf(world: World, { email, name }: Assertion): User {
  const user = newUser(world, { email: found(email), ...(name !== undefined && { name }) });
  const proved: User = { ...user, emailVerified: true };
  world.users.set(user.userId, proved);
  return proved;
}

/** Makes the person a member, with nothing to administer, and with what everybody gets who joins. */
function join(deed: Deed, facts: ArrivalFacts, { userId }: User, causedBy: string): void {
  const { world } = deed;
  const organization = found(facts.organization);
  const { organizationId } = organization;
  const organizationRoleIds = ['organizationMember'];
  tableOf(world, 'members', organizationId).set(userId, {
    userId,
    organizationId,
    status: 'active',
    organizationRoleIds,
    joinedAt: world.now(),
    source: 'sso',
    version: versionOf(world, 'member', organizationId, userId),
  });
  record(deed, {
    action: 'member.add',
    organizationId,
    target: { type: 'member', id: userId },
    details: { by: null, organizationRoleIds },
    causedBy,
  });
  giveDefaults(deed, organization, userId, { causedBy });
}

/** The organization's shares of the applications that people come to through the connection. */
function servedBy(world: World, { connection, organization, connections }: ArrivalFacts) {
  const { organizationId } = found(organization);
  return [...(world.onboardings.get(organizationId)?.values() ?? [])].filter(
    ({ applicationId, connectionId }) =>
      servesApplication(found(connection), { applicationId, connectionId, connections }),
  );
}

/** Brings what somebody has of an application in line with their groups at the provider. */
function giveRoles(
  deed: Deed,
  { assertion, ...facts }: ArrivalFacts,
  { joins }: Arrival,
  { userId }: User,
  { applicationId, status, allowsRolelessAccess }: Onboarding,
  causedBy: string,
): void {
  const { world } = deed;
  const organization: Organization = found(facts.organization);
  const connection: Connection = found(facts.connection);
  const { organizationId } = organization;
  const before = grantOf(world, organizationId, userId, applicationId);
  const inForce = isGrantInForce(before, world.now());
  const seated = before ? inForce : !isFull(seatsOf(world, organizationId, applicationId));
  const present = before?.roles ?? [];
  const roles = rolesAfter(connection, {
    groups: assertion.groups,
    ceiling: ceilingOf(world, organization, applicationId) ?? new Set(),
    present,
    joins,
    open: status === 'active' && seated,
    now: world.now(),
  });
  if (roles.length === present.length && roles.every((role, at) => role === present[at])) return;
  const member = { organizationId, userId };
  if (roles.length === 0 && !allowsRolelessAccess) {
    dropGrant(deed, member, applicationId, causedBy);
    revokeTokens(world, { ...member, applicationId });
    return;
  }
  const grant = { ...(before ?? { ...member, applicationId }), roles };
  replaceGrant(world, member, applicationId, grant);
  record(deed, {
    action: 'access.grant',
    organizationId,
    applicationId,
    target: { type: 'member', id: userId },
    details: { from: before ? idsOf(present) : null, to: idsOf(roles) },
    causedBy,
  });
  revokeTokens(world, { ...member, applicationId }, 'memberRolesUpdated');
}

function idsOf(roles: readonly GrantedRole[]): string[] {
  return roles.map(({ roleId }) => roleId);
}
