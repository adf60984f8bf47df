import { isRecord, readJson, refusalOf } from '../answer.ts';
import { within } from '../deadline.ts';
import { TesseraError } from '../errors.ts';
import { reach, usualTimeout, type Fetch } from '../exchange.ts';
import { SignInError } from './sign-in-error.ts';

/** Where the server is asked for what, as far as it is asked here. */
export interface ServerMetadata {
  readonly issuer: string;
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
  readonly jwks_uri: string;
  readonly end_session_endpoint?: string;
  /** RFC 9207, section 3. */
  readonly authorization_response_iss_parameter_supported?: boolean;
}

const needed = ['authorization_endpoint', 'token_endpoint', 'jwks_uri'];

/**
 * The server's description of itself (OpenID Connect Discovery 1.0, section 4).
 *
 * @throws SignInError `refused` when it is of another issuer, or an address in it is not of the web,
 *   or less safe than the issuer's own; TesseraError when it cannot be had.
 */
export async function discover(issuer: string, fetch: Fetch): Promise<ServerMetadata> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const metadata = await getJson(fetch, address);
  if (!isRecord(metadata)) throw new TesseraError('invalid_response');
  if (metadata['issuer'] !== issuer) throw SignInError.refused('discovery_issuer');
  for (const name of [...needed, 'end_session_endpoint']) {
    const endpoint = metadata[name];
    const absent = endpoint === undefined && !needed.includes(name);
    if (!absent && !isWebAddress(endpoint, issuer)) {
      throw SignInError.refused('discovery_endpoint', name);
    }
  }
  return metadata as unknown as ServerMetadata;
}

/** A document that the server publishes. @throws TesseraError */
export async function getJson(fetch: Fetch, address: string): Promise<unknown> {
  return within({ timeout: usualTimeout }, async (signal) => {
    const headers = { Accept: 'application/json' };
    const response = await reach(fetch, address, { headers, credentials: 'omit', signal });
    if (!response.ok) throw await refusalOf(response);
    return readJson(response);
  });
}

function isWebAddress(value: unknown, issuer: string): boolean {
  if (typeof value !== 'string' || !URL.canParse(value)) return false;
  const { protocol } = new URL(value);
  return protocol === 'https:' || (protocol === 'http:' && !issuer.startsWith('https:'));
}
