import {
  ceilingBlocker,
  creationBlocker,
  exposingBlocker,
  exposureBlocker,
  handedOn,
  type Onboarding,
  type Organization,
} from '@tesserakit/domain';
import { found, refuse } from '../refusal.ts';
import { ceilingOf } from './access.ts';
import { trimToCeiling } from './ceiling-changes.ts';
import { record, type Deed } from './deed.ts';
import { aboutOnboarding, onboardingOf, writeOnboarding } from './onboardings.ts';
import {
  about,
  isSlugTaken,
  newOrganization,
  type NewOrganization,
} from './organization-changes.ts';
import { descendantsOf, linksOf } from './organization-tree.ts';

/** What a parent gives an organization that it is to manage. */
export interface NewManagedOrganization extends NewOrganization {
  readonly applicationId: string;
  readonly roleGroupIds: readonly string[];
  readonly defaultRoleIds?: readonly string[] | undefined;
}

/** Makes an organization that another one manages, for one application that it has itself. */
export function createManagedOrganization(
  deed: Deed,
  parent: Organization,
  { name, slug, applicationId, roleGroupIds, defaultRoleIds = [] }: NewManagedOrganization,
): Organization {
  const { world } = deed;
  const share = onboardingOf(world, parent.organizationId, applicationId);
  refuse(
    creationBlocker({
      parent,
      onboarding: share,
      parentDepth: linksOf(world, parent).length - 1,
      maxManagedDepth: world.settings.maxManagedDepth,
      slugTaken: isSlugTaken(world, slug),
    }),
  );
  refuse(exposureBlocker(share, roleGroupIds));
  const child = newOrganization(deed, { name, slug }, parent.organizationId);
  const { organizationId } = child;
  writeOnboarding(world, {
    organizationId,
    applicationId,
    status: 'active',
    roleGroupIds,
    roleIds: [],
    defaultRoleIds,
    allowsRolelessAccess: false,
    exposedRoleGroupIds: [],
    fromParent: true,
  });
  refuse(ceilingBlocker(ceilingOf(world, child, applicationId), defaultRoleIds));
  const causedBy = record(deed, {
    action: 'managedOrganization.create',
    organizationId: parent.organizationId,
    applicationId,
    target: { type: 'organization', id: organizationId },
    details: { name, roleGroupIds },
  });
  record(deed, {
    ...aboutOnboarding({ organizationId, applicationId }, 'application.onboard'),
    causedBy,
  });
  return child;
}

/**
 * Replaces the role groups that a managed organization has from its parent. What falls away is
 * taken from it and from all below at once, default roles and grants included.
 */
export function setRoleGroups(
  deed: Deed,
  organization: Organization,
  applicationId: string,
  roleGroupIds: readonly string[],
): void {
  const { world } = deed;
  const { organizationId, parentOrganizationId } = organization;
  const own = onboardingOf(world, organizationId, applicationId);
  const managed = found(own?.fromParent && own);
  refuse(
    exposureBlocker(onboardingOf(world, parentOrganizationId ?? '', applicationId), roleGroupIds),
  );
  writeOnboarding(world, withRoleGroups(managed, roleGroupIds));
  const event = record(deed, {
    ...about(organization, 'managedOrganization.setRoleGroups'),
    applicationId,
    details: { from: managed.roleGroupIds, to: roleGroupIds },
  });
  narrowBelow(deed, organizationId, applicationId, event);
}

/** Replaces the role groups that an organization exposes to those it manages; as `setRoleGroups`. */
export function exposeRoleGroups(
  deed: Deed,
  organization: Organization,
  applicationId: string,
  roleGroupIds: readonly string[],
): void {
  const { world } = deed;
  const { organizationId } = organization;
  const own = onboardingOf(world, organizationId, applicationId);
  refuse(exposingBlocker(own, roleGroupIds));
  const exposing = found(own);
  writeOnboarding(world, { ...exposing, exposedRoleGroupIds: roleGroupIds });
  const event = record(deed, {
    ...about(organization, 'managedOrganization.expose'),
    applicationId,
    details: { from: exposing.exposedRoleGroupIds, to: roleGroupIds },
  });
  narrowBelow(deed, organizationId, applicationId, event);
}

/**
 * Follows a share of an application that has become smaller: takes the role groups that are no
 * longer handed on from all below, and from everybody the roles that lie outside now. What is handed
 * on again later does not come back by itself.
 */
export function narrowBelow(
  deed: Deed,
  organizationId: string,
  applicationId: string,
  causedBy: string,
): void {
  const below = descendantsOf(deed.world, organizationId).filter((one) =>
    one.applicationIds.includes(applicationId),
  );
  for (const { organization } of below) narrow(deed, organization, applicationId, causedBy);
  const places = [organizationId, ...below.map((one) => one.organization.organizationId)];
  trimToCeiling(deed, applicationId, causedBy, places);
}

/** Takes from one organization what its parent no longer hands on. */
export function narrow(
  deed: Deed,
  { organizationId, parentOrganizationId }: Organization,
  applicationId: string,
  causedBy: string,
): void {
  const { world } = deed;
  const own = onboardingOf(world, organizationId, applicationId);
  if (!own) return;
  const parent = onboardingOf(world, parentOrganizationId ?? '', applicationId);
  const roleGroupIds = handedOn(parent, own.roleGroupIds);
  if (roleGroupIds.length === own.roleGroupIds.length) return;
  writeOnboarding(world, withRoleGroups(own, roleGroupIds));
  record(deed, {
    ...about({ organizationId }, 'managedOrganization.setRoleGroups'),
    applicationId,
    details: { from: own.roleGroupIds, to: roleGroupIds },
    causedBy,
  });
}

/** With other role groups; nothing stays exposed that is not among them. */
function withRoleGroups(onboarding: Onboarding, roleGroupIds: readonly string[]): Onboarding {
  const exposedRoleGroupIds = onboarding.exposedRoleGroupIds.filter((id) =>
    roleGroupIds.includes(id),
  );
  return { ...onboarding, roleGroupIds, exposedRoleGroupIds };
}
