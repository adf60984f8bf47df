import { revokesTokens, type RevocationReason } from '@tesserakit/domain';
import type { Entry } from '../authorization-state.ts';
import { forget } from '../journal.ts';
import type { World } from '../world.ts';

/** Whose refresh tokens are meant: all that fit everything that is said. */
export interface Revoked {
  readonly userId?: string | undefined;
  readonly organizationId?: string | undefined;
  readonly applicationId?: string | undefined;
  /** Of one sign-in. */
  readonly sid?: string | undefined;
  /** For whoever came through it. */
  readonly connectionId?: string | undefined;
}

/**
 * Ends refresh tokens at once; access tokens live to their end. With a reason, only those of
 * applications that revoke for it; without one, always.
 */
export function revokeTokens(world: World, whose: Revoked, reason?: RevocationReason): void {
  for (const family of world.authorization.families.values()) {
    const { userId, organizationId, clientId, sid, through } = family.entry;
    const application = world.applications.get(world.clients.get(clientId)?.applicationId ?? '');
    const meant =
      !family.revoked &&
      (whose.userId === undefined || whose.userId === userId) &&
      (whose.sid === undefined || whose.sid === sid) &&
      (whose.connectionId === undefined ||
        through?.some(({ connectionId }) => connectionId === whose.connectionId)) &&
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

/** Ends the codes that are on their way for entries that are meant; they give nothing any more. */
export function revokeCodes(world: World, isMeant: (entry: Entry) => boolean): void {
  const { codes } = world.authorization;
  for (const [secret, { entry }] of codes) {
    if (isMeant(entry)) forget(world.journal, codes, secret);
  }
}
