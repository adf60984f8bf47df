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
  readonly lastUsedAt?: number;
  readonly expiresAt?: number;
}

/** Why somebody cannot make a key with these permissions: it never holds more than its maker. */
export function apiKeyBlocker(
  actor: Administrator,
  { permissions, expiresAt }: Pick<ApiKey, 'permissions' | 'expiresAt'>,
  now: number,
): ErrorCode | undefined {
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
