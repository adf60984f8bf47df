import { base64url } from 'jose';
import { newSecret } from './random.ts';

/** What a secret is good for, and nothing else. */
export type SecretUse =
  | {
      readonly purpose: 'invitation' | 'apiKey' | 'directoryToken';
      readonly organizationId: string;
      /** What it stands for. */
      readonly id: string;
    }
  | {
      readonly purpose: 'passwordReset';
      /** Whose password. */
      readonly id: string;
      /** Milliseconds since the epoch. */
      readonly expiresAt: number;
    };

/** A secret that is shown once, and the digest that is kept. */
export interface FreshSecret {
  readonly secret: string;
  readonly digest: string;
}

/** A new secret with a prefix that says what it is, so that scanners of leaked secrets know it. */
export async function freshSecret(prefix: string): Promise<FreshSecret> {
  const secret = `${prefix}_${newSecret()}`;
  return { secret, digest: await digestOf(secret) };
}

/** What is kept of a secret: SHA-256, base64url. A secret of 256 bits needs no salt. */
export async function digestOf(secret: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret));
  return base64url.encode(new Uint8Array(bytes));
}
