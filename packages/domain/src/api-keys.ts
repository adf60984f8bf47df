import type { ErrorCode } from './errors.ts';
import type { Administrator } from './member-rules.ts';
import { covers, type Permission } from './organization-roles.ts';

/** A key with which a program of the organization calls the directory, in its maker's name. */
export interface ApiKey {
  readonly apiKeyId: string;
  readonly organizationId: string;
  readonly name: string;
  readonly permissions: readonly Permission[];
  readonly createdBy: string;
  /** Milliseconds since the epoch, as are the other moments. */
  readonly createdAt: number;
  readonly expiresAt?: number;
}

/** A key that somebody wants to make. */
export interface ApiKeyOffer extends Pick<ApiKey, 'permissions' | 'expiresAt'> {
  /** Whether the maker is a member of the organization, in whose name the key could act at all. */
  readonly ofMember: boolean;
}

/** Why somebody makes no key at all: it acts in the name of a member of the organization. */
export function apiKeyMakerBlocker(ofMember: boolean): ErrorCode | undefined {
  return ofMember ? undefined : 'forbidden';
}

/** Why somebody cannot make a key with these permissions: it never holds more than its maker. */
export function apiKeyBlocker(
  actor: Administrator,
  { permissions, expiresAt, ofMember }: ApiKeyOffer,
  now: number,
): ErrorCode | undefined {
  const blocker = apiKeyMakerBlocker(ofMember);
  if (blocker) return blocker;
  if (permissions.length === 0) return 'validation_failed';
  if (expiresAt !== undefined && expiresAt <= now) return 'validation_failed';
  return covers(actor.permissions, new Set(permissions)) ? undefined : 'escalation_refused';
}

/** What a key may do now: what it was made for, as far as its maker may still do it. */
export function permissionsOfKey(
  key: ApiKey,
  maker: ReadonlySet<Permission>,
  now: number,
): ReadonlySet<Permission> {
  if (key.expiresAt !== undefined && now >= key.expiresAt) return new Set();
  return new Set(key.permissions.filter((permission) => maker.has(permission)));
}

/** Why somebody cannot end a key: like a member, one that holds more than they do is above them. */
export function apiKeyRevocationBlocker(
  actor: Administrator,
  { permissions }: Pick<ApiKey, 'permissions'>,
): ErrorCode | undefined {
  return covers(actor.permissions, new Set(permissions)) ? undefined : 'escalation_refused';
}
