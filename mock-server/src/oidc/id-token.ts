import { compactVerify, decodeJwt, decodeProtectedHeader, SignJWT, type JWTPayload } from 'jose';
import type { Entry } from '../authorization-state.ts';
import type { World } from '../world.ts';
import { authenticationClaims, organizationClaims, personalClaims, seconds } from './claims.ts';
import type { Standing } from './standing.ts';

const life = 300;

/** An ID token (OpenID Connect Core, section 2), signed with RS256. */
export async function signIdToken(
  world: World,
  entry: Entry,
  standing: Standing,
  nonce: string | undefined,
): Promise<string> {
  const { kid, privateKey } = await world.authorization.keys.of('RS256');
  const now = seconds(world.now());
  return new SignJWT({
    ...authenticationClaims(world, entry),
    ...organizationClaims(standing),
    ...personalClaims(standing, entry.scope, entry.claims?.idToken),
    ...(nonce !== undefined && { nonce }),
  })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
    .setIssuer(world.issuer)
    .setSubject(entry.userId)
    .setAudience(entry.clientId)
    .setIssuedAt(now)
    .setExpirationTime(now + life)
    .sign(privateKey);
}

/**
 * The claims of an ID token that this world once signed, for use as a hint: it may have expired.
 * `undefined` for anything else.
 */
export async function readIdTokenHint(
  world: World,
  token: string,
): Promise<(JWTPayload & { sub: string; aud: string; sid?: string }) | undefined> {
  try {
    const { kid = '' } = decodeProtectedHeader(token);
    const key = await world.authorization.keys.named('RS256', kid, world.now());
    if (!key) return undefined;
    await compactVerify(token, key, { algorithms: ['RS256'] });
    const claims = decodeJwt<{ sub: string; aud: string; sid?: string }>(token);
    return claims.iss === world.issuer ? claims : undefined;
  } catch {
    return undefined;
  }
}
