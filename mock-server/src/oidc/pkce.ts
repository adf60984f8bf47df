import { base64url } from 'jose';

/** Whether it is a verifier at all (RFC 7636, section 4.1). */
export function isVerifier(text: string): boolean {
  return /^[\w.~-]{43,128}$/.test(text);
}

/** The S256 challenge of a verifier (RFC 7636, section 4.6). */
export async function challengeOf(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return base64url.encode(new Uint8Array(digest));
}
