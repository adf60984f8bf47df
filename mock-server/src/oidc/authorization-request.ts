import { preferredLevel, type AuthenticationLevel } from '@tesserakit/domain';
import type { Client, World } from '../world.ts';
import { OAuthError } from './oauth-error.ts';
import type { Parameters } from './parameters.ts';
import { readClaims, type ClaimsRequest, type RequestedClaims } from './requested-claims.ts';

export const prompts = ['none', 'login', 'select_account', 'consent'] as const;
export const scopes = ['openid', 'profile', 'email', 'offline_access'] as const;

/** For whom a client asks to be let in, and how, by whatever way it is answered. */
export interface EntryRequest {
  readonly clientId: string;
  readonly scope: readonly string[];
  readonly prompt: ReadonlySet<string>;
  /** Seconds since the person last proved who they are. */
  readonly maxAge?: number;
  readonly loginHint?: string;
  /** The only person who may be meant. */
  readonly subject?: string;
  /** The organization on behalf of which the application wants the person to act. */
  readonly organizationId?: string;
  readonly uiLocales?: string;
  /** How surely the person has to prove who they are. */
  readonly level?: AuthenticationLevel;
  /** Claims beside those of the scopes. */
  readonly claims?: RequestedClaims;
}

/** An authorization request that was found in order. */
export interface AuthorizationRequest extends EntryRequest {
  readonly redirectUri: string;
  readonly state?: string;
  readonly nonce?: string;
  readonly codeChallenge: string;
  readonly idTokenHint?: string;
}

/** Where an answer may go: a known client, and an address that is registered for it. */
export interface ReturnAddress {
  readonly client: Client;
  readonly redirectUri: string;
  readonly state?: string;
}

const longestState = 2048;
const noClaims: Partial<ClaimsRequest> = {};

/**
 * Whom to answer, before anything else is looked at.
 *
 * @throws OAuthError when the client is unknown or the address is not registered for it to the
 * letter (RFC 9700, section 2.1): such a request must not be answered by a redirect.
 */
export function returnAddress(world: World, { values, repeated }: Parameters): ReturnAddress {
  const client = world.clients.get(values.get('client_id') ?? '');
  if (!client || repeated.has('client_id')) {
    throw new OAuthError('invalid_request', 'The application that started this is not known.');
  }
  const redirectUri = values.get('redirect_uri') ?? '';
  if (!client.redirectUris.includes(redirectUri) || repeated.has('redirect_uri')) {
    throw new OAuthError('invalid_request', 'The address to return to is not registered.');
  }
  const state = values.get('state');
  if (state === undefined || repeated.has('state') || !isCarried(state)) {
    return { client, redirectUri };
  }
  return { client, redirectUri, state };
}

/**
 * Reads the rest of the request: authorization code with PKCE by S256, and nothing else.
 *
 * @throws OAuthError that goes back to the client by redirect.
 */
export function readRequest(
  { client, redirectUri, state }: ReturnAddress,
  { values, repeated }: Parameters,
): AuthorizationRequest {
  const invalid = (why: string) => new OAuthError('invalid_request', why);
  if (repeated.size > 0) throw invalid('A parameter is given more than once.');
  if ([...values].some(([name, value]) => !isCarried(value) && name !== 'id_token_hint')) {
    throw invalid('A parameter is too long or holds control characters.');
  }
  if (values.has('request')) throw new OAuthError('request_not_supported', 'Use parameters.');
  if (values.has('request_uri')) {
    throw new OAuthError('request_uri_not_supported', 'Use parameters.');
  }
  if (values.has('registration')) {
    throw new OAuthError('registration_not_supported', 'Clients are registered beforehand.');
  }
  const responseType = values.get('response_type');
  if (responseType === undefined) throw invalid('response_type is missing.');
  if (responseType !== 'code') {
    throw new OAuthError('unsupported_response_type', 'Only code is supported.');
  }
  if ((values.get('response_mode') ?? 'query') !== 'query') {
    throw new OAuthError('unsupported_response_mode', 'Only query is supported.');
  }
  const scope = readScope(values);
  const codeChallenge = values.get('code_challenge') ?? '';
  if (values.get('code_challenge_method') !== 'S256') {
    throw invalid('code_challenge_method must be S256.');
  }
  if (!/^[\w-]{43}$/.test(codeChallenge)) throw invalid('code_challenge is no SHA-256 digest.');
  const maxAge = values.get('max_age');
  if (maxAge !== undefined && !/^\d{1,9}$/.test(maxAge)) throw invalid('max_age is no number.');
  const organizationId = readOrganization(values);
  const claims = values.get('claims');
  const { requested, subject, levels } = claims === undefined ? noClaims : readClaims(claims);
  const level = preferredLevel(levels ?? wordsOf(values.get('acr_values')));
  if (levels && level === undefined) {
    throw new OAuthError('unmet_authentication_requirements', 'There is no such acr.');
  }
  return {
    clientId: client.clientId,
    redirectUri,
    codeChallenge,
    scope,
    prompt: readPrompt(values.get('prompt')),
    ...(state !== undefined && { state }),
    ...(maxAge !== undefined && { maxAge: Number(maxAge) }),
    ...(organizationId !== undefined && { organizationId }),
    ...optional('nonce', values.get('nonce')),
    ...optional('loginHint', values.get('login_hint')?.slice(0, 320)),
    ...optional('idTokenHint', values.get('id_token_hint')),
    ...optional('uiLocales', values.get('ui_locales')),
    ...(level !== undefined && { level }),
    ...(requested && { claims: requested }),
    ...optional('subject', subject),
  };
}

/** The scopes that are asked for, as far as they are offered. @throws OAuthError without `openid` */
export function readScope(values: ReadonlyMap<string, string>): readonly string[] {
  const words = wordsOf(values.get('scope')).filter((word) =>
    (scopes as readonly string[]).includes(word),
  );
  if (!words.includes('openid')) {
    throw new OAuthError('invalid_request', 'scope must include openid.');
  }
  return [...new Set(words)];
}

/** The organization that is asked for, under either name. @throws OAuthError where they differ */
export function readOrganization(values: ReadonlyMap<string, string>): string | undefined {
  const organizationId = values.get('org_id') ?? values.get('organization');
  if ((values.get('organization') ?? organizationId) !== organizationId) {
    throw new OAuthError('invalid_request', 'org_id and organization differ.');
  }
  return organizationId;
}

/** The client's address with an answer; `iss` in each (RFC 9207). */
export function answerAddress(
  world: World,
  { redirectUri, state }: Pick<ReturnAddress, 'redirectUri' | 'state'>,
  answer: Record<string, string>,
): string {
  const address = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) address.searchParams.set(name, value);
  if (state !== undefined) address.searchParams.set('state', state);
  address.searchParams.set('iss', world.issuer);
  return address.href;
}

function readPrompt(prompt: string | undefined): ReadonlySet<string> {
  const words = new Set(wordsOf(prompt));
  const unknown = [...words].find((word) => !(prompts as readonly string[]).includes(word));
  if (unknown !== undefined || (words.has('none') && words.size > 1)) {
    throw new OAuthError('invalid_request', 'prompt is not one of the supported ones.');
  }
  return words;
}

function wordsOf(text: string | undefined): string[] {
  return (text ?? '').split(' ').filter((word) => word !== '');
}

function isCarried(value: string): boolean {
  return !value.includes('\0') && new TextEncoder().encode(value).length <= longestState;
}

function optional<K extends string>(name: K, value: string | undefined) {
  return (value === undefined ? {} : { [name]: value }) as Partial<Record<K, string>>;
}
