import { permits, type Actor, type Organization } from '@tesserakit/domain';
import type { World } from '../world.ts';
import { childrenOf, linkedApplicationIds, placeOf } from './organization-tree.ts';
import { onboardingOf } from './onboardings.ts';
import { listOrganizations, organizationView, type OrganizationsQuery } from './organizations.ts';
import { versionOf } from './versions.ts';

/** A page of the organizations that an organization manages, by name: one level below, or all. */
export function listManagedOrganizations(
  world: World,
  actor: Actor,
  { organizationId }: Organization,
  {
    levels = 'one',
    ...query
  }: OrganizationsQuery & { readonly levels?: 'one' | 'all' | undefined },
) {
  const list = ['managed-organizations', organizationId, actor.userId, levels];
  const below = () =>
    levels === 'one'
      ? childrenReached(world, actor, organizationId)
      : descendantsReached(world, actor, organizationId);
  return listOrganizations(world, list, below, query, (child) =>
    managedOrganizationView(world, actor, child),
  );
}

/** A managed organization as answers carry it: of its applications, those that are reached. */
export function managedOrganizationView(world: World, actor: Actor, organization: Organization) {
  const { organizationId } = organization;
  const { reach } = placeOf(world, actor, organization);
  const applications = linkedApplicationIds(world, organizationId)
    .filter((id) => reach.kind !== 'managed' || reach.applicationIds.has(id))
    .map((applicationId) => {
      const onboarding = onboardingOf(world, organizationId, applicationId);
      return {
        applicationId,
        name: world.applications.get(applicationId)?.name ?? applicationId,
        status: onboarding?.status ?? 'suspended',
        roleGroups: roleGroupsNamed(world, onboarding?.roleGroupIds ?? []),
        version: versionOf(world, 'onboarding', organizationId, applicationId),
      };
    });
  return {
    ...organizationView(world, actor, organization),
    applications,
    childCount: childrenReached(world, actor, organizationId).length,
  };
}

/** What an organization exposes of an application. */
export function exposureView(world: World, organization: Organization, applicationId: string) {
  const { organizationId } = organization;
  const onboarding = onboardingOf(world, organizationId, applicationId);
  return {
    applicationId,
    roleGroups: roleGroupsNamed(world, onboarding?.exposedRoleGroupIds ?? []),
    version: versionOf(world, 'onboarding', organizationId, applicationId),
  };
}

/** Whoever manages an organization for nothing any more does not reach it, so does not see it. */
function childrenReached(world: World, actor: Actor, organizationId: string) {
  return childrenOf(world, organizationId).filter(
    (child) => permits(actor, 'organization.read', placeOf(world, actor, child)) === true,
  );
}

function descendantsReached(world: World, actor: Actor, organizationId: string): Organization[] {
  return childrenReached(world, actor, organizationId).flatMap((child) => [
    child,
    ...descendantsReached(world, actor, child.organizationId),
  ]);
}

function roleGroupsNamed(world: World, roleGroupIds: readonly string[]) {
  return roleGroupIds.map((roleGroupId) => ({
    roleGroupId,
    name: world.roleGroups.get(roleGroupId)?.name ?? roleGroupId,
  }));
}
