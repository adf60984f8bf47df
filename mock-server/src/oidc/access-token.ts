import { decodeProtectedHeader, jwtVerify, SignJWT, type JWTPayload } from 'jose';
import type { Entry } from '../authorization-state.ts';
import { forgetOldest } from '../forget-oldest.ts';
import type { World } from '../world.ts';
import { authenticationClaims, organizationClaims, seconds } from './claims.ts';
import type { SigningKeys } from './keys.ts';
import { actingOf, type Standing } from './standing.ts';

/** Seconds for which an access token is good. */
export const accessTokenLife = 300;

/** What an access token carries, as far as the server reads it again. */
export interface AccessTokenClaims extends JWTPayload {
  readonly sub: string;
  readonly exp: number;
  readonly client_id: string;
  readonly org_id?: string;
  readonly scope: string;
  /** Claims that UserInfo tells beside those of the scopes. */
  readonly userinfo?: readonly string[];
  readonly sid: string;
  readonly amr: readonly string[];
}

/**
 * An access token in the profile of RFC 9068, signed with ES256: for the reference API and UserInfo,
 * of another company's client for UserInfo alone.
 */
export async function signAccessToken(
  world: World,
  entry: Entry,
  standing: Standing,
): Promise<string> {
  const { kid, privateKey } = await world.authorization.keys.of('ES256');
  const now = seconds(world.now());
  return new SignJWT({
    client_id: entry.clientId,
    scope: entry.scope.join(' '),
    ...(entry.claims?.userinfo.length && { userinfo: entry.claims.userinfo }),
    ...authenticationClaims(world, entry),
    ...organizationClaims(standing),
  })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid })
    .setIssuer(world.issuer)
    .setSubject(entry.userId)
    .setAudience(standing.client.thirdParty ? userinfoOf(world) : apiOf(world))
    .setIssuedAt(now)
    .setExpirationTime(now + accessTokenLife)
    .setJti(world.newId('token'))
    .sign(privateKey);
}

/**
 * The claims of an access token for the reference API that this world signed and that has not
 * expired by its clock.
 */
export async function verifyAccessToken(
  world: World,
  token: string,
): Promise<AccessTokenClaims | undefined> {
  const claims = await verifyAnyAccessToken(world, token);
  return claims?.aud === apiOf(world) ? claims : undefined;
}

/** The claims of an access token of this world, whatever it is for. */
export async function verifyAnyAccessToken(
  world: World,
  token: string,
): Promise<AccessTokenClaims | undefined> {
  const { keys } = world.authorization;
  const known = knownTokens(keys);
  const before = known.get(token);
  const now = world.now();
  try {
    const kid = before?.kid ?? decodeProtectedHeader(token).kid ?? '';
    const key = await keys.named('ES256', kid, now);
    if (!key) return undefined;
    if (before) return seconds(now) < before.claims.exp ? before.claims : undefined;
    const { payload: claims } = await jwtVerify<AccessTokenClaims>(token, key, {
      algorithms: ['ES256'],
      typ: 'at+jwt',
      issuer: world.issuer,
      audience: [apiOf(world), userinfoOf(world)],
      currentDate: new Date(now),
      requiredClaims: ['sub', 'exp', 'client_id'],
    });
    known.set(token, { kid, claims });
    forgetOldest(known, mostKnownTokens);
    return claims;
  } catch {
    return undefined;
  }
}

interface KnownToken {
  readonly kid: string;
  readonly claims: AccessTokenClaims;
}

const mostKnownTokens = 1000;
const tokensByKeys = new WeakMap<SigningKeys, Map<string, KnownToken>>();

/**
 * Tokens whose signature was found good: it stays good for as long as a world has the key, whose
 * name is made of the key itself. Nothing else about them may be taken as known.
 */
function knownTokens(keys: SigningKeys): Map<string, KnownToken> {
  const known = tokensByKeys.get(keys) ?? new Map<string, KnownToken>();
  tokensByKeys.set(keys, known);
  return known;
}

/**
 * An access token for a person without a sign-in, so that a test, a story or a demo can act as
 * anyone. Entry is not judged: what the person may do is, at each call.
 *
 * @throws TypeError when there is no such person, client or membership.
 */
export async function issueAccessToken(
  world: World,
  userId: string,
  organizationId?: string,
  clientId = 'client_flights',
): Promise<string> {
  const user = world.users.get(userId);
  const client = world.clients.get(clientId);
  if (!user || !client) throw new TypeError(`There is no ${user ? clientId : userId}.`);
  const acting =
    organizationId === undefined ? undefined : actingOf(world, user, client, organizationId);
  if (organizationId !== undefined && !acting) {
    throw new TypeError(`${userId} is no member of ${organizationId}.`);
  }
  const entry: Entry = {
    userId,
    clientId,
    ...(organizationId !== undefined && { organizationId }),
    sid: world.newId('session'),
    authenticatedAt: world.now(),
    methods: ['pwd'],
    scope: ['openid', 'profile', 'email'],
  };
  return signAccessToken(world, entry, { user, client, ...(acting && { organization: acting }) });
}

function apiOf(world: World): string {
  return `${world.issuer}/api/v1`;
}

function userinfoOf(world: World): string {
  return `${world.issuer}/userinfo`;
}
