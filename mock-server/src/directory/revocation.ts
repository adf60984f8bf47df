import { revokesTokens, type RevocationReason } from '@tesserakit/domain';
import type { World } from '../world.ts';

/** Whose refresh tokens are meant: all that fit everything that is said. */
export interface Revoked {
  readonly userId?: string | undefined;
  readonly organizationId?: string | undefined;
  readonly applicationId?: string | undefined;
}

/**
 * Ends refresh tokens at once; access tokens live to their end. With a reason, only those of
 * applications that revoke for it; without one, always.
 */
export function revokeTokens(world: World, whose: Revoked, reason?: RevocationReason): void {
  for (const family of world.authorization.families.values()) {
    const { userId, organizationId, clientId } = family.entry;
    const application = world.applications.get(world.clients.get(clientId)?.applicationId ?? '');
    const meant =
      !family.revoked &&
      (whose.userId === undefined || whose.userId === userId) &&
      (whose.organizationId === undefined || whose.organizationId === organizationId) &&
      (whose.applicationId === undefined || whose.applicationId === application?.applicationId);
    if (!meant) continue;
    if (reason && application && !revokesTokens(application, reason)) continue;
    family.revoked = true;
    world.journal.note(() => {
      family.revoked = false;
    });
  }
}
