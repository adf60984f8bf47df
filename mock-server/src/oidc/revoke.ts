import type { World } from '../world.ts';
import { authenticateClient } from './client-authentication.ts';
import { familyOf, revokeLineage } from './families.ts';
import { OAuthError, oauthAnswer } from './oauth-error.ts';
import { formOf, needed } from './parameters.ts';

/**
 * Ends a refresh token with its family (RFC 7009). Access tokens end by themselves. Whether there
 * was such a token is not told.
 */
export async function revoke(world: World, request: Request): Promise<Response> {
  try {
    const form = await formOf(request);
    if (!form || form.repeated.size > 0) throw new OAuthError('invalid_request', 'Send a form.');
    const client = await authenticateClient(world, request, form.values);
    const family = familyOf(world, needed(form.values, 'token'));
    if (family?.entry.clientId === client.clientId) revokeLineage(world, family);
    return new Response(null, { status: 200 });
  } catch (error) {
    if (error instanceof OAuthError) return oauthAnswer(error, request);
    throw error;
  }
}
