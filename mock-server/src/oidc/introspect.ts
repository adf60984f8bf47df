import type { Client, World } from '../world.ts';
import { verifyAnyAccessToken } from './access-token.ts';
import { seconds } from './claims.ts';
import { authenticateClient } from './client-authentication.ts';
import { familyOf, isLive } from './families.ts';
import { OAuthError, oauthAnswer } from './oauth-error.ts';
import { formOf, needed } from './parameters.ts';
import { standingOf } from './standing.ts';

const inactive = { active: false };

/**
 * Tells a confidential client whether a token counts at this moment, and what it says (RFC 7662): an
 * access token of its own application, a refresh token of its own. Of any other it is told the same
 * as of none.
 */
export async function introspect(world: World, request: Request): Promise<Response> {
  try {
    const form = await formOf(request);
    if (!form || form.repeated.size > 0) throw new OAuthError('invalid_request', 'Send a form.');
    const client = await authenticateClient(world, request, form.values);
    if (!client.confidential) {
      throw new OAuthError('unauthorized_client', 'Only a confidential client is told.');
    }
    const token = needed(form.values, 'token');
    const told =
      refreshTokenView(world, client, token) ?? (await accessTokenView(world, client, token));
    return Response.json(told ?? inactive);
  } catch (error) {
    if (error instanceof OAuthError) return oauthAnswer(error, request);
    throw error;
  }
}

function refreshTokenView(world: World, client: Client, token: string) {
  const family = familyOf(world, token);
  if (!family) return undefined;
  const { entry, current, expiresAt } = family;
  const counts = token === current && isLive(world, family) && standingOf(world, entry);
  if (entry.clientId !== client.clientId || !counts) return inactive;
  return {
    active: true,
    iss: world.issuer,
    sub: entry.userId,
    client_id: entry.clientId,
    scope: entry.scope.join(' '),
    exp: seconds(expiresAt),
    ...(entry.organizationId !== undefined && { org_id: entry.organizationId }),
  };
}

async function accessTokenView(world: World, client: Client, token: string) {
  const claims = await verifyAnyAccessToken(world, token);
  const issuedTo = world.clients.get(claims?.client_id ?? '');
  if (!claims || !issuedTo || issuedTo.applicationId !== client.applicationId) return undefined;
  const counts = standingOf(world, {
    userId: claims.sub,
    clientId: issuedTo.clientId,
    ...(claims.org_id !== undefined && { organizationId: claims.org_id }),
  });
  return counts ? { active: true, token_type: 'Bearer', ...claims } : undefined;
}
