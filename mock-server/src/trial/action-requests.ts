import { pathOf, routes, type Operation } from '@tesserakit/contract';
import type { Action } from '@tesserakit/domain';
import type { Sent } from './directory.ts';

/** An entity as an answer carries it, with the ids of what it was found in. */
export type Entity = Readonly<Record<string, unknown>> & {
  readonly actions: Readonly<Partial<Record<Action, true | string>>>;
};

/** A request for an action on an entity, with an input that the rules about inputs let pass. */
export interface ActionRequest {
  readonly operation: Operation;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** What was looked at, where a deed is judged with what follows from it. */
  readonly preview?: Operation;
}

type Asked = (entity: Entity) => ActionRequest;

const plain = (operation: Operation, body?: unknown): Asked => {
  return () => ({ operation, ...(body !== undefined && { body }) });
};
const looked = (operation: Operation, preview: Operation): Asked => {
  return () => ({ operation, preview });
};

const idsOf = (list: unknown, key: string): unknown[] =>
  (list as readonly Record<string, unknown>[]).map((one) => one[key]);

const connection = {
  name: 'New',
  protocol: 'oidc',
  issuer: 'https://login.acme.example',
  clientId: 'new',
} as const;

/** Somebody who could take an organization over. */
const successors: Readonly<Record<string, string>> = {
  org_acme: 'user_agent_acme',
  org_borealis: 'user_admin_borealis',
  org_cirrus: 'user_cirrus',
  org_acme_north: 'user_shopper',
};

/** How each action is asked for that an entity names. */
export const actionRequests: Readonly<Partial<Record<Action, Asked>>> = {
  'organization.read': plain('organizations.get'),
  'organization.update': plain('organizations.update', { name: 'Renamed' }),
  'organization.setAuthentication': plain('organizations.update', {
    authentication: { requiresSecondFactor: true },
  }),
  'organization.move': () => ({
    operation: 'organizations.previewMove',
    query: { parentOrganizationId: 'org_elsewhere' },
  }),
  'organization.suspend': plain('organizations.suspend'),
  'organization.reactivate': plain('organizations.reactivate'),
  'organization.delete': looked('organizations.delete', 'organizations.previewDelete'),
  'organization.transferOwnership': ({ organizationId }) => ({
    operation: 'organizations.transferOwnership',
    body: { userId: successors[String(organizationId)] ?? 'user_nobody' },
  }),
  'organization.leave': plain('organizations.leave'),

  'managedOrganizations.list': plain('managedOrganizations.list'),
  'managedOrganization.create': plain('managedOrganizations.create', {
    name: 'Below',
    slug: 'far-below',
    applicationId: 'app_flights',
    roleGroupIds: [],
    defaultRoleIds: [],
  }),
  'managedOrganization.setRoleGroups': plain('managedOrganizations.previewSetRoleGroups', {
    roleGroupIds: [],
  }),
  'managedOrganization.expose': plain('managedOrganizations.previewExpose', { roleGroupIds: [] }),
  'slug.read': plain('organizations.slugAvailable'),

  'members.list': plain('members.list'),
  'member.add': plain('members.add', { userId: 'user_dormant', organizationRoleIds: [] }),
  'member.invite': plain('invitations.create', {
    email: 'new@partner.example',
    organizationRoleIds: [],
  }),
  'member.read': plain('members.get'),
  'member.update': plain('members.update', { title: 'Renamed' }),
  'member.suspend': plain('members.suspend'),
  'member.reactivate': plain('members.reactivate'),
  'member.remove': plain('members.remove'),
  'member.setOrganizationRoles': ({ organizationRoles }) => ({
    operation: 'members.setOrganizationRoles',
    body: { organizationRoleIds: idsOf(organizationRoles, 'roleId') },
  }),
  'member.endSessions': plain('members.endSessions'),

  'access.read': plain('access.matrix'),
  'access.grant': ({ roles }) => ({
    operation: 'access.grant',
    body: { roleIds: idsOf(roles, 'roleId') },
  }),
  'access.withdraw': plain('access.withdraw'),

  'invitations.list': plain('invitations.list'),
  'invitation.resend': plain('invitations.resend'),
  'invitation.revoke': plain('invitations.revoke'),

  'applications.list': plain('applications.list'),
  'application.onboard': plain('onboardings.create', { applicationId: 'app_rewards' }),
  'onboarding.update': plain('onboardings.update', { allowsRolelessAccess: false }),
  'onboarding.setDefaults': ({ defaultRoleIds }) => ({
    operation: 'onboardings.setDefaults',
    body: { defaultRoleIds },
  }),
  'onboarding.withdraw': looked('onboardings.withdraw', 'onboardings.previewWithdraw'),

  'organizationRoles.list': plain('organizationRoles.list'),
  'organizationRole.update': plain('organizationRoles.update', { name: 'Renamed' }),
  'organizationRole.delete': looked('organizationRoles.delete', 'organizationRoles.previewDelete'),

  'domains.list': plain('domains.list'),
  'domain.claim': plain('domains.claim', { name: 'claimed.example' }),
  'domain.challenge': plain('domains.challenge', { proof: 'dns' }),
  'domain.verify': plain('domains.verify', {}),
  'domain.recheck': plain('domains.recheck'),
  'domain.update': plain('domains.update', { enrolment: 'invite-only' }),
  'domain.remove': looked('domains.remove', 'domains.previewRemove'),

  'connections.list': plain('connections.list'),
  'connection.create': plain('connections.create', connection),
  'connection.update': plain('connections.update', { name: 'Renamed' }),
  'connection.test': plain('connections.test'),
  'connection.enable': plain('connections.enable'),
  'connection.disable': plain('connections.disable'),
  'connection.delete': looked('connections.delete', 'connections.previewDelete'),

  'directoryTokens.list': plain('directoryTokens.list'),
  'directoryToken.create': plain('directoryTokens.create', { name: 'New' }),
  'directoryToken.rotate': plain('directoryTokens.rotate', {}),
  'directoryToken.revoke': plain('directoryTokens.revoke'),

  'apiKeys.list': plain('apiKeys.list'),
  'apiKey.create': plain('apiKeys.create', { name: 'New', permissions: ['members:read'] }),
  'apiKey.revoke': plain('apiKeys.revoke'),

  'audit.list': plain('audit.list'),

  'user.update': plain('users.update', { locale: 'sv' }),
  'user.disable': plain('users.disable'),
  'user.enable': plain('users.enable'),
  'user.delete': looked('users.delete', 'users.previewDelete'),
  'user.resetPassword': plain('users.resetPassword'),
  'application.update': plain('applications.update', { name: 'Renamed' }),
  'application.delete': looked('applications.delete', 'applications.previewDelete'),
  'role.update': plain('roles.update', { name: 'Renamed' }),
  'role.delete': looked('roles.delete', 'roles.previewDelete'),
  'roleGroup.update': plain('roleGroups.update', { name: 'Renamed' }),
  'roleGroup.delete': looked('roleGroups.delete', 'roleGroups.previewDelete'),
};

/** A request as it is sent; with the token of a preview, where it was looked at. */
export function sentOf(
  { operation, query, body }: ActionRequest,
  entity: Entity,
  impact?: string,
): [path: string, sent: Sent] {
  const { method } = routes[operation];
  const texts = Object.entries(entity).filter(([, value]) => typeof value === 'string');
  const search = new URLSearchParams({ ...query, ...(impact && { impact }) }).toString();
  const path = pathOf(operation, {
    applicationId: 'app_flights',
    slug: 'far-below',
    ...Object.fromEntries(texts),
  });
  return [path + (search && `?${search}`), { method, ...(body !== undefined && { body }) }];
}
