import type { World } from '../world.ts';
import { verifyAnyAccessToken } from './access-token.ts';
import { organizationClaims, personalClaims } from './claims.ts';
import { OAuthError, oauthAnswer } from './oauth-error.ts';
import { standingOf } from './standing.ts';

/** UserInfo (OpenID Connect Core, section 5.3), refused as soon as the person may not enter. */
export async function userinfo(world: World, request: Request): Promise<Response> {
  const [, bearer = ''] =
    /^Bearer ([^\s]+)$/i.exec(request.headers.get('Authorization') ?? '') ?? [];
  const claims = await verifyAnyAccessToken(world, bearer);
  const standing =
    claims &&
    standingOf(world, {
      userId: claims.sub,
      clientId: claims.client_id,
      ...(claims.org_id !== undefined && { organizationId: claims.org_id }),
    });
  if (!claims || !standing) {
    return oauthAnswer(
      new OAuthError('invalid_token', 'The access token cannot be used.'),
      request,
    );
  }
  return Response.json({
    sub: claims.sub,
    tid: world.tenantId,
    ...organizationClaims(standing),
    ...personalClaims(standing, claims.scope.split(' '), claims.userinfo),
  });
}
