import {
  isAdministratorRole,
  ownershipTransferBlocker,
  slugBlocker,
  type Organization,
} from '@tesserakit/domain';
import { found, refuse, Refusal } from '../refusal.ts';
import type { World } from '../world.ts';
import { amended, changedBy, type Amendment } from './amended.ts';
import { record, type Deed, type Happening } from './deed.ts';
import { descendantsOf } from './organization-tree.ts';
import { addMember, memberOf, writeOrganizationRoles } from './member-changes.ts';
import { memberFactsOf } from './member-facts.ts';
import { revokeTokens } from './revocation.ts';
import { countWrite } from './versions.ts';

/** What a new organization begins with. */
export interface NewOrganization {
  readonly name: string;
  readonly slug: string;
}

/** Whether a slug is, or ever was, that of an organization other than this one. */
export function isSlugTaken(world: World, slug: string, organizationId?: string): boolean {
  const owner = world.slugs.get(slug);
  return owner !== undefined && owner !== organizationId;
}

/** Makes an organization that nobody manages, with its first administrator where one is named. */
export function createOrganization(
  deed: Deed,
  { name, slug, firstAdministrator }: NewOrganization & { firstAdministrator?: string | undefined },
): Organization {
  const organization = newOrganization(deed, { name, slug });
  const event = record(deed, about(organization, 'organization.create'));
  if (firstAdministrator === undefined) return organization;
  if (!deed.world.users.has(firstAdministrator)) {
    throw new Refusal('validation_failed', [
      { field: 'firstAdministrator.userId', message: 'There is no such person.' },
    ]);
  }
  const addition = { userId: firstAdministrator, organizationRoleIds: ['organizationAdmin'] };
  addMember(deed, organization, addition, { causedBy: event });
  return organization;
}

/** A new organization with its slug, below a parent where one is named. */
export function newOrganization(
  { world }: Deed,
  { name, slug }: NewOrganization,
  parentOrganizationId?: string,
): Organization {
  const organization: Organization = {
    organizationId: world.newId('org'),
    name,
    slug,
    status: 'active',
    createdAt: world.now(),
    ...(parentOrganizationId !== undefined && { parentOrganizationId }),
  };
  takeSlug(world, organization);
  world.organizations.set(organization.organizationId, organization);
  return organization;
}

/** Changes the profile of an organization; a slug that it gives up stays its own. */
export function updateOrganization(
  deed: Deed,
  organization: Organization,
  change: Amendment,
): Organization {
  const next = amended(organization, change);
  takeSlug(deed.world, next);
  writeOrganization(deed, next);
  const details = { changed: changedBy(change) };
  record(deed, { ...about(organization, 'organization.update'), details });
  return next;
}

/** Shuts an organization out, and ends the refresh tokens of all that came through it. */
export function suspendOrganization(deed: Deed, organization: Organization): Organization {
  const { world } = deed;
  const { organizationId } = organization;
  const next: Organization = { ...organization, status: 'suspended' };
  writeOrganization(deed, next);
  record(deed, about(organization, 'organization.suspend'));
  revokeTokens(world, { organizationId });
  for (const { organization: below, applicationIds } of descendantsOf(world, organizationId)) {
    for (const applicationId of applicationIds) {
      revokeTokens(world, { organizationId: below.organizationId, applicationId });
    }
  }
  return next;
}

/** Lets an organization in again, with all that it had; sessions that ended stay ended. */
export function reactivateOrganization(deed: Deed, organization: Organization): Organization {
  const next: Organization = { ...organization, status: 'active' };
  writeOrganization(deed, next);
  record(deed, about(organization, 'organization.reactivate'));
  return next;
}

/** Gives the administration to another member and takes it from the actor, in one step. */
export function transferOwnership(deed: Deed, organization: Organization, userId: string): void {
  const { world, actor } = deed;
  const { organizationId } = organization;
  const from = memberOf(world, organizationId, actor.userId);
  const to = memberOf(world, organizationId, userId);
  const user = found(world.users.get(userId));
  const [owner, heir] = [memberFactsOf(world, from), memberFactsOf(world, to)];
  refuse(ownershipTransferBlocker(actor, owner, heir, user));
  const event = record(deed, {
    ...about(organization, 'organization.transferOwnership'),
    details: { from: from.userId, to: to.userId },
  });
  const left = from.organizationRoleIds.filter((roleId) => !isAdministratorRole(roleId));
  const given = to.organizationRoleIds.filter((roleId) => !isAdministratorRole(roleId));
  writeOrganizationRoles(deed, to, ['organizationAdmin', ...given], event);
  const kept = left.length > 0 ? left : ['organizationMember'];
  writeOrganizationRoles(deed, from, kept, event);
}

/** Keeps an organization as it is now. */
export function writeOrganization({ world }: Deed, organization: Organization): void {
  world.organizations.set(organization.organizationId, organization);
  countWrite(world, 'organization', organization.organizationId);
}

/** What happened to an organization. */
export function about(
  { organizationId }: Pick<Organization, 'organizationId'>,
  action: string,
): Happening {
  return { action, organizationId, target: { type: 'organization', id: organizationId } };
}

function takeSlug(world: World, { slug, organizationId }: Organization): void {
  if (world.slugs.get(slug) === organizationId) return;
  refuse(slugBlocker(slug, isSlugTaken(world, slug, organizationId)));
  world.slugs.set(slug, organizationId);
}
