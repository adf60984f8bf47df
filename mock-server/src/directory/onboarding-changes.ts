import {
  belongingBlocker,
  ceiling,
  changedShare,
  onboardingBlocker,
  reachesApplication,
  shareBlocker,
  sharesLess,
  signInBlocker,
  type Onboarding,
  type Organization,
  type Place,
  type ShareChange,
} from '@tesserakit/domain';
import { found, refuse, refuseInput } from '../refusal.ts';
import type { World } from '../world.ts';
import { catalogueOf, chainOf } from './access.ts';
import { changedBy } from './amended.ts';
import { record, type Deed } from './deed.ts';
import { narrowBelow } from './managed-organization-changes.ts';
import { aboutOnboarding, onboardingOf, writeOnboarding } from './onboardings.ts';
import { placeOf } from './organization-tree.ts';
import { seatsUsed } from './seats.ts';

/** An organization, and from where it is looked at. */
interface Reached {
  readonly organization: Organization;
  readonly place: Place;
}

/** Gives an organization an application. What comes from its parent stays bound to the parent. */
export function createOnboarding(
  deed: Deed,
  { organization, place }: Reached,
  applicationId: string,
  share: ShareChange,
): void {
  const { world } = deed;
  const { organizationId } = organization;
  const application = world.applications.get(applicationId);
  const present = onboardingOf(world, organizationId, applicationId);
  const parent = parentFacts(deed, organization, applicationId);
  const { reach } = place;
  refuseInput(onboardingBlocker({ application, present, reach, parent }), 'applicationId');
  const empty: Onboarding = {
    organizationId,
    applicationId,
    status: 'active',
    roleGroupIds: [],
    roleIds: [],
    defaultRoleIds: [],
    allowsRolelessAccess: false,
    exposedRoleGroupIds: [],
    ...(reach.kind === 'managed' && { fromParent: true }),
  };
  const next = changedShare(empty, share);
  judge(world, { organization, place }, share, next);
  writeOnboarding(world, next);
  record(deed, aboutOnboarding(next, 'application.onboard'));
}

/** Changes an organization's share of an application; what comes to lie outside is taken away. */
export function updateOnboarding(
  deed: Deed,
  { organization, place }: Reached,
  applicationId: string,
  change: ShareChange,
): void {
  const { world } = deed;
  const { organizationId } = organization;
  const before = found(onboardingOf(world, organizationId, applicationId));
  const next = changedShare(before, change);
  judge(world, { organization, place }, change, next);
  writeOnboarding(world, next);
  const event = record(deed, {
    ...aboutOnboarding(next, 'onboarding.update'),
    details: { changed: changedBy({ ...change }) },
  });
  if (sharesLess(before, next)) narrowBelow(deed, organizationId, applicationId, event);
}

/** Replaces the roles that new members get; those who are members keep what they have. */
export function setDefaults(
  deed: Deed,
  { organization, place }: Reached,
  applicationId: string,
  defaultRoleIds: readonly string[],
): void {
  const { world } = deed;
  const before = found(onboardingOf(world, organization.organizationId, applicationId));
  const next = { ...before, defaultRoleIds };
  judge(world, { organization, place }, { defaultRoleIds }, next);
  writeOnboarding(world, next);
  record(deed, {
    ...aboutOnboarding(next, 'onboarding.setDefaults'),
    details: { from: before.defaultRoleIds, to: defaultRoleIds },
  });
}

function judge(
  world: World,
  { organization, place }: Reached,
  change: ShareChange,
  next: Onboarding,
): void {
  const { organizationId, applicationId } = next;
  const roles = (ids: readonly string[] = []) => ids.map((id) => world.roles.get(id));
  const groups = (ids: readonly string[] = []) => ids.map((id) => world.roleGroups.get(id));
  const named = {
    roleGroupIds: groups(change.roleGroupIds),
    exposedRoleGroupIds: groups(change.exposedRoleGroupIds),
    roleIds: roles(change.roleIds),
    defaultRoleIds: roles(change.defaultRoleIds),
  };
  for (const [field, things] of Object.entries(named)) {
    refuseInput(belongingBlocker(applicationId, things), field);
  }
  if (change.connectionId !== undefined) {
    const { connectionId } = change;
    const own = world.connections.get(organizationId);
    const connection = connectionId === null ? null : own?.get(connectionId);
    refuseInput(signInBlocker(applicationId, place.reach, connection), 'connectionId');
  }
  const above = next.fromParent ? chainAbove(world, organization, applicationId) : [];
  const chain = [{ organization, onboarding: next }, ...above];
  refuse(
    shareBlocker(change, {
      next,
      ceiling: ceiling(chain, catalogueOf(world, applicationId)),
      parent: above[0]?.onboarding,
      seatsUsed: seatsUsed(world, organizationId, applicationId),
    }),
  );
}

/** From the parent up; a parent that is gone hands nothing on. */
function chainAbove(world: World, organization: Organization, applicationId: string) {
  const parent = parentOf(world, organization);
  return parent ? chainOf(world, parent, applicationId) : [{ organization, onboarding: undefined }];
}

function parentOf(world: World, { parentOrganizationId }: Organization): Organization | undefined {
  return world.organizations.get(parentOrganizationId ?? '');
}

function parentFacts({ world, actor }: Deed, organization: Organization, applicationId: string) {
  if (organization.parentOrganizationId === undefined) return undefined;
  const parent = parentOf(world, organization);
  const reach = parent && placeOf(world, actor, parent).reach;
  return {
    onboarding: onboardingOf(world, parent?.organizationId ?? '', applicationId),
    reached: reach !== undefined && reachesApplication(reach, applicationId),
  };
}
