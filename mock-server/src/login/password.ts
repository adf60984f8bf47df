import { base64url } from 'jose';
import { bytesOf } from '../random.ts';
import type { World } from '../world.ts';

/** A password as it is stored: PBKDF2 with SHA-256. */
export interface PasswordRecord {
  readonly salt: string;
  readonly iterations: number;
  readonly hash: string;
}

// Stands in for the record of an address without a password, so that the work is the same.
const decoy: PasswordRecord = {
  salt: 'dGVzc2VyYS1kZWNveS1zYWx0',
  iterations: 100_000,
  hash: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
};

/**
 * Whether this is the user's password. Exactly one hash is computed, whether the user exists, has a
 * password, or neither.
 */
export async function verifyPassword(
  world: World,
  userId: string | undefined,
  password: string,
): Promise<boolean> {
  const record = userId === undefined ? undefined : world.passwords.get(userId);
  const { salt, iterations, hash } = record ?? decoy;
  world.authorization.passwordHashes += 1;
  const key = await crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(password),
    'PBKDF2',
    false,
    ['deriveBits'],
  );
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf(salt), iterations },
    key,
    256,
  );
  // It may have been reset while it was looked at.
  const stands = record !== undefined && world.passwords.get(userId ?? '') === record;
  return stands && base64url.encode(new Uint8Array(bits)) === hash;
}
