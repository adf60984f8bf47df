import { handedOn, moveBlocker, type Organization } from '@tesserakit/domain';
import { found, refuse } from '../refusal.ts';
import { amended } from './amended.ts';
import { record, type Deed } from './deed.ts';
import { narrow, narrowBelow } from './managed-organization-changes.ts';
import { onboardingOf } from './onboardings.ts';
import { descendantsOf, linkedApplicationIds, linksOf } from './organization-tree.ts';
import { hasLastingAdministrator } from './member-facts.ts';
import { withdrawOnboarding } from './onboarding-withdrawal.ts';
import { about, writeOrganization } from './organization-changes.ts';

/**
 * Puts an organization, with all below it, under another parent, or at the root for `null`. Of what
 * it had from the parent before, it keeps what the new one hands on; the rest is withdrawn. What it
 * has by itself stays.
 */
export function moveOrganization(
  deed: Deed,
  organization: Organization,
  parentOrganizationId: string | null,
): Organization {
  const { world } = deed;
  const { organizationId } = organization;
  const parent =
    parentOrganizationId === null
      ? undefined
      : found(world.organizations.get(parentOrganizationId));
  refuse(
    moveBlocker({
      organizationId,
      newAncestorIds: parent ? linksOf(world, parent).map((link) => link.organizationId) : [],
      height: Math.max(0, ...descendantsOf(world, organizationId).map(({ depth }) => depth)),
      maxManagedDepth: world.settings.maxManagedDepth,
      hasAdministrator: hasLastingAdministrator(world, organizationId),
    }),
  );
  const moved = amended(organization, { parentOrganizationId });
  writeOrganization(deed, moved);
  const causedBy = record(deed, {
    ...about(organization, 'organization.move'),
    details: { from: organization.parentOrganizationId ?? null, to: parentOrganizationId },
  });
  for (const applicationId of linkedApplicationIds(world, organizationId)) {
    follow(deed, moved, applicationId, causedBy);
  }
  return moved;
}

function follow(deed: Deed, moved: Organization, applicationId: string, causedBy: string): void {
  const { organizationId, parentOrganizationId } = moved;
  const parent = onboardingOf(deed.world, parentOrganizationId ?? '', applicationId);
  const own = onboardingOf(deed.world, organizationId, applicationId);
  if (handedOn(parent, own?.roleGroupIds ?? []).length === 0) {
    withdrawOnboarding(deed, moved, applicationId, { causedBy });
    return;
  }
  narrow(deed, moved, applicationId, causedBy);
  narrowBelow(deed, organizationId, applicationId, causedBy);
}
