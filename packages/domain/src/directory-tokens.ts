import type { ErrorCode } from './errors.ts';

/** A bearer token with which an organization's identity provider writes its members (SCIM). */
export interface DirectoryToken {
  readonly directoryTokenId: string;
  readonly organizationId: string;
  readonly name: string;
  readonly createdBy: string;
  /** Milliseconds since the epoch, as are the other moments. */
  readonly createdAt: number;
  readonly expiresAt?: number;
}

/** Why a token cannot be good until `expiresAt`: it would have ended already. */
export function directoryTokenBlocker(
  expiresAt: number | undefined,
  now: number,
): ErrorCode | undefined {
  return expiresAt !== undefined && expiresAt <= now ? 'validation_failed' : undefined;
}
