import type { ErrorCode } from '@tesserakit/domain';
import { TesseraError } from '../errors.ts';
import type { Authorization, TokenSet } from './authorization.ts';
import { SignInError } from './sign-in-error.ts';

type Key = string | undefined;

/**
 * The tokens of one person, a set per organization (and one for themselves, under `undefined`), in
 * memory only.
 */
export class TokenSets {
  readonly #authorization: Authorization;
  readonly #clock: () => number;
  // Replaced when everything is forgotten: what was under way by then finds that its map is not the
  // present one any more.
  #sets = new Map<Key, TokenSet>();
  #renewals = new Map<Key, Promise<TokenSet>>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(authorization: Authorization, clock: () => number) {
    this.#authorization = authorization;
    this.#clock = clock;
  }

  /** The set as it is, were it expired. */
  kept(organizationId: Key): TokenSet | undefined {
    return this.#sets.get(organizationId);
  }

  /** The set that came last. */
  get latest(): TokenSet | undefined {
    return [...this.#sets.values()].at(-1);
  }

  /** Adds what a sign-in gave. Of another person nothing remains. */
  add(set: TokenSet): void {
    if (this.latest && this.latest.claims.sub !== set.claims.sub) this.forget();
    this.#keep(this.#sets, set);
  }

  /** Another one each time that everything is forgotten. */
  get epoch(): object {
    return this.#sets;
  }

  /** Drops every set, and what is still to come. */
  forget(): void {
    this.#sets = new Map();
    this.#renewals = new Map();
  }

  /** The set for an organization, good for a while: renewed, or got through another one's. */
  async current(organizationId: Key): Promise<TokenSet> {
    const set = this.#sets.get(organizationId);
    if (set && this.#clock() < set.renewAt) return set;
    const renewals = this.#renewals;
    let renewal = renewals.get(organizationId);
    if (!renewal) {
      // One after the other: a refresh token that is sent twice at once looks stolen to the server.
      renewal = this.#last
        .then(() => this.#renew(organizationId))
        .finally(() => renewals.delete(organizationId));
      this.#last = renewal.catch(() => undefined);
      renewals.set(organizationId, renewal);
    }
    return renewal;
  }

  async #renew(organizationId: Key): Promise<TokenSet> {
    const sets = this.#sets;
    const own = sets.get(organizationId);
    const others = organizationId === undefined ? [] : [...sets.values()];
    const source = own?.refreshToken ? own : others.findLast((set) => set.refreshToken);
    try {
      if (!source) throw new TesseraError('unauthenticated');
      const set = await this.#authorization.refresh(source, organizationId);
      if (sets !== this.#sets) throw new TesseraError('unauthenticated');
      this.#keep(sets, set);
      return set;
    } catch (cause) {
      const error = TesseraError.from(cause instanceof SignInError ? worded(cause) : cause);
      const away = !(cause instanceof SignInError) || error.code === 'server_error';
      // A server that is away for a moment does not end what still counts.
      if (own && away && sets === this.#sets && this.#clock() < own.expiresAt) return own;
      if (source === own && !away) sets.delete(organizationId);
      throw error;
    }
  }

  #keep(sets: Map<Key, TokenSet>, set: TokenSet): void {
    const { org_id: organizationId } = set.claims;
    sets.delete(organizationId);
    sets.set(organizationId, set);
  }
}

const codes: Record<string, ErrorCode> = {
  refused: 'invalid_response',
  invalid_grant: 'unauthenticated',
  login_required: 'unauthenticated',
  access_denied: 'no_access',
  interaction_required: 'step_up_required',
  consent_required: 'step_up_required',
};

/** What whoever asked for a token can make of it; how the server put it is the cause. */
function worded(cause: SignInError): TesseraError {
  return new TesseraError(codes[cause.error] ?? 'server_error', { cause });
}
