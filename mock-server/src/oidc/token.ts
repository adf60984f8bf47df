import type { TokenFamily } from '../authorization-state.ts';
import { touch } from '../directory/last-sign-in.ts';
import type { Client, World } from '../world.ts';
import { demandsOf } from '../login/factor-demand.ts';
import { sessionNamed } from '../login/sessions.ts';
import { secondFactorBlocker } from '@tesserakit/domain';
import {
  beginFamily,
  familyOf,
  isLive,
  revokeFamily,
  revokeLineage,
  rotate,
  tokensOf,
} from './families.ts';
import { authenticateClient } from './client-authentication.ts';
import { needsConsent } from './consent.ts';
import { collectDevice, deviceGrant } from './device.ts';
import { OAuthError, oauthAnswer } from './oauth-error.ts';
import { formOf, needed } from './parameters.ts';
import { challengeOf, isVerifier } from './pkce.ts';
import { lacksProof, standingOf } from './standing.ts';

type Values = ReadonlyMap<string, string>;

/**
 * The token endpoint: `authorization_code` and `refresh_token` (RFC 6749, sections 4.1.3 and 6).
 * Whether the person may still enter is judged at each.
 */
export async function token(world: World, request: Request): Promise<Response> {
  try {
    const form = await formOf(request);
    if (!form) throw new OAuthError('invalid_request', 'Send a form.');
    if (form.repeated.size > 0) {
      throw new OAuthError('invalid_request', 'A parameter is given more than once.');
    }
    const client = await authenticateClient(world, request, form.values);
    switch (form.values.get('grant_type')) {
      case 'authorization_code':
        return Response.json(await redeem(world, client, form.values));
      case 'refresh_token':
        return Response.json(await refresh(world, client, form.values));
      case deviceGrant:
        return Response.json(await collect(world, client, form.values));
      case undefined:
        throw new OAuthError('invalid_request', 'grant_type is missing.');
      default:
        throw new OAuthError('unsupported_grant_type', 'This grant is not supported.');
    }
  } catch (error) {
    if (error instanceof OAuthError) return oauthAnswer(error, request);
    throw error;
  }
}

async function redeem(world: World, client: Client, values: Values) {
  const refused = new OAuthError('invalid_grant', 'The code cannot be used.');
  const { codes, families } = world.authorization;
  const verifier = values.get('code_verifier') ?? '';
  // The digest is worked out first: nothing may come between the look at the code and its use.
  const challenge = await challengeOf(verifier);
  const redirectUri = needed(values, 'redirect_uri');
  const code = codes.get(needed(values, 'code'));
  if (!code) throw refused;
  if (code.familyId !== undefined) {
    revokeLineage(world, families.get(code.familyId));
    throw refused;
  }
  const standing = standingOf(world, code.entry);
  if (
    world.now() >= code.expiresAt ||
    code.entry.clientId !== client.clientId ||
    code.redirectUri !== redirectUri ||
    !isVerifier(verifier) ||
    code.codeChallenge !== challenge ||
    !sessionNamed(world, code.entry.sid) ||
    !standing
  ) {
    throw refused;
  }
  const family = beginFamily(world, code.entry);
  code.familyId = family.familyId;
  const { nonce } = code;
  return tokensOf(world, family, standing, nonce === undefined ? {} : { nonce });
}

/** Tokens for a device that a person has let in (RFC 8628, section 3.4). */
async function collect(world: World, client: Client, values: Values) {
  const entry = collectDevice(world, client, needed(values, 'device_code'));
  const standing = sessionNamed(world, entry.sid) && standingOf(world, entry);
  if (!standing) throw new OAuthError('invalid_grant', 'The person may not enter any more.');
  return tokensOf(world, beginFamily(world, entry), standing);
}

async function refresh(world: World, client: Client, values: Values) {
  const presented = needed(values, 'refresh_token');
  const family = familyOf(world, presented);
  if (!family || family.entry.clientId !== client.clientId) throw refusedToken();
  if (presented !== family.current) revokeLineage(world, family);
  if (!isLive(world, family)) throw refusedToken();
  const given = family.entry.scope;
  const scope = values.get('scope')?.split(' ') ?? given;
  if (!scope.every((word) => given.includes(word)) || !scope.includes('openid')) {
    throw new OAuthError('invalid_scope', 'The scope is another one than what was given.');
  }
  const organizationId = values.get('org_id') ?? values.get('organization');
  if (organizationId !== undefined && organizationId !== family.entry.organizationId) {
    return switchOrganization(world, family, organizationId, scope);
  }
  const standing = standingOf(world, family.entry);
  if (!standing) {
    revokeFamily(family);
    throw refusedToken();
  }
  rotate(world, family);
  return tokensOf(world, family, standing, { scope });
}

/**
 * Tokens of a new family for another organization of the same person. The presented refresh token
 * stays good, so that another tab keeps its own organization.
 */
async function switchOrganization(
  world: World,
  family: TokenFamily,
  organizationId: string,
  scope: readonly string[],
) {
  const entry = { ...family.entry, organizationId };
  const standing = standingOf(world, entry);
  if (!standing) {
    if (lacksProof(world, entry)) {
      throw new OAuthError('interaction_required', 'This organization demands another sign-in.');
    }
    throw new OAuthError('access_denied', 'This organization gives no access.');
  }
  const demands = demandsOf(world, entry, organizationId);
  if (secondFactorBlocker(entry.factor, demands, { now: world.now() })) {
    throw new OAuthError('interaction_required', 'This organization demands a second factor.');
  }
  if (needsConsent(world, entry)) {
    throw new OAuthError(
      'consent_required',
      'The person has not allowed it for this organization.',
    );
  }
  touch(world, entry);
  return tokensOf(world, beginFamily(world, entry, family), standing, { scope });
}

function refusedToken(): OAuthError {
  return new OAuthError('invalid_grant', 'The refresh token cannot be used.');
}
