import {
  ceiling,
  effectiveAccess,
  isGrantInForce,
  rolesInForce,
  type AccessGrant,
  type Application,
  type ApplicationRole,
  type ChainLink,
  type EffectiveAccess,
  type Organization,
  type RoleCatalogue,
  type User,
} from '@tesserakit/domain';
import type { World } from '../world.ts';

/** The organization, then its parents up to the root, each with its share of the application. */
export function chainOf(
  world: World,
  organization: Organization,
  applicationId: string,
): readonly ChainLink[] {
  const onboarding = world.onboardings.get(organization.organizationId)?.get(applicationId);
  const parent =
    organization.parentOrganizationId === undefined
      ? undefined
      : world.organizations.get(organization.parentOrganizationId);
  return [{ organization, onboarding }, ...(parent ? chainOf(world, parent, applicationId) : [])];
}

/** Roles and role groups of one application. */
export function catalogueOf(world: World, applicationId: string): RoleCatalogue {
  const ofApplication = (item: { applicationId: string }) => item.applicationId === applicationId;
  return {
    roles: [...world.roles.values()].filter(ofApplication),
    roleGroups: [...world.roleGroups.values()].filter(ofApplication),
  };
}

/** What a person may do in an application for an organization, now. */
export function accessOf(
  world: World,
  user: User,
  organization: Organization,
  application: Application,
): EffectiveAccess {
  const { organizationId } = organization;
  const { applicationId } = application;
  return effectiveAccess(
    {
      user,
      member: world.members.get(organizationId)?.get(user.userId),
      chain: chainOf(world, organization, applicationId),
      application,
      grant: grantsOf(world, organizationId, user.userId).find(
        (grant) => grant.applicationId === applicationId,
      ),
      catalogue: catalogueOf(world, applicationId),
    },
    world.now(),
  );
}

export function grantsOf(
  world: World,
  organizationId: string,
  userId: string,
): readonly AccessGrant[] {
  return world.grants.get(organizationId)?.get(userId) ?? [];
}

/** An application that a member was given, with the roles that count. */
export interface GivenAccess {
  readonly application: Application;
  readonly roles: readonly ApplicationRole[];
}

/**
 * Reads what members of one organization were given, in applications the organization is onboarded
 * to. Ceilings are worked out once, so that a long list can ask for each of its people.
 */
export function givenAccess(
  world: World,
  organization: Organization,
): (userId: string) => readonly GivenAccess[] {
  const { organizationId } = organization;
  const applications = new Map(
    [...(world.onboardings.get(organizationId)?.keys() ?? [])].map((applicationId) => {
      const catalogue = catalogueOf(world, applicationId);
      const allowed = ceiling(chainOf(world, organization, applicationId), catalogue);
      return [applicationId, { catalogue, allowed }] as const;
    }),
  );
  return (userId) =>
    grantsOf(world, organizationId, userId).flatMap((grant) => {
      const application = world.applications.get(grant.applicationId);
      const onboarded = applications.get(grant.applicationId);
      if (!application || !onboarded || !isGrantInForce(grant, world.now())) return [];
      const { allowed, catalogue } = onboarded;
      return [{ application, roles: rolesInForce(grant, allowed, catalogue, world.now()) }];
    });
}
