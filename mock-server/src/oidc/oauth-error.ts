/** Error codes of the protocol, as the RFCs spell them. */
export type OAuthErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_scope'
  | 'invalid_token'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'unsupported_response_type'
  | 'unsupported_response_mode'
  | 'request_not_supported'
  | 'request_uri_not_supported'
  | 'invalid_request_uri'
  | 'registration_not_supported'
  | 'access_denied'
  | 'login_required'
  | 'interaction_required'
  | 'consent_required'
  | 'authorization_pending'
  | 'slow_down'
  | 'expired_token'
  | 'unmet_authentication_requirements';

/** Why an OAuth request was refused. */
export class OAuthError extends Error {
  readonly code: OAuthErrorCode;

  constructor(code: OAuthErrorCode, description: string) {
    super(description);
    this.code = code;
  }
}

/** The answer of an endpoint that is not a page (RFC 6749, section 5.2; RFC 6750, section 3.1). */
export function oauthAnswer({ code, message }: OAuthError, request: Request): Response {
  const status = code === 'invalid_client' || code === 'invalid_token' ? 401 : 400;
  const headers = new Headers();
  if (code === 'invalid_token') headers.set('WWW-Authenticate', `Bearer error="${code}"`);
  else if (status === 401 && request.headers.has('Authorization')) {
    headers.set('WWW-Authenticate', 'Basic realm="tessera"');
  }
  return Response.json({ error: code, error_description: message }, { status, headers });
}
