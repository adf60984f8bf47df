import type { Organization } from '@tesserakit/domain';
import { found } from '../refusal.ts';
import { dropGrant } from './access-changes.ts';
import { record, type Deed } from './deed.ts';
import { aboutOnboarding, onboardingOf } from './onboardings.ts';
import { childrenOf } from './organization-tree.ts';
import { revokeTokens } from './revocation.ts';
import { countWrite } from './versions.ts';

/**
 * Takes an application away from an organization: with its onboarding go the grants and the refresh
 * tokens that rest on it, and the onboardings that managed organizations below have from it. What
 * invitations promise is judged when they are accepted.
 */
export function withdrawOnboarding(
  deed: Deed,
  { organizationId }: Organization,
  applicationId: string,
  { causedBy: cause }: { causedBy?: string } = {},
): void {
  const { world } = deed;
  const onboarding = found(onboardingOf(world, organizationId, applicationId));
  const event = record(deed, {
    ...aboutOnboarding(onboarding, 'onboarding.withdraw'),
    ...(cause !== undefined && { causedBy: cause }),
  });
  const causedBy = cause ?? event;
  world.onboardings.get(organizationId)?.delete(applicationId);
  countWrite(world, 'onboarding', organizationId, applicationId);
  for (const [userId, grants] of world.grants.get(organizationId) ?? []) {
    if (!grants.some((grant) => grant.applicationId === applicationId)) continue;
    dropGrant(deed, { organizationId, userId }, applicationId, causedBy);
  }
  revokeTokens(world, { organizationId, applicationId });
  for (const child of childrenOf(world, organizationId)) {
    const theirs = onboardingOf(world, child.organizationId, applicationId);
    if (theirs?.fromParent) withdrawOnboarding(deed, child, applicationId, { causedBy });
  }
}
