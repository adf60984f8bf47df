import { OidcClient, SigninState, WebStorageStateStore } from 'oidc-client-ts';
import { platformFetch, type Fetch } from '../exchange.ts';
import { readCallback } from './callback.ts';
import type { Claims } from './claims.ts';
import { discover, type ServerMetadata } from './discovery.ts';
import type { IdTokenVerifier } from './id-token.ts';
import type { IdTokenExpectation } from './id-token-claims.ts';
import { SignInError } from './sign-in-error.ts';
import { askForTokens } from './token-answer.ts';

export interface AuthorizationOptions {
  /** Exactly as the server names itself. */
  readonly issuer: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly postLogoutRedirectUri?: string | undefined;
  /**
   * `openid profile email` by default. Some servers give refresh tokens, which renewal and switching
   * need, for `offline_access` only.
   */
  readonly scope?: string | undefined;
  /** Sends the requests; the platform's own by default. */
  readonly fetch?: Fetch | undefined;
  /**
   * Where the state of a request waits while the person is away (verifier, nonce, never a token);
   * `sessionStorage` by default.
   */
  readonly storage?: Storage | undefined;
  /** Milliseconds since the epoch; `Date.now` by default. */
  readonly clock?: (() => number) | undefined;
}

/** What the person is asked. */
export interface AuthorizationRequest {
  readonly organizationId?: string | undefined;
  readonly prompt?: string | undefined;
  readonly loginHint?: string | undefined;
  readonly maxAge?: number | undefined;
  readonly uiLocales?: string | undefined;
  readonly returnTo?: string | undefined;
}

/** The tokens for one organization. */
export interface TokenSet {
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
  readonly idToken: string;
  readonly claims: Claims;
  /** Of the request that all of them come from. */
  readonly nonce: string;
  /** Milliseconds since the epoch: from when it is renewed before use, and from when it is useless. */
  readonly renewAt: number;
  readonly expiresAt: number;
}

type Waiting = Pick<AuthorizationRequest, 'organizationId' | 'maxAge' | 'returnTo'>;

interface Connection {
  readonly metadata: ServerMetadata;
  readonly client: OidcClient;
  readonly verify: IdTokenVerifier;
}

/** Tokens are renewed when they end within so many milliseconds. */
const renewal = 30_000;

/**
 * The exchange with one authorization server: authorization code with PKCE, refresh, sign-out.
 * `oidc-client-ts` words the requests and keeps their state. Answers it takes at their word: wrong
 * issuers, audiences, expiries and unsigned tokens; so they are read and checked here instead.
 */
export class Authorization {
  readonly #options: AuthorizationOptions;
  readonly #fetch: Fetch;
  readonly #clock: () => number;
  readonly #states: WebStorageStateStore;
  #connection: Promise<Connection> | undefined;

  constructor(options: AuthorizationOptions) {
    const { fetch = platformFetch, clock = Date.now, storage = sessionStorage } = options;
    this.#options = options;
    this.#fetch = fetch;
    this.#clock = clock;
    this.#states = new WebStorageStateStore({ prefix: 'tessera.sign-in.', store: storage });
  }

  /** The address at which the server asks the person. */
  async request(asked: AuthorizationRequest): Promise<string> {
    const { organizationId, prompt, loginHint, maxAge, uiLocales, returnTo } = asked;
    const { client } = await this.#connect();
    const state: Waiting = { organizationId, maxAge, returnTo };
    // What was left behind by sign-ins that nobody came back from.
    await client.clearStaleState();
    const { url } = await client.createSigninRequest({
      state,
      nonce: crypto.randomUUID(),
      ...(prompt !== undefined && { prompt }),
      ...(loginHint !== undefined && { login_hint: loginHint }),
      ...(maxAge !== undefined && { max_age: maxAge }),
      ...(uiLocales !== undefined && { ui_locales: uiLocales }),
      ...(organizationId !== undefined && { extraQueryParams: { org_id: organizationId } }),
    });
    return url;
  }

  /**
   * Redeems the code that the person came back with. The code is not sent anywhere unless the
   * address is an answer to a request of this tab, by this server; a request is answered once.
   *
   * @throws SignInError, TesseraError
   */
  async complete(url: string): Promise<{ set: TokenSet; returnTo: string | undefined }> {
    const { redirectUri, issuer } = this.#options;
    const { metadata } = await this.#connect();
    const issuerAdvertised = metadata.authorization_response_iss_parameter_supported === true;
    const callback = readCallback(url, { redirectUri, issuer, issuerAdvertised });
    const { code_verifier = '', nonce = '', data } = await this.#takeState(callback.state);
    const { code, error, description } = callback;
    if (code === null) throw new SignInError(error ?? '', { description });
    const { organizationId, maxAge, returnTo } = data as Waiting;
    const acting = organizationId === undefined ? undefined : { organizationId };
    const form = {
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      code_verifier,
    };
    return { set: await this.#obtain(form, { nonce, maxAge, acting }), returnTo };
  }

  /**
   * Renews the tokens, or gets those for another organization of the same person; for that the
   * organization is named in the request (`org_id`), and the former tokens stay as they are.
   *
   * @throws SignInError, TesseraError
   */
  async refresh(former: TokenSet, organizationId: string | undefined): Promise<TokenSet> {
    const { claims, nonce, refreshToken = '' } = former;
    const form: Record<string, string> = {
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
    };
    const switching = organizationId !== undefined && organizationId !== claims.org_id;
    if (switching) form['org_id'] = organizationId;
    const acting = { organizationId };
    const set = await this.#obtain(form, { nonce, acting, former: claims });
    return switching ? set : { ...set, refreshToken: set.refreshToken ?? refreshToken };
  }

  /**
   * The address at which the server ends the person's session (OpenID Connect RP-Initiated Logout
   * 1.0); of a server that has none, the application's own.
   */
  async signOutRequest(idToken: string | undefined): Promise<string | undefined> {
    const { clientId, postLogoutRedirectUri } = this.#options;
    const { client, metadata } = await this.#connect();
    if (metadata.end_session_endpoint === undefined) return postLogoutRedirectUri;
    const { url } = await client.createSignoutRequest({
      client_id: clientId,
      ...(idToken !== undefined && { id_token_hint: idToken }),
    });
    return url;
  }

  async #obtain(
    form: Readonly<Record<string, string>>,
    expected: Omit<IdTokenExpectation, 'issuer' | 'clientId'>,
  ): Promise<TokenSet> {
    const { issuer, clientId } = this.#options;
    const { metadata, verify } = await this.#connect();
    const asked = this.#clock();
    const endpoint = metadata.token_endpoint;
    const answer = await askForTokens(this.#fetch, endpoint, { ...form, client_id: clientId });
    const { accessToken, refreshToken, idToken, life } = answer;
    const all = { ...expected, issuer, clientId };
    const claims = await verify(answer, all, this.#clock() / 1000);
    const expiresAt = asked + life * 1000;
    const renewAt = Math.max(expiresAt - renewal, asked + life * 500);
    const { nonce } = expected;
    return { accessToken, refreshToken, idToken, claims, nonce, renewAt, expiresAt };
  }

  async #takeState(id: string): Promise<SigninState> {
    const { issuer, clientId, redirectUri } = this.#options;
    const stored = await this.#states.remove(id);
    if (!stored) throw SignInError.refused('callback_state');
    const state = await SigninState.fromStorageString(stored);
    const ours =
      state.authority === issuer &&
      state.client_id === clientId &&
      state.redirect_uri === redirectUri;
    if (!ours) throw SignInError.refused('callback_state');
    return state;
  }

  #connect(): Promise<Connection> {
    if (!this.#connection) {
      this.#connection = this.#begin();
      this.#connection.catch(() => {
        this.#connection = undefined;
      });
    }
    return this.#connection;
  }

  async #begin(): Promise<Connection> {
    const { issuer, clientId, redirectUri, postLogoutRedirectUri, scope } = this.#options;
    const metadata = await discover(issuer, this.#fetch);
    // The cryptography comes after the first bytes: nobody waits for it to see the page.
    const { idTokenVerifier } = await import('./id-token.ts');
    const client = new OidcClient({
      authority: issuer,
      metadata: { ...metadata },
      client_id: clientId,
      redirect_uri: redirectUri,
      ...(postLogoutRedirectUri && { post_logout_redirect_uri: postLogoutRedirectUri }),
      scope: scope ?? 'openid profile email',
      stateStore: this.#states,
    });
    return { metadata, client, verify: idTokenVerifier(metadata.jwks_uri, this.#fetch) };
  }
}
