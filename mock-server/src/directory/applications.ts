import { ceiling, type Organization } from '@tesserakit/domain';
import type { World } from '../world.ts';
import { catalogueOf, chainOf } from './access.ts';

/** The applications that an organization is onboarded to, by name, as answers carry them. */
export function applicationsOf(world: World, organization: Organization) {
  const onboardings = world.onboardings.get(organization.organizationId)?.values() ?? [];
  return [...onboardings]
    .flatMap((onboarding) => {
      const application = world.applications.get(onboarding.applicationId);
      if (!application) return [];
      const { applicationId, name, logoUrl, audience } = application;
      const catalogue = catalogueOf(world, applicationId);
      const allowed = ceiling(chainOf(world, organization, applicationId), catalogue);
      return {
        applicationId,
        name,
        ...(logoUrl !== undefined && { logoUrl }),
        audience,
        onboarding: {
          status: onboarding.status,
          roleGroups: catalogue.roleGroups
            .filter((group) => onboarding.roleGroupIds.includes(group.roleGroupId))
            .map(({ roleGroupId, name }) => ({ roleGroupId, name })),
        },
        roles: catalogue.roles.map((role) => ({
          roleId: role.roleId,
          key: role.key,
          name: role.name,
          description: role.description,
          permissions: [...role.permissions],
          assignable: allowed.has(role.roleId),
        })),
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
