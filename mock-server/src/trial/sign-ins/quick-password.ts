import { base64url } from 'jose';
import type { PasswordRecord } from '../../login/password.ts';
import { password } from '../browser.ts';

/** The password of the trials with the least work, where there is a lot of it. */
export async function digestOfPassword(): Promise<PasswordRecord> {
  const salt = 'AAAA';
  const key = await crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(password),
    'PBKDF2',
    false,
    ['deriveBits'],
  );
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: new Uint8Array(3), iterations: 1 };
  const bits = await crypto.subtle.deriveBits(how, key, 256);
  return { salt, iterations: 1, hash: base64url.encode(new Uint8Array(bits)) };
}
