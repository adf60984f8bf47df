import type { ErrorCode } from './errors.ts';
import {
  handingOutBlocker,
  leavingBlocker,
  memberUpdateBlocker,
  ownershipBlocker,
  reactivationBlocker,
  removalBlocker,
  suspensionBlocker,
  touchingBlocker,
  type MemberFacts,
} from './member-rules.ts';
import { resendingBlocker, revokingBlocker, type InvitationTarget } from './invitations.ts';
import { grantingBlocker, withdrawalBlocker, type GrantFacts } from './grants.ts';
import {
  organizationDeletionBlocker,
  organizationReactivationBlocker,
  organizationSuspensionBlocker,
  type DeletionFacts,
  type Organization,
} from './organizations.ts';
import { organizationRoleBlocker, type OrganizationRole } from './organization-roles.ts';
import { managedBlocker } from './managed-organizations.ts';
import { reachBlocker, type Needs, type Reach, type Reacher } from './reach.ts';
import {
  challengeBlocker,
  domainUpdateBlocker,
  recheckBlocker,
  verificationBlocker,
  type Domain,
} from './domains.ts';
import {
  connectionDisablingBlocker,
  connectionEnablingBlocker,
  type ConnectionFacts,
} from './connections.ts';
import { apiKeyMakerBlocker, apiKeyRevocationBlocker, type ApiKey } from './api-keys.ts';
import { disablingBlocker, enablingBlocker, userDeletionBlocker, type UserFacts } from './users.ts';

/** Who asks, on behalf of which organization, with which permissions. */
export interface Actor extends Reacher {
  readonly userId: string;
}

/** Where an action happens. */
export interface Place {
  /** How the actor stands to the organization; `tenant` for what belongs to no organization. */
  readonly reach: Reach;
  /** `undefined` for what belongs to the tenant. */
  readonly organization: Pick<Organization, 'status'> | undefined;
  /** The application that it is about, where it is about one. */
  readonly applicationId?: string | undefined;
  /** Whether it is about the actor. */
  readonly oneself?: boolean | undefined;
}

/** What is known about the target beside its place, by the noun of the action. */
export interface Facts {
  organization: { readonly organization: Organization };
  deletion: DeletionFacts;
  /** The actor's own membership, if there is one. */
  own: { readonly membership: MemberFacts | undefined };
  member: MemberFacts;
  grant: GrantFacts;
  invitation: InvitationTarget;
  domain: { readonly domain: Domain };
  connection: ConnectionFacts;
  apiKey: { readonly apiKey: ApiKey };
  user: UserFacts;
  organizationRole: { readonly role: OrganizationRole };
  nothing: undefined;
}

interface Rule<Noun extends keyof Facts> {
  /** What its target is, for the compiler alone. */
  readonly noun?: Noun;
  readonly needs: Needs;
  /** Whether everybody may do it about themselves in the organization they act for. */
  readonly aboutOneself?: true;
  /** Whether it is done in a suspended organization too: what reads, and what ends the suspension. */
  readonly whileSuspended: boolean;
  readonly blocker?: ((actor: Actor, facts: Facts[Noun]) => ErrorCode | undefined) | undefined;
}

type AnyRule = { [Noun in keyof Facts]: Rule<Noun> }[keyof Facts];

function reading(needs: Needs): Rule<'nothing'> {
  return { needs, whileSuspended: true };
}

// `NoInfer`, because the table would have every noun guessed that is not said.
function writing<Noun extends keyof Facts = 'nothing'>(
  needs: Needs,
  blocker?: Rule<Noun>['blocker'],
): Rule<NoInfer<Noun>> {
  return { needs, whileSuspended: false, blocker };
}

const platformOnly: Needs = { own: undefined, managed: undefined };
const personal = writing({ own: [], managed: undefined });
const parent = 'managed-organizations:manage';
const readingBelow = 'managed-organizations:read';

/**
 * Every action, in one closed table: what it takes in one's own organization and from above, and
 * what else may be in the way. Tenant-wide things are the platform administrators' alone.
 */
const rules = {
  'organization.read': reading({ own: ['organization:read'], managed: [readingBelow] }),
  'organization.update': writing({ own: ['organization:update'], managed: [parent] }),
  // It counts in every application, so it is nothing for a parent.
  'organization.setAuthentication': writing({
    own: ['organization:update'],
    managed: undefined,
  }),
  'organization.suspend': {
    ...writing<'organization'>({ own: undefined, managed: [parent] }, (_, { organization }) =>
      organizationSuspensionBlocker(organization),
    ),
    whileSuspended: true,
  },
  'organization.reactivate': {
    ...writing<'organization'>({ own: undefined, managed: [parent] }, (_, { organization }) =>
      organizationReactivationBlocker(organization),
    ),
    whileSuspended: true,
  },
  'organization.delete': {
    ...writing<'deletion'>({ own: ['organization:delete'], managed: [parent] }, (_, facts) =>
      organizationDeletionBlocker(facts),
    ),
    whileSuspended: true,
  },
  'organization.move': writing(platformOnly),
  'organization.create': writing(platformOnly),
  'organization.transferOwnership': writing<'own'>(
    { own: ['organization-roles:assign'], managed: undefined },
    (actor, { membership }) => ownershipBlocker(actor, membership),
  ),
  'organization.leave': writing<'own'>({ own: [], managed: undefined }, (_, { membership }) =>
    leavingBlocker(membership),
  ),

  'managedOrganizations.list': reading({ own: [readingBelow], managed: [readingBelow] }),
  'managedOrganization.create': writing({
    own: ['managed-organizations:create'],
    managed: ['managed-organizations:create'],
  }),
  'managedOrganization.setRoleGroups': writing<'organization'>(
    { own: undefined, managed: [parent] },
    (_, { organization }) => managedBlocker(organization),
  ),
  'managedOrganization.expose': writing({ own: [parent], managed: [parent] }),
  'slug.read': reading({
    own: ['managed-organizations:create'],
    managed: ['managed-organizations:create'],
  }),

  'members.list': reading({ own: ['members:read'], managed: [readingBelow, 'members:read'] }),
  'member.read': {
    ...reading({ own: ['members:read'], managed: [readingBelow, 'members:read'] }),
    aboutOneself: true,
  },
  'member.add': writing({ own: ['members:add'], managed: [parent, 'members:add'] }),
  'member.update': writing<'member'>(
    { own: ['members:update'], managed: [parent, 'members:update'] },
    memberUpdateBlocker,
  ),
  'member.suspend': writing<'member'>(
    { own: ['members:suspend'], managed: [parent, 'members:suspend'] },
    suspensionBlocker,
  ),
  'member.reactivate': writing<'member'>(
    { own: ['members:suspend'], managed: [parent, 'members:suspend'] },
    reactivationBlocker,
  ),
  'member.remove': writing<'member'>(
    { own: ['members:remove'], managed: [parent, 'members:remove'] },
    removalBlocker,
  ),
  'member.setOrganizationRoles': writing<'member'>(
    { own: ['organization-roles:assign'], managed: [parent, 'organization-roles:assign'] },
    touchingBlocker,
  ),
  'member.listSessions': reading({ own: ['members:suspend'], managed: undefined }),
  'member.endSessions': writing<'member'>(
    { own: ['members:suspend'], managed: undefined },
    touchingBlocker,
  ),

  'access.read': {
    ...reading({ own: ['access:read'], managed: [readingBelow, 'access:read'] }),
    aboutOneself: true,
  },
  // Open when the least that can be asked for is: to leave the roles as they are, or to begin without any.
  'access.grant': writing<'grant'>(
    { own: ['access:grant'], managed: [parent, 'access:grant'] },
    (actor, facts) =>
      grantingBlocker(actor, facts, facts.inForce ? (facts.present ?? []) : [], facts.endsAt),
  ),
  'access.withdraw': writing<'grant'>(
    { own: ['access:grant'], managed: [parent, 'access:grant'] },
    withdrawalBlocker,
  ),

  'invitations.list': reading({
    own: ['members:read'],
    managed: [readingBelow, 'members:read'],
  }),
  'member.invite': writing({
    own: ['members:invite'],
    managed: [parent, 'members:invite'],
  }),
  'invitation.resend': writing<'invitation'>(
    { own: ['members:invite'], managed: [parent, 'members:invite'] },
    (actor, facts) => touchingBlocker(actor, facts) ?? resendingBlocker(facts),
  ),
  'invitation.revoke': writing<'invitation'>(
    { own: ['members:invite'], managed: [parent, 'members:invite'] },
    (actor, facts) => touchingBlocker(actor, facts) ?? revokingBlocker(facts.invitation, facts.now),
  ),

  'applications.list': reading({ own: ['organization:read'], managed: [readingBelow] }),
  'application.read': reading({
    own: ['applications:read'],
    managed: [readingBelow, 'applications:read'],
  }),
  'application.onboard': writing({
    own: undefined,
    managed: [parent, 'applications:onboard'],
  }),
  'onboarding.update': writing({
    own: undefined,
    managed: [parent, 'applications:onboard'],
  }),
  'onboarding.setDefaults': writing({
    own: ['application-roles:manage'],
    managed: [parent, 'application-roles:manage'],
  }),
  'onboarding.withdraw': writing({
    own: undefined,
    managed: [parent, 'applications:onboard'],
  }),

  'organizationRoles.list': reading({ own: ['organization:read'], managed: [readingBelow] }),

  'domains.list': reading({ own: ['domains:manage'], managed: undefined }),
  'domain.claim': writing({ own: ['domains:manage'], managed: undefined }),
  'domain.challenge': writing<'domain'>(
    { own: ['domains:manage'], managed: undefined },
    (_, { domain }) => challengeBlocker(domain, 'dns'),
  ),
  'domain.verify': writing<'domain'>(
    { own: ['domains:manage'], managed: undefined },
    (_, { domain }) => verificationBlocker(domain),
  ),
  'domain.recheck': writing<'domain'>(
    { own: ['domains:manage'], managed: undefined },
    (_, { domain }) => recheckBlocker(domain),
  ),
  'domain.update': writing<'domain'>(
    { own: ['domains:manage'], managed: undefined },
    (_, { domain }) => domainUpdateBlocker(domain),
  ),
  'domain.remove': writing({ own: ['domains:manage'], managed: undefined }),

  'connections.list': reading({ own: ['connections:manage'], managed: undefined }),
  'connection.create': writing({
    own: ['connections:manage', 'organization:update'],
    managed: undefined,
  }),
  'connection.update': writing({
    own: ['connections:manage', 'organization:update'],
    managed: undefined,
  }),
  'connection.test': writing({
    own: ['connections:manage', 'organization:update'],
    managed: undefined,
  }),
  'connection.enable': writing<'connection'>(
    { own: ['connections:manage', 'organization:update'], managed: undefined },
    (_, facts) => connectionEnablingBlocker(facts),
  ),
  'connection.disable': writing<'connection'>(
    { own: ['connections:manage', 'organization:update'], managed: undefined },
    (_, facts) => connectionDisablingBlocker(facts),
  ),
  'connection.delete': writing({
    own: ['connections:manage', 'organization:update'],
    managed: undefined,
  }),

  'directoryTokens.list': reading({ own: ['directory:manage'], managed: undefined }),
  'directoryToken.create': writing({ own: ['directory:manage'], managed: undefined }),
  'directoryToken.rotate': writing({ own: ['directory:manage'], managed: undefined }),
  'directoryToken.revoke': writing({ own: ['directory:manage'], managed: undefined }),

  'apiKeys.list': reading({ own: ['api-keys:manage'], managed: undefined }),
  'apiKey.create': writing<'own'>(
    { own: ['api-keys:manage'], managed: undefined },
    (_, { membership }) => apiKeyMakerBlocker(membership !== undefined),
  ),
  'apiKey.revoke': writing<'apiKey'>(
    { own: ['api-keys:manage'], managed: undefined },
    (actor, { apiKey }) => apiKeyRevocationBlocker(actor, apiKey),
  ),

  'audit.list': reading({ own: ['audit:read'], managed: [readingBelow, 'audit:read'] }),

  // What belongs to the tenant.
  'tenant.read': reading(platformOnly),
  'user.create': writing(platformOnly),
  'user.update': writing(platformOnly),
  'user.disable': writing<'user'>(platformOnly, disablingBlocker),
  'user.enable': writing<'user'>(platformOnly, (_, facts) => enablingBlocker(facts)),
  'user.delete': writing<'user'>(platformOnly, userDeletionBlocker),
  'user.resetPassword': writing(platformOnly),
  'application.create': writing(platformOnly),
  'application.update': writing(platformOnly),
  'application.delete': writing(platformOnly),
  'role.create': writing(platformOnly),
  'role.update': writing(platformOnly),
  'role.delete': writing(platformOnly),
  'roleGroup.create': writing(platformOnly),
  'roleGroup.update': writing(platformOnly),
  'roleGroup.delete': writing(platformOnly),
  'organizationRole.create': writing(platformOnly),
  'organizationRole.update': writing<'organizationRole'>(platformOnly, (actor, { role }) =>
    organizationRoleBlocker(actor, role),
  ),
  'organizationRole.delete': writing<'organizationRole'>(platformOnly, (actor, { role }) =>
    organizationRoleBlocker(actor, role),
  ),

  // What everybody does for themselves, whatever they may administer.
  'me.update': personal,
  'session.end': personal,
  'invitation.accept': personal,
  'invitation.decline': personal,
} as const satisfies Record<string, AnyRule>;

/** What can be asked for, as `<noun>.<verb>`. Closed: every entity's `actions` name only these. */
export type Action = keyof typeof rules;

/** All actions, in the order of the table. */
export const allActions = Object.keys(rules) as readonly Action[];

/**
 * Whether people do it for themselves and on behalf of no organization, also of none that they happen
 * to act for: none learns that they did.
 */
export function isPersonal(action: Action): boolean {
  return rules[action] === personal;
}

type NounOf<A extends Action> = NonNullable<(typeof rules)[A]['noun']>;

/** The actions about one kind of target. */
export type ActionAbout<Noun extends keyof Facts> = {
  [A in Action]: NounOf<A> extends Noun ? A : never;
}[Action];

/**
 * Whether somebody who stands like this may take the action at all, whatever its target: `true`, or
 * `not_found` for what is out of their reach, `forbidden` for what their role does not allow,
 * `organization_suspended` for a write where nothing may be written.
 */
export function permits(actor: Actor, action: Action, place: Place): true | ErrorCode {
  const rule: AnyRule = rules[action];
  const oneself = place.oneself === true && rule.aboutOneself === true;
  const needs = oneself ? { ...rule.needs, own: [] } : rule.needs;
  const blocker = reachBlocker(actor, place.reach, needs, place.applicationId);
  if (blocker) return blocker;
  const suspended = place.organization !== undefined && place.organization.status !== 'active';
  return suspended && !rule.whileSuspended ? 'organization_suspended' : true;
}

/**
 * Whether this actor may take this action on this target now: `true`, or the code of the reason why
 * not. What an input adds to it (which roles are given, until when) is judged by the rule of its
 * noun when it is sent.
 */
export function decide<A extends Action>(
  actor: Actor,
  action: A,
  place: Place,
  facts: Facts[NounOf<A>],
): true | ErrorCode {
  const permitted = permits(actor, action, place);
  if (permitted !== true) return permitted;
  const rule = rules[action] as Rule<NounOf<A>>;
  return rule.blocker?.(actor, facts) ?? true;
}

/** Whether this actor may give this organization role to anybody here at all. */
export function mayHandOut(actor: Actor, role: OrganizationRole, place: Place): true | ErrorCode {
  const permitted = permits(actor, 'member.setOrganizationRoles', place);
  return permitted === true ? (handingOutBlocker(actor, role) ?? true) : permitted;
}
