import {
  reachOf,
  type Actor,
  type ManagedLink,
  type Organization,
  type Place,
} from '@tesserakit/domain';
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
      get applicationIds() {
        return linkedApplicationIds(world, organizationId);
      },
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

/** How somebody stands to an organization now. */
export function placeOf(world: World, actor: Actor, organization: Organization): Place {
  return { reach: reachOf(actor, linksOf(world, organization)), organization };
}

/** An organization below another. */
export interface Descendant {
  readonly organization: Organization;
  /** Levels below. */
  readonly depth: number;
  /** The applications that it has through the other. */
  readonly applicationIds: readonly string[];
}

/** Everything below an organization, at whatever level, each after the one above it. */
export function descendantsOf(world: World, organizationId: string): readonly Descendant[] {
  const found: Descendant[] = [];
  const seen = new Set([organizationId]);
  const follow = (above: string, depth: number, passes: (applicationId: string) => boolean) => {
    const children = childrenOf(world, above).filter((child) => !seen.has(child.organizationId));
    for (const organization of children) {
      const { organizationId: id } = organization;
      seen.add(id);
      const applicationIds = linkedApplicationIds(world, id).filter(passes);
      found.push({ organization, depth, applicationIds });
      follow(id, depth + 1, (applicationId) => applicationIds.includes(applicationId));
    }
  };
  follow(organizationId, 1, () => true);
  return found;
}
