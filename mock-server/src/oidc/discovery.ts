import { authenticationLevels } from '@tesserakit/domain';
import type { World } from '../world.ts';
import { assertionAlgorithms, authenticationMethods } from './client-authentication.ts';
import { prompts, scopes } from './authorization-request.ts';
import { deviceGrant } from './device.ts';
import { claimsOfScopes } from './requested-claims.ts';

/** What the authorization server offers (OpenID Connect Discovery 1.0, RFC 8414). */
export function discovery({ issuer }: World): Response {
  return Response.json({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    jwks_uri: `${issuer}/jwks`,
    end_session_endpoint: `${issuer}/logout`,
    introspection_endpoint: `${issuer}/introspect`,
    revocation_endpoint: `${issuer}/revoke`,
    pushed_authorization_request_endpoint: `${issuer}/par`,
    require_pushed_authorization_requests: false,
    device_authorization_endpoint: `${issuer}/device_authorization`,
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    grant_types_supported: ['authorization_code', 'refresh_token', deviceGrant],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: authenticationMethods,
    token_endpoint_auth_signing_alg_values_supported: assertionAlgorithms,
    introspection_endpoint_auth_methods_supported: authenticationMethods.filter(
      (method) => method !== 'none',
    ),
    introspection_endpoint_auth_signing_alg_values_supported: assertionAlgorithms,
    revocation_endpoint_auth_methods_supported: authenticationMethods,
    revocation_endpoint_auth_signing_alg_values_supported: assertionAlgorithms,
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: scopes,
    prompt_values_supported: prompts,
    acr_values_supported: authenticationLevels,
    claims_supported: [
      ...['sub', 'iss', 'aud', 'exp', 'iat', 'nonce', 'auth_time', 'amr', 'acr', 'sid', 'tid'],
      ...claimsOfScopes.profile,
      ...claimsOfScopes.email,
      ...['org_id', 'org_name', 'org_roles', 'roles', 'permissions'],
    ],
    authorization_response_iss_parameter_supported: true,
    claims_parameter_supported: true,
    request_parameter_supported: false,
    request_uri_parameter_supported: false,
  });
}

/** The public halves of the signing keys (RFC 7517): those in use first, then retired ones. */
export async function jwks(world: World): Promise<Response> {
  return Response.json({ keys: await world.authorization.keys.published(world.now()) });
}
