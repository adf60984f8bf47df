import type { Entry, TokenFamily } from '../authorization-state.ts';
import { sessionNamed } from '../login/sessions.ts';
import { newSecret } from '../random.ts';
import type { World } from '../world.ts';
import { accessTokenLife, signAccessToken } from './access-token.ts';
import { signIdToken } from './id-token.ts';
import type { Standing } from './standing.ts';

const life = 30 * 86_400_000;

/**
 * Begins a family of refresh tokens: one organization at one client, from one proof. One that comes
 * from another by a switch lives and dies with it.
 */
export function beginFamily(world: World, entry: Entry, source?: TokenFamily): TokenFamily {
  const familyId = world.newId('family');
  const family: TokenFamily = {
    familyId,
    rootId: source?.rootId ?? familyId,
    entry,
    expiresAt: source?.expiresAt ?? world.now() + life,
    current: newSecret(),
    revoked: false,
  };
  world.authorization.families.set(family.familyId, family);
  world.authorization.refreshTokens.set(family.current, family.familyId);
  return family;
}

/** The family that a refresh token belongs to, whether the token is its current one or used up. */
export function familyOf(world: World, refreshToken: string): TokenFamily | undefined {
  const familyId = world.authorization.refreshTokens.get(refreshToken);
  return familyId === undefined ? undefined : world.authorization.families.get(familyId);
}

/**
 * Whether the family's refresh token is good. Without `offline_access` it ends with the person's
 * session (OpenID Connect Core 11).
 */
export function isLive(world: World, { entry, revoked, expiresAt }: TokenFamily): boolean {
  const lasts = entry.scope.includes('offline_access') || sessionNamed(world, entry.sid);
  return !revoked && world.now() < expiresAt && Boolean(lasts);
}

/** Replaces the family's refresh token; the one before is never good again. */
export function rotate(world: World, family: TokenFamily): void {
  family.current = newSecret();
  world.authorization.refreshTokens.set(family.current, family.familyId);
}

/** Ends every refresh token of the family, at once. */
export function revokeFamily(family: TokenFamily | undefined): void {
  if (family) family.revoked = true;
}

/** Ends the family with all that came from the same code: one of its tokens is in strange hands. */
export function revokeLineage(world: World, family: TokenFamily | undefined): void {
  for (const other of world.authorization.families.values()) {
    if (other.rootId === family?.rootId) revokeFamily(other);
  }
}

/** What the token endpoint answers (RFC 6749, section 5.1). */
export async function tokensOf(
  world: World,
  family: TokenFamily,
  standing: Standing,
  { nonce, scope = family.entry.scope }: { nonce?: string; scope?: readonly string[] } = {},
): Promise<Record<string, string | number>> {
  const { current } = family;
  const entry = { ...family.entry, scope };
  return {
    access_token: await signAccessToken(world, entry, standing),
    token_type: 'Bearer',
    expires_in: accessTokenLife,
    refresh_token: current,
    id_token: await signIdToken(world, entry, standing, nonce),
    scope: entry.scope.join(' '),
  };
}
