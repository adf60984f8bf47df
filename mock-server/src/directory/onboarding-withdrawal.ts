import type { Organization } from '@tesserakit/domain';
import { found } from '../refusal.ts';
import { replaceGrant } from './access-changes.ts';
import { record, type Deed } from './deed.ts';
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
  const onboardings = found(world.onboardings.get(organizationId));
  found(onboardings.get(applicationId));
  const event = record(deed, {
    action: 'onboarding.withdraw',
    organizationId,
    applicationId,
    target: { type: 'onboarding', id: applicationId },
    ...(cause !== undefined && { causedBy: cause }),
  });
  const causedBy = cause ?? event;
  onboardings.delete(applicationId);
  countWrite(world, 'onboarding', organizationId, applicationId);
  for (const [userId, grants] of world.grants.get(organizationId) ?? []) {
    if (!grants.some((grant) => grant.applicationId === applicationId)) continue;
    replaceGrant(world, { organizationId, userId }, applicationId, undefined);
    record(deed, {
      action: 'access.withdraw',
      organizationId,
      applicationId,
      target: { type: 'member', id: userId },
      causedBy,
    });
  }
  revokeTokens(world, { organizationId, applicationId });
  for (const child of childrenOf(world, organizationId)) {
    const theirs = world.onboardings.get(child.organizationId)?.get(applicationId);
    if (theirs?.fromParent) withdrawOnboarding(deed, child, applicationId, { causedBy });
  }
}
