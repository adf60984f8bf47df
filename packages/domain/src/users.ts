export type UserStatus = 'active' | 'disabled';

/**
 * The tenant-level person: the same in every organization. Membership data lives in {@link Member}.
 */
export interface User {
  readonly userId: string;
  /** Unique in the tenant when folded by {@link canonicalEmail}; kept as it was given. */
  readonly email: string;
  readonly emailVerified: boolean;
  readonly name: string;
  readonly picture?: string;
  readonly locale?: string;
  readonly status: UserStatus;
  /** A tenant-level flag, not a membership; counts in the Admin Portal only. */
  readonly platformAdministrator: boolean;
}

/**
 * The form under which an address is looked up and kept unique: case folding only. Unicode
 * look-alikes and plus-addresses stay different people.
 */
export function canonicalEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}
