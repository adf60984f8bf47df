/** What every call takes beside its own parameters. */
export interface CallOptions {
  /** Ends the call with {@link TesseraError} `aborted`. */
  readonly signal?: AbortSignal | undefined;
}

/** The organization that a call is about. */
export interface OrganizationScope {
  readonly organizationId: string;
  /**
   * The organization that the caller acts for, where it is another one: a parent whose
   * administrator looks after a managed organization. The token is asked for it.
   */
  readonly actingFrom?: string | undefined;
}

/** What every write takes beside its own parameters. */
export interface WriteOptions extends CallOptions {
  /** The same key is done once, however often it is sent. One per deed of a person. */
  readonly idempotencyKey?: string | undefined;
}

/** What a write may say about what the caller looked at. */
export interface Expected {
  /**
   * The `version` that was read; another one by now is refused with `version_conflict`. A backend
   * that counts no writes sends none, and refuses one with `unsupported`.
   */
  readonly version?: number | undefined;
}

/**
 * Which part of a list is wanted. A search, filter or order that the backend's capabilities do not
 * name is refused with `unsupported`, never left out.
 */
export interface ListQuery {
  /** Words to find; what is searched, and how, is the backend's matter. */
  readonly search?: string | undefined;
  /** Most items in the answer; the backend may give fewer. */
  readonly limit?: number | undefined;
  /** `nextCursor` of the page before, with the same other parameters. */
  readonly cursor?: string | undefined;
}

/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Where the next page starts; `null` on the last one. */
  readonly nextCursor: string | null;
  /** How many there are over all pages; `null` where the backend does not count. */
  readonly total: number | null;
}

/** A list that is short enough to come whole. */
export interface List<T> {
  readonly items: readonly T[];
}

/** A whole list, with what the caller may add to it. */
export interface Offer<T> extends List<T> {
  /** `true`, or the code of the reason why not. */
  readonly actions?: Readonly<Record<string, true | string>> | undefined;
}

/** Confirms that the impact of a deed was looked at. */
export interface Confirmed {
  /** `token` of the preview; a deed with consequences is refused without, or when they are others by now, with `impact_unconfirmed`. */
  readonly impact?: string | undefined;
}
