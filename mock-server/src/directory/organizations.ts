import {
  decide,
  permits,
  type Action,
  type ActionAbout,
  type Actor,
  type AuthenticationPolicy,
  type ErrorCode,
  type Organization,
  type OrganizationStatus,
  type Place,
} from '@tesserakit/domain';
import type { World } from '../world.ts';
import { descendantsOf, placeOf } from './organization-tree.ts';
import { memberFactsOf } from './member-facts.ts';
import { timestamp } from './moments.ts';
import { pageOfShortList, type ListQuery } from './short-list.ts';
import { versionOf } from './versions.ts';

export interface OrganizationsQuery extends ListQuery {
  readonly status?: OrganizationStatus | undefined;
}

/**
 * A page of organizations by name, as this actor sees them.
 *
 * @param list what the list is called, so that a cursor is good for no other.
 */
export function listOrganizations<View>(
  world: World,
  list: readonly string[],
  organizations: () => readonly Organization[],
  { status, ...query }: OrganizationsQuery,
  view: (organization: Organization) => View,
) {
  return pageOfShortList(world, query, {
    items: () => organizations().filter((one) => status === undefined || one.status === status),
    textOf: ({ name, slug }) => `${name} ${slug}`,
    idOf: ({ organizationId }) => organizationId,
    valuesOf: ({ name }) => [name],
    scope: [...list, status],
    view,
  });
}

/** An organization as answers carry it: its policy and notes only for whoever may change them. */
export function organizationView(world: World, actor: Actor, organization: Organization) {
  const { organizationId, name, slug, logoUrl, status, createdAt } = organization;
  const { branding, authentication, metadata } = organization;
  const place = placeOf(world, actor, organization);
  const mayKnow = (action: Action) =>
    permits(actor, action, { ...place, organization: undefined }) === true;
  const managedBy = managedByOf(world, organization, place);
  return {
    organizationId,
    name,
    slug,
    ...(logoUrl !== undefined && { logoUrl }),
    status,
    createdAt: timestamp(createdAt),
    ...(managedBy && { managedBy }),
    ...(branding && { branding: { ...branding } }),
    ...(authentication &&
      mayKnow('organization.setAuthentication') && { authentication: policyView(authentication) }),
    ...(metadata && mayKnow('organization.update') && { metadata: { ...metadata } }),
    version: versionOf(world, 'organization', organizationId),
    actions: actionsOn(world, actor, organization, place),
  };
}

function policyView({ methods, ...policy }: AuthenticationPolicy) {
  return { ...policy, ...(methods && { methods: [...methods] }) };
}

/** Whoever acts for the organization learns the name alone: from there, the parent is out of reach. */
function managedByOf(world: World, organization: Organization, { reach }: Place) {
  const parent = world.organizations.get(organization.parentOrganizationId ?? '');
  if (!parent) return undefined;
  const { organizationId, name } = parent;
  return reach.kind === 'own' ? { name } : { organizationId, name };
}

const aboutOrganizations = [
  'organization.read',
  'organization.update',
  'organization.setAuthentication',
  'organization.move',
  'managedOrganizations.list',
  'managedOrganization.create',
  'managedOrganization.expose',
  'slug.read',
  'members.list',
  'member.add',
  'member.invite',
  'invitations.list',
  'access.read',
  'organizationRoles.list',
  'applications.list',
  'application.read',
  'application.onboard',
  'domains.list',
  'domain.claim',
  'connections.list',
  'connection.create',
  'directoryTokens.list',
  'directoryToken.create',
  'apiKeys.list',
  'audit.list',
] as const satisfies readonly ActionAbout<'nothing'>[];

const aboutItself = [
  'organization.suspend',
  'organization.reactivate',
  'managedOrganization.setRoleGroups',
] as const satisfies readonly ActionAbout<'organization'>[];

const aboutOwn = [
  'organization.transferOwnership',
  'organization.leave',
  'apiKey.create',
] as const satisfies readonly ActionAbout<'own'>[];

function actionsOn(world: World, actor: Actor, organization: Organization, place: Place) {
  const actions: Partial<Record<Action, true | ErrorCode>> = {};
  for (const action of aboutOrganizations) actions[action] = permits(actor, action, place);
  for (const action of aboutItself) {
    actions[action] = decide(actor, action, place, { organization });
  }
  const deletion = deletionFactsOf(world, organization, place);
  actions['organization.delete'] = decide(actor, 'organization.delete', place, deletion);
  const own = ownFactsOf(world, actor, organization);
  for (const action of aboutOwn) actions[action] = decide(actor, action, place, own);
  return actions;
}

/** An organization that is to be deleted, as the rules see it from a place. */
export function deletionFactsOf(world: World, organization: Organization, { reach }: Place) {
  const { organizationId } = organization;
  const applicationsOf = (id: string) => [...(world.onboardings.get(id)?.keys() ?? [])];
  const below = descendantsOf(world, organizationId).map((one) => ({
    has: applicationsOf(one.organization.organizationId),
    linked: one.applicationIds,
  }));
  return {
    organization,
    reach,
    applicationIds: [...applicationsOf(organizationId), ...below.flatMap(({ has }) => has)],
    linkedBelow: below.every(({ has, linked }) => has.every((id) => linked.includes(id))),
  };
}

/** The actor's own membership of the organization they act for. */
export function ownFactsOf(world: World, actor: Actor, { organizationId }: Organization) {
  const acts = actor.organizationId === organizationId;
  const member = acts ? world.members.get(organizationId)?.get(actor.userId) : undefined;
  return { membership: member && memberFactsOf(world, member) };
}
