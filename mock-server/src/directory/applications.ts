import {
  ceilingBlocker,
  permits,
  revokesTokens,
  type Application,
  type Place,
} from '@tesserakit/domain';
import { found } from '../refusal.ts';
import type { World } from '../world.ts';
import { catalogueOf, ceilingOf } from './access.ts';
import { applicationsSeen } from './access-views.ts';
import type { Looking, Seen } from './seen.ts';
import { seatsTaken, seatsUsed } from './seats.ts';
import { onboardingOf } from './onboardings.ts';
import { pageOfShortList, type ListQuery } from './short-list.ts';
import { versionOf } from './versions.ts';

/** The applications of an organization that are seen from a place, by name, as answers carry them. */
export function applicationsOf(world: World, seen: Seen) {
  const used = seatsTaken(world, seen.organization.organizationId);
  return applicationsSeen(world, seen).map((application) =>
    applicationView(world, seen, application, used.get(application.applicationId) ?? 0),
  );
}

/** An application with the organization's share of it, and what the caller may hand out. */
export function applicationView(
  world: World,
  { organization, actor, place: from }: Seen,
  { applicationId, name, logoUrl, launchUrl, audience }: Application,
  used = seatsUsed(world, organization.organizationId, applicationId),
) {
  const place: Place = { ...from, applicationId };
  const { roles } = catalogueOf(world, applicationId);
  const allowed = ceilingOf(world, organization, applicationId);
  const granting = permits(actor, 'access.grant', place);
  return {
    applicationId,
    name,
    ...(logoUrl !== undefined && { logoUrl }),
    ...(launchUrl !== undefined && { launchUrl }),
    audience,
    onboarding: shareView(world, { organization, actor, place }, applicationId, used),
    roles: roles.map((role) => {
      const outside = ceilingBlocker(allowed, [role.roleId]);
      return {
        roleId: role.roleId,
        key: role.key,
        name: role.name,
        description: role.description,
        permissions: [...role.permissions],
        assignable: outside === undefined,
        handOut: granting === true ? (outside ?? (true as const)) : granting,
      };
    }),
  };
}

function shareView(
  world: World,
  { organization, actor, place }: Seen,
  applicationId: string,
  used: number,
) {
  const { organizationId } = organization;
  const share = found(onboardingOf(world, organizationId, applicationId));
  const groups = (ids: readonly string[]) =>
    [...world.roleGroups.values()]
      .filter(({ roleGroupId }) => ids.includes(roleGroupId))
      .map(({ roleGroupId, name }) => ({ roleGroupId, name }));
  const { connectionId } = share;
  return {
    status: share.status,
    roleGroups: groups(share.roleGroupIds),
    roleIds: [...share.roleIds],
    defaultRoleIds: [...share.defaultRoleIds],
    allowsRolelessAccess: share.allowsRolelessAccess,
    exposedRoleGroups: groups(share.exposedRoleGroupIds),
    seats: { limit: share.seatLimit ?? null, used },
    fromParent: share.fromParent ?? false,
    // A parent knows of no connection of those it manages.
    ...(connectionId !== undefined && place.reach.kind !== 'managed' && { connectionId }),
    version: versionOf(world, 'onboarding', organizationId, applicationId),
    actions: {
      'onboarding.update': permits(actor, 'onboarding.update', place),
      'onboarding.setDefaults': permits(actor, 'onboarding.setDefaults', place),
      'onboarding.withdraw': permits(actor, 'onboarding.withdraw', place),
    },
  };
}

/** A page of the tenant's applications, by name. */
export function listTenantApplications(world: World, looking: Looking, query: ListQuery) {
  return pageOfShortList(world, query, {
    items: () => world.applications.values(),
    textOf: ({ name }) => name,
    idOf: ({ applicationId }) => applicationId,
    valuesOf: ({ name }) => [name],
    scope: ['applications', looking.actor.userId],
    view: (application) => tenantApplicationView(world, looking, application),
  });
}

/** An application as the tenant keeps it. */
export function tenantApplicationView(
  world: World,
  { actor, place }: Looking,
  application: Application,
) {
  const { applicationId, name, logoUrl, launchUrl, audience, status = 'active' } = application;
  const clients = [...world.clients.values()].filter((one) => one.applicationId === applicationId);
  return {
    applicationId,
    name,
    ...(logoUrl !== undefined && { logoUrl }),
    ...(launchUrl !== undefined && { launchUrl }),
    audience,
    status,
    revokesTokens: {
      memberSuspended: revokesTokens(application, 'memberSuspended'),
      passwordReset: revokesTokens(application, 'passwordReset'),
      memberRolesUpdated: revokesTokens(application, 'memberRolesUpdated'),
    },
    clients: clients.map((client) => ({ clientId: client.clientId, name: client.name })),
    organizations: onboardedTo(world, applicationId),
    version: versionOf(world, 'application', applicationId),
    actions: {
      'application.update': permits(actor, 'application.update', place),
      'application.delete': permits(actor, 'application.delete', place),
    },
  };
}

/** How many organizations have an application. */
export function onboardedTo(world: World, applicationId: string): number {
  return [...world.onboardings.values()].filter((shares) => shares.has(applicationId)).length;
}
