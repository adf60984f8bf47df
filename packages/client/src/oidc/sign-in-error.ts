/** Which check an answer did not pass. */
export type Refusal =
  // The server's description of itself.
  | 'discovery_issuer'
  | 'discovery_endpoint'
  // The address at which the person came back. After one of these no code was sent anywhere.
  | 'callback_address'
  | 'callback_repeated_parameter'
  | 'callback_unexpected_parameter'
  | 'callback_state'
  | 'callback_issuer'
  | 'callback_code_and_error'
  | 'callback_no_code'
  // The answer of the token endpoint.
  | 'access_token'
  | 'token_type'
  | 'expires_in'
  | 'refresh_token'
  | 'id_token_missing'
  | 'id_token_malformed'
  | 'id_token_type'
  | 'id_token_algorithm'
  | 'id_token_key'
  | 'id_token_signature'
  | 'id_token_issuer'
  | 'id_token_audience'
  | 'id_token_authorized_party'
  | 'id_token_exp'
  | 'id_token_iat'
  | 'id_token_nbf'
  | 'id_token_subject'
  | 'id_token_nonce'
  | 'id_token_session'
  | 'id_token_organization'
  | 'id_token_auth_time'
  | 'id_token_at_hash';

/**
 * A sign-in that did not come about. `error` is the OAuth error of the server (RFC 6749, section
 * 4.1.2.1; OpenID Connect Core, section 3.1.2.6), or `refused` when this side did not accept an
 * answer; then `refusal` names the check.
 */
export class SignInError extends Error {
  override readonly name = 'SignInError';
  readonly error: string;
  readonly refusal: Refusal | undefined;

  constructor(
    error: string,
    details: {
      description?: string | undefined;
      refusal?: Refusal | undefined;
      cause?: unknown;
    } = {},
  ) {
    const more = details.refusal ?? details.description;
    super(more ? `${error}: ${more}` : error, { cause: details.cause });
    this.error = error;
    this.refusal = details.refusal;
  }

  /** An answer that is not accepted. */
  static refused(refusal: Refusal, cause?: unknown): SignInError {
    return new SignInError('refused', { refusal, cause });
  }
}
