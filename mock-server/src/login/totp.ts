import type { World } from '../world.ts';

const digits = 6;
const period = 30;

/** The alphabet of base32 (RFC 4648): 32 characters, so that a byte has no favourites. */
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A secret of 160 bits, as RFC 4226 recommends, in base32. */
export function newTotpSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return [...bytes].map((byte) => letters[byte % 32]).join('');
}

/** What a QR code says to an application that shows one-time passwords. */
export function totpAddress({ issuer }: World, email: string, secret: string): string {
  const { host } = new URL(issuer);
  const address = new URL(`otpauth://totp/${encodeURIComponent(`${host}:${email}`)}`);
  // Six digits, thirty seconds and SHA-1 are what applications take for granted.
  address.search = new URLSearchParams({ secret, issuer: host }).toString();
  return address.href;
}

/**
 * The interval whose one-time password this is: the present one, the one before or the one after, since
 * clocks differ (RFC 6238, section 5.2). `undefined` for any other text.
 */
export async function stepOfCode(
  world: World,
  secret: string,
  code: string,
): Promise<number | undefined> {
  // Whoever never needs it shall not load it.
  const { Secret, TOTP } = await import('otpauth');
  const timestamp = world.now();
  const totp = new TOTP({ secret: Secret.fromBase32(secret), digits, period, algorithm: 'SHA1' });
  const delta = totp.validate({ token: code, timestamp, window: 1 });
  return delta === null ? undefined : Math.floor(timestamp / 1000 / period) + delta;
}
