import {
  ceiling,
  effectiveAccess,
  isGrantInForce,
  rolesInForce,
  type AccessFacts,
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

/**
 * The organization, then the parents through which it has the application, each with its share. An
 * organization that has it from nobody above stands alone.
 */
export function chainOf(
  world: World,
  organization: Organization,
  applicationId: string,
): readonly ChainLink[] {
  const chain: ChainLink[] = [];
  const seen = new Set<string>();
  for (let link: Organization | undefined = organization; ;) {
    const { organizationId, parentOrganizationId }: Organization = link;
    const onboarding = world.onboardings.get(organizationId)?.get(applicationId);
    chain.push({ organization: link, onboarding });
    if (!onboarding?.fromParent) return chain;
    seen.add(organizationId);
    const known = seen.has(parentOrganizationId ?? '');
    link = known ? undefined : world.organizations.get(parentOrganizationId ?? '');
    if (link) continue;
    // A parent that is gone, or that is managed by its own child, hands nothing on.
    chain.push({ organization, onboarding: undefined });
    return chain;
  }
}

const catalogues = new WeakMap<World, Map<string, RoleCatalogue>>();

/** Roles and role groups of one application; worked out once, until one of them changes. */
export function catalogueOf(world: World, applicationId: string): RoleCatalogue {
  const known = catalogues.get(world) ?? follow(world);
  const ofApplication = (item: { applicationId: string }) => item.applicationId === applicationId;
  const catalogue = known.get(applicationId) ?? {
    roles: [...world.roles.values()].filter(ofApplication),
    roleGroups: [...world.roleGroups.values()].filter(ofApplication),
  };
  known.set(applicationId, catalogue);
  return catalogue;
}

function follow(world: World): Map<string, RoleCatalogue> {
  const known = new Map<string, RoleCatalogue>();
  catalogues.set(world, known);
  world.roles.watch(() => known.clear());
  world.roleGroups.watch(() => known.clear());
  return known;
}

/** What an organization may hand out of an application; `undefined` when it is not onboarded. */
export function ceilingOf(
  world: World,
  organization: Organization,
  applicationId: string,
): ReadonlySet<string> | undefined {
  const chain = chainOf(world, organization, applicationId);
  return chain[0]?.onboarding && ceiling(chain, catalogueOf(world, applicationId));
}

/** What a person may do in an application for an organization, now. */
export function accessOf(
  world: World,
  user: User,
  organization: Organization,
  application: Application,
): EffectiveAccess {
  return effectiveAccess(accessFactsOf(world, user, organization, application), world.now());
}

/** Everything that decides about it. */
export function accessFactsOf(
  world: World,
  user: User,
  organization: Organization,
  application: Application,
): AccessFacts {
  const { organizationId } = organization;
  const { applicationId } = application;
  return {
    user,
    member: world.members.get(organizationId)?.get(user.userId),
    chain: chainOf(world, organization, applicationId),
    application,
    grant: grantsOf(world, organizationId, user.userId).find(
      (grant) => grant.applicationId === applicationId,
    ),
    catalogue: catalogueOf(world, applicationId),
  };
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

/** An application that an organization is onboarded to, with what it may hand out of it. */
interface HandedOut {
  readonly application: Application;
  readonly catalogue: RoleCatalogue;
  readonly allowed: ReadonlySet<string>;
}

function handedOut(
  world: World,
  organization: Organization,
  applicationId: string,
): HandedOut | undefined {
  const application = world.applications.get(applicationId);
  const chain = chainOf(world, organization, applicationId);
  if (!application || !chain[0]?.onboarding) return undefined;
  const catalogue = catalogueOf(world, applicationId);
  return { application, catalogue, allowed: ceiling(chain, catalogue) };
}

/**
 * Reads what members of one organization were given, in applications the organization is onboarded
 * to. Ceilings are worked out once, so that a long list can ask for each of its people.
 */
export function givenAccess(
  world: World,
  organization: Organization,
): (userId: string) => readonly GivenAccess[] {
  const known = new Map<string, HandedOut | undefined>();
  const handed = (applicationId: string) => {
    if (!known.has(applicationId)) {
      known.set(applicationId, handedOut(world, organization, applicationId));
    }
    return known.get(applicationId);
  };
  return (userId) =>
    grantsOf(world, organization.organizationId, userId).flatMap((grant) => {
      const share = handed(grant.applicationId);
      if (!share || !isGrantInForce(grant, world.now())) return [];
      const { application, allowed, catalogue } = share;
      return [{ application, roles: rolesInForce(grant, allowed, catalogue, world.now()) }];
    });
}

/** Says which members of an organization hold a role, as far as it counts now. */
export function holdersOf(
  world: World,
  organization: Organization,
  roleId: string,
): (userId: string) => boolean {
  const role = world.roles.get(roleId);
  const share = role && handedOut(world, organization, role.applicationId);
  if (!role || !share) return () => false;
  const catalogue: RoleCatalogue = { roles: [role], roleGroups: [] };
  return (userId) =>
    grantsOf(world, organization.organizationId, userId).some(
      (grant) =>
        grant.applicationId === role.applicationId &&
        isGrantInForce(grant, world.now()) &&
        rolesInForce(grant, share.allowed, catalogue, world.now()).length > 0,
    );
}
