import { OAuthError } from './oauth-error.ts';

/** What the scopes `profile` and `email` open, each of which a request may also name by itself. */
export const claimsOfScopes = {
  profile: ['name', 'picture', 'locale'],
  email: ['email', 'email_verified'],
} as const;

/** Claims that a request names one by one, beside those of its scopes. */
export interface RequestedClaims {
  readonly idToken: readonly string[];
  readonly userinfo: readonly string[];
}

/** What the parameter `claims` asks for (OpenID Connect Core, section 5.5), as far as it is offered. */
export interface ClaimsRequest {
  readonly requested: RequestedClaims;
  /** The person that the answer must be about. */
  readonly subject?: string;
  /** The levels of authentication of which one must be reached. */
  readonly levels?: readonly string[];
}

const offered: readonly string[] = Object.values(claimsOfScopes).flat();

/**
 * Reads the parameter `claims`. Claims that are not offered are left out, as their absence is no
 * error.
 *
 * @throws OAuthError for what is no such request.
 */
export function readClaims(text: string): ClaimsRequest {
  const members = objectIn(parsed(text));
  const idToken = objectIn(members['id_token']);
  const userinfo = objectIn(members['userinfo']);
  const subject = objectIn(idToken['sub'])['value'];
  if (subject !== undefined && typeof subject !== 'string') throw unreadable();
  const { essential, value, values } = objectIn(idToken['acr']);
  const levels = value === undefined ? (values ?? []) : [value];
  if (!Array.isArray(levels) || !levels.every((level) => typeof level === 'string')) {
    throw unreadable();
  }
  const named = (where: object) => Object.keys(where).filter((name) => offered.includes(name));
  return {
    requested: { idToken: named(idToken), userinfo: named(userinfo) },
    ...(subject !== undefined && { subject }),
    ...(essential === true && levels.length > 0 && { levels }),
  };
}

/** The scopes that would open as much as these claims. */
export function scopesOf({ idToken, userinfo }: RequestedClaims): readonly string[] {
  const names = [...idToken, ...userinfo];
  return Object.entries(claimsOfScopes)
    .filter(([, claims]) => claims.some((claim) => names.includes(claim)))
    .map(([scope]) => scope);
}

/** A member that may be left out or `null`, and is an object otherwise. */
function objectIn(value: unknown): Readonly<Record<string, unknown>> {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) throw unreadable();
  return { ...value };
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (value !== null) return value;
  } catch {
    throw unreadable();
  }
  throw unreadable();
}

function unreadable(): OAuthError {
  return new OAuthError('invalid_request', 'claims cannot be read.');
}
