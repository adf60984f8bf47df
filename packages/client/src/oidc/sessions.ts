import { within } from '../deadline.ts';
import {
  Authorization,
  type AuthorizationOptions,
  type AuthorizationRequest,
} from './authorization.ts';
import type { Claims } from './claims.ts';
import { SignInError } from './sign-in-error.ts';
import { TokenSets } from './token-sets.ts';

export interface SessionsOptions extends AuthorizationOptions {
  /** Told when the person has signed out in another tab; everything is forgotten by then. */
  readonly onSignedOut?: (() => void) | undefined;
  /** Leaves the page for an address; `location.assign` by default. */
  readonly navigate?: ((url: string) => void) | undefined;
}

export interface SignInRequest extends AuthorizationRequest {
  /** The organization to act for; without it the person is asked where there are several. */
  readonly organizationId?: string | undefined;
  /** A path of this application to go on at. */
  readonly returnTo?: string | undefined;
  /** `none`, `login`, `select_account`, … (OpenID Connect Core, section 3.1.2.1). */
  readonly prompt?: string | undefined;
  /** The address with which the person is likely to sign in. */
  readonly loginHint?: string | undefined;
  /** Greatest age of the authentication, in seconds; checked in the answer. */
  readonly maxAge?: number | undefined;
  /** The languages of the page, most liked first, as BCP 47 tags between spaces. */
  readonly uiLocales?: string | undefined;
}

export interface SignedIn {
  /** Absent for a person who acts for themselves. */
  readonly organizationId: string | undefined;
  /** What the request carried, if it is a path of this application. */
  readonly returnTo: string | undefined;
  readonly claims: Claims;
}

/**
 * The sessions of one application in one tab: a set of tokens per organization, in memory only. A
 * reload begins anew; the sign-in server, where the person's session lives, answers without asking.
 */
export interface Sessions {
  /** Leaves the page for the sign-in server. @throws TesseraError, SignInError when it cannot be asked */
  signIn(request?: SignInRequest): Promise<void>;

  /**
   * Takes the address at which the person came back.
   *
   * @throws SignInError with the server's OAuth error (`access_denied`, `login_required`, …), or
   *   `refused` for an answer that is not accepted; nothing is kept then, and what was there before
   *   stays. TesseraError when the server cannot be reached.
   */
  completeSignIn(url: string): Promise<SignedIn>;

  /** Who acts for the organization (or for themselves); `undefined` without tokens for it. */
  claims(organizationId?: string): Claims | undefined;

  /**
   * An access token for the organization (or for the person themselves): renewed when it is about to
   * end, and got without a new sign-in when there are tokens for another organization only. Calls at
   * the same time share one renewal.
   *
   * @throws TesseraError `unauthenticated` without a session, `no_access` when the organization
   *   gives no entry, `step_up_required` when it demands more, `network`, `timeout`, `aborted`, or
   *   `invalid_response` for an answer that is not accepted (its tokens are dropped then).
   */
  getToken(scope: {
    readonly organizationId?: string | undefined;
    readonly signal?: AbortSignal | undefined;
  }): Promise<string>;

  /**
   * Gets the tokens for another organization, checked. The former organization's stay; on failure
   * everything stays as it was.
   *
   * @throws TesseraError as {@link getToken}
   */
  switchTo(
    organizationId: string,
    options?: { readonly signal?: AbortSignal | undefined },
  ): Promise<Claims>;

  /**
   * Forgets everything here and in this application's other tabs, then leaves the page for the
   * server to end its session. Without a server to reach, it is forgotten all the same.
   *
   * @throws TesseraError when the server cannot be reached
   */
  signOut(): Promise<void>;

  /** Forgets everything and stops listening to other tabs. */
  close(): void;
}

/**
 * Sessions of an application over OpenID Connect: authorization code with PKCE, every answer of the
 * server checked in full, tokens never stored.
 */
export function createSessions(options: SessionsOptions): Sessions {
  const { issuer, redirectUri, onSignedOut, clock = Date.now } = options;
  const navigate = options.navigate ?? ((url) => location.assign(url));
  const authorization = new Authorization(options);
  const tokens = new TokenSets(authorization, clock);

  // Every application of this origin hears it: the session that ends at the server is theirs too.
  const channel = new BroadcastChannel(`tessera.sign-out.${issuer}`);
  channel.onmessage = () => {
    const signedIn = tokens.latest !== undefined || completing > 0;
    tokens.forget();
    if (signedIn) onSignedOut?.();
  };
  let completing = 0;

  const current = (organizationId: string | undefined, signal: AbortSignal | undefined) =>
    within({ signal }, () => tokens.current(organizationId));

  return {
    signIn: async (request = {}) => navigate(await authorization.request(request)),

    completeSignIn: async (url) => {
      const { epoch } = tokens;
      completing += 1;
      const { set, returnTo } = await authorization.complete(url).finally(() => {
        completing -= 1;
      });
      // Signed out in the meantime, here or in another tab: then these tokens come too late.
      if (epoch !== tokens.epoch) throw new SignInError('login_required');
      tokens.add(set);
      const { claims } = set;
      return { organizationId: claims.org_id, returnTo: ownPath(returnTo, redirectUri), claims };
    },

    claims: (organizationId) => tokens.kept(organizationId)?.claims,

    getToken: async ({ organizationId, signal }) =>
      (await current(organizationId, signal)).accessToken,

    switchTo: async (organizationId, { signal } = {}) =>
      (await current(organizationId, signal)).claims,

    signOut: async () => {
      const idToken = tokens.latest?.idToken;
      tokens.forget();
      channel.postMessage('signed-out');
      const address = await authorization.signOutRequest(idToken);
      if (address !== undefined) navigate(address);
    },

    close: () => {
      tokens.forget();
      channel.close();
    },
  };
}

/** Only a path of the application itself may be gone on at. */
function ownPath(address: unknown, redirectUri: string): string | undefined {
  if (typeof address !== 'string' || !address.startsWith('/')) return undefined;
  const { origin } = new URL(redirectUri);
  if (!URL.canParse(address, origin)) return undefined;
  const url = new URL(address, origin);
  // Dot segments may fall away so that what is left names another host: "/.//evil.example".
  if (url.pathname.startsWith('//')) return undefined;
  return url.origin === origin ? url.pathname + url.search + url.hash : undefined;
}
