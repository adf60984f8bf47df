import { base64url, compactVerify, createRemoteJWKSet, customFetch } from 'jose';
import { isRecord } from '../answer.ts';
import { TesseraError } from '../errors.ts';
import type { Fetch } from '../exchange.ts';
import type { Claims } from './claims.ts';
import { getJson } from './discovery.ts';
import { failedClaim, type IdTokenExpectation } from './id-token-claims.ts';
import { SignInError, type Refusal } from './sign-in-error.ts';

/** Signatures that are accepted, all with SHA-256. Nothing symmetric, and never none. */
const algorithms = ['RS256', 'PS256', 'ES256'];

/** The tokens of one answer. */
export interface TokenPair {
  readonly idToken: string;
  readonly accessToken: string;
}

/** @param now seconds since the epoch. */
export type IdTokenVerifier = (
  tokens: TokenPair,
  expected: IdTokenExpectation,
  now: number,
) => Promise<Claims>;

/**
 * Verifies ID tokens: the signature, with a key of the server's own set and none that the token
 * brings along (RFC 8725, section 3.10), then what it says, then that the access token is the one
 * that it came with (OpenID Connect Core, section 3.1.3.6).
 *
 * A key that is not in the set makes it be read again, once, and not more often than every half
 * minute, so that forged tokens do not become requests.
 *
 * The verifier throws SignInError `refused`, with the check that failed; TesseraError when the keys
 * cannot be had.
 */
export function idTokenVerifier(keyAddress: string, fetch: Fetch): IdTokenVerifier {
  const keys = createRemoteJWKSet(new URL(keyAddress), {
    [customFetch]: async () => Response.json(await getJson(fetch, keyAddress)),
  });
  return async ({ idToken, accessToken }, expected, now) => {
    const { payload, protectedHeader } = await compactVerify(idToken, keys, { algorithms }).catch(
      (cause: unknown) => {
        throw refusalOf(cause);
      },
    );
    // Other kinds of signed tokens of the same server must not pass as ID tokens (RFC 8725, 3.11).
    const { typ = 'JWT', crit } = protectedHeader;
    if (typ.toUpperCase() !== 'JWT' || crit) throw SignInError.refused('id_token_type');
    const claims = claimsIn(payload);
    const failed = failedClaim(claims, expected, now);
    if (failed) throw SignInError.refused(failed);
    const { at_hash } = claims;
    if (at_hash !== undefined && at_hash !== base64url.encode(await leftHash(accessToken))) {
      throw SignInError.refused('id_token_at_hash');
    }
    return claims as unknown as Claims;
  };
}

function claimsIn(payload: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const claims: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload));
    if (isRecord(claims)) return claims;
  } catch (cause) {
    throw SignInError.refused('id_token_malformed', cause);
  }
  throw SignInError.refused('id_token_malformed');
}

async function leftHash(accessToken: string): Promise<Uint8Array> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(accessToken));
  return new Uint8Array(hash, 0, hash.byteLength / 2);
}

const refusals: Record<string, Refusal> = {
  ERR_JOSE_ALG_NOT_ALLOWED: 'id_token_algorithm',
  ERR_JOSE_NOT_SUPPORTED: 'id_token_type',
  ERR_JWS_INVALID: 'id_token_malformed',
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: 'id_token_signature',
};

function refusalOf(cause: unknown): Error {
  if (cause instanceof TesseraError) return cause;
  const { code = '' } = cause as { code?: string };
  // What is left is about the key: none that fits, several, or one that cannot be used.
  return SignInError.refused(refusals[code] ?? 'id_token_key', cause);
}
