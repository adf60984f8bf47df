import type { Claims } from './claims.ts';
import type { Refusal } from './sign-in-error.ts';

/** What an ID token must say to be the answer to one's own question. */
export interface IdTokenExpectation {
  readonly issuer: string;
  readonly clientId: string;
  /** What was sent with the request for the code. */
  readonly nonce: string;
  /** Greatest age of the authentication in seconds, where one was asked for. */
  readonly maxAge?: number | undefined;
  /** The organization that was asked for; without it, whichever the person chose is right. */
  readonly acting?: { readonly organizationId: string | undefined } | undefined;
  /** The claims until now, where tokens are renewed or the organization is switched. */
  readonly former?: Claims | undefined;
}

/** Seconds by which clocks may differ. */
const tolerance = 60;

/**
 * The first check that the claims do not pass, of those of OpenID Connect Core, sections 3.1.3.7
 * and (with claims until now) 12.2, and of the organization; `undefined` when they pass them all.
 *
 * @param now seconds since the epoch.
 */
export function failedClaim(
  claims: Readonly<Record<string, unknown>>,
  expected: IdTokenExpectation,
  now: number,
): Refusal | undefined {
  const { iss, sub, aud, azp, exp, iat, nbf, nonce, sid, org_id, auth_time } = claims;
  const { acting, former, maxAge } = expected;
  const audience = [aud].flat();
  const checks: readonly (readonly [Refusal, boolean])[] = [
    ['id_token_issuer', iss === expected.issuer],
    ['id_token_audience', audience.every(isName) && audience.includes(expected.clientId)],
    ['id_token_audience', !former || sorted(audience) === sorted([former.aud].flat())],
    [
      'id_token_authorized_party',
      azp === expected.clientId || (azp === undefined && audience.length === 1),
    ],
    ['id_token_exp', isMoment(exp) && now < exp + tolerance],
    ['id_token_iat', isMoment(iat) && iat <= now + tolerance],
    ['id_token_nbf', nbf === undefined || (isMoment(nbf) && nbf <= now + tolerance)],
    ['id_token_subject', isName(sub) && (!former || sub === former.sub)],
    // A renewed one may leave the nonce out, but not name another.
    ['id_token_nonce', nonce === expected.nonce || (nonce === undefined && former !== undefined)],
    ['id_token_session', sid === undefined || isName(sid)],
    ['id_token_organization', org_id === undefined || isName(org_id)],
    ['id_token_organization', !acting || org_id === acting.organizationId],
    ['id_token_auth_time', auth_time === undefined || isMoment(auth_time)],
    [
      'id_token_auth_time',
      maxAge === undefined || (isMoment(auth_time) && now <= auth_time + maxAge + tolerance),
    ],
  ];
  return checks.find(([, passed]) => !passed)?.[0];
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isMoment(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function sorted(audience: readonly unknown[]): string {
  return JSON.stringify([...audience].sort());
}
