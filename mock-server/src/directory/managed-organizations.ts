import type { ManagedLink, Organization } from '@tesserakit/domain';
import type { World } from '../world.ts';

/**
 * The organization first, then its parents up to the root, each with the applications for which its
 * parent manages it. A broken chain ends where it breaks: nobody reaches through it.
 */
export function linksOf(world: World, organization: Organization): readonly ManagedLink[] {
  const links: ManagedLink[] = [];
  const seen = new Set<string>();
  for (let link: Organization | undefined = organization; link;) {
    const { organizationId, parentOrganizationId }: Organization = link;
    if (seen.has(organizationId)) return links;
    seen.add(organizationId);
    links.push({
      organizationId,
      parentOrganizationId,
      applicationIds: linkedApplicationIds(world, organizationId),
    });
    link =
      parentOrganizationId === undefined
        ? undefined
        : world.organizations.get(parentOrganizationId);
  }
  return links;
}

/** The applications for which an organization's parent manages it. */
export function linkedApplicationIds(world: World, organizationId: string): readonly string[] {
  const onboardings = world.onboardings.get(organizationId)?.values() ?? [];
  return [...onboardings]
    .filter((onboarding) => onboarding.fromParent)
    .map(({ applicationId }) => applicationId);
}

/** The organizations that an organization manages, one level below. */
export function childrenOf(world: World, organizationId: string): readonly Organization[] {
  return [...world.organizations.values()].filter(
    ({ parentOrganizationId }) => parentOrganizationId === organizationId,
  );
}
