import { base64url, exportJWK, generateKeyPair, SignJWT } from 'jose';

export const issuer = 'https://login.example';
export const clientId = 'client_flights';
export const redirectUri = 'https://app.example/callback';

type Json = Record<string, unknown>;

/** How this server's answers are spoiled before they leave. */
export interface Tampering {
  readonly discovery?: (document: Json) => void;
  readonly callback?: (parameters: URLSearchParams) => void;
  readonly header?: (header: Json) => void;
  readonly claims?: (claims: Json) => void;
  /** Replaces the signed ID token. */
  readonly idToken?: (signed: string) => unknown;
  readonly answer?: (answer: Json) => void;
}

const keys = new Map<string, ReturnType<typeof newKey>>();

/** The key of that name; made once, because that takes longer than everything else here. */
function keyNamed(kid: string) {
  const key = keys.get(kid) ?? newKey(kid);
  keys.set(kid, key);
  return key;
}

async function newKey(kid: string) {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk: Json = { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' };
  return { privateKey, jwk };
}

interface Grant {
  readonly organizationId: string | undefined;
  readonly nonce: string | null;
  readonly challenge?: string | null;
}

/**
 * A small authorization server that answers as it should, or as told. One person, `user_1`, who may
 * enter every organization but `org_closed`; `org_strict` demands more than there is.
 */
export class Provider {
  tampering: Tampering = {};
  /** Milliseconds since the epoch. */
  now = Date.parse('2026-01-01T00:00:00Z');
  /** Seconds for which its access tokens count. */
  life: number | undefined = 300;
  /** Answers instead of the token endpoint; `pass` gives its own answer. */
  intercept: (form: URLSearchParams, pass: () => Promise<Response>) => Promise<Response>;
  /** Every request so far, as path and form. */
  readonly asked: { path: string; form: URLSearchParams }[] = [];

  readonly #grants = new Map<string, Grant>();
  readonly #published = new Set<string>();
  #kid = 'key_1';
  #count = 0;

  constructor() {
    this.intercept = (_, pass) => pass();
  }

  /** How often the token endpoint was called. */
  get tokenCalls(): URLSearchParams[] {
    return this.asked.filter(({ path }) => path === '/token').map(({ form }) => form);
  }

  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    const form = new URLSearchParams(request.method === 'POST' ? await request.text() : '');
    this.asked.push({ path: pathname, form });
    if (pathname === '/.well-known/openid-configuration') return Response.json(this.#discovery());
    if (pathname === '/jwks') {
      await this.#key();
      const keys = await Promise.all([...this.#published].map(keyNamed));
      return Response.json({ keys: keys.map(({ jwk }) => jwk) });
    }
    return this.intercept(form, () => this.#token(form));
  };

  /** What the person's browser comes back with from the address of a request. */
  authorize(address: string, organizationId?: string): string {
    const asked = new URL(address).searchParams;
    const code = `code_${++this.#count}`;
    this.#grants.set(code, {
      organizationId: asked.get('org_id') ?? organizationId,
      nonce: asked.get('nonce'),
      challenge: asked.get('code_challenge'),
    });
    const back = new URL(asked.get('redirect_uri') ?? '');
    const parameters = new URLSearchParams({
      code,
      state: asked.get('state') ?? '',
      iss: issuer,
    });
    this.tampering.callback?.(parameters);
    back.search = parameters.toString();
    return back.href;
  }

  /** Signs with a new key from now on; the former ones are not published any more. */
  rotate(kid: string): void {
    this.#kid = kid;
    this.#published.clear();
  }

  async #token(form: URLSearchParams): Promise<Response> {
    const refused = (error: string) => Response.json({ error }, { status: 400 });
    const presented = form.get('code') ?? form.get('refresh_token') ?? '';
    const grant = this.#grants.get(presented);
    if (!grant) return refused('invalid_grant');
    if (form.has('code')) {
      const digest = base64url.encode(await digestOf(form.get('code_verifier') ?? ''));
      if (digest !== grant.challenge || form.get('redirect_uri') !== redirectUri) {
        return refused('invalid_grant');
      }
    }
    const organizationId = form.get('org_id') ?? grant.organizationId;
    if (organizationId === 'org_closed') return refused('access_denied');
    if (organizationId === 'org_strict') return refused('interaction_required');
    // A switch leaves the presented token as it is; anything else uses it up.
    if (!form.has('org_id')) this.#grants.delete(presented);
    const refreshToken = `refresh_${++this.#count}`;
    this.#grants.set(refreshToken, { organizationId, nonce: null });
    const answer: Json = {
      access_token: `access_${this.#count}_${organizationId ?? 'self'}`,
      token_type: 'Bearer',
      ...(this.life !== undefined && { expires_in: this.life }),
      refresh_token: refreshToken,
    };
    answer['id_token'] = await this.#idToken({ ...grant, organizationId }, answer['access_token']);
    this.tampering.answer?.(answer);
    return Response.json(answer);
  }

  async #idToken({ organizationId, nonce }: Grant, accessToken: unknown): Promise<unknown> {
    const now = Math.floor(this.now / 1000);
    const claims: Json = {
      iss: issuer,
      sub: 'user_1',
      aud: clientId,
      exp: now + 300,
      iat: now,
      sid: 'session_1',
      auth_time: now - 20,
      at_hash: base64url.encode((await digestOf(String(accessToken))).subarray(0, 16)),
      ...(nonce !== null && { nonce }),
      ...(organizationId !== undefined && { org_id: organizationId }),
    };
    const { privateKey } = await this.#key();
    const header = { alg: 'RS256', typ: 'JWT', kid: this.#kid };
    this.tampering.header?.(header);
    this.tampering.claims?.(claims);
    const signed = await new SignJWT(claims).setProtectedHeader(header).sign(privateKey);
    return this.tampering.idToken ? this.tampering.idToken(signed) : signed;
  }

  async #key() {
    this.#published.add(this.#kid);
    return keyNamed(this.#kid);
  }

  #discovery(): Json {
    const document: Json = {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      end_session_endpoint: `${issuer}/logout`,
      authorization_response_iss_parameter_supported: true,
    };
    this.tampering.discovery?.(document);
    return document;
  }
}

async function digestOf(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}
