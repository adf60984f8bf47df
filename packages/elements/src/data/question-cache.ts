import {
  focusManager,
  hashKey,
  noop,
  notifyManager,
  onlineManager,
  QueryCache,
  type DefaultedQueryObserverOptions,
  type FetchQueryOptions,
  type Query,
  type QueryClient,
  type QueryFilters,
  type QueryObserverOptions,
} from '@tanstack/query-core';

type Key = readonly unknown[];
type Usual = Pick<QueryObserverOptions, 'networkMode' | 'staleTime' | 'retry' | 'retryDelay'>;

/**
 * What observers and queries need of the library's `QueryClient`, which would bring mutations along that
 * nobody here has. Asks again when a person comes back to the page, or the network does.
 */
export class QuestionCache {
  readonly #cache = new QueryCache();
  readonly #usual: Usual;

  /** @param usual how questions are asked that do not say otherwise. */
  constructor(usual: Usual) {
    this.#usual = usual;
    focusManager.subscribe((focused) => {
      if (focused) this.#cache.onFocus();
    });
    onlineManager.subscribe((online) => {
      if (online) this.#cache.onOnline();
    });
  }

  /** As what observers take it; they call the three methods below. */
  get asClient(): QueryClient {
    return this as unknown as QueryClient;
  }

  getQueryCache(): QueryCache {
    return this.#cache;
  }

  getQueryDefaults(): object {
    return {};
  }

  defaultQueryOptions(options: QueryObserverOptions): DefaultedQueryObserverOptions {
    const { queryKey = [], networkMode, _defaulted } = options;
    if (_defaulted) return options as DefaultedQueryObserverOptions;
    return {
      queryHash: hashKey(queryKey),
      refetchOnReconnect: (networkMode ?? this.#usual.networkMode) !== 'always',
      throwOnError: false,
      ...this.#usual,
      ...options,
      _defaulted: true,
    } as DefaultedQueryObserverOptions;
  }

  /** Asks now, whatever is known. */
  ask<T>(options: FetchQueryOptions<T, Error, T, Key>): Promise<T> {
    const asked = this.defaultQueryOptions(options as QueryObserverOptions);
    return this.#built(asked).fetch(asked) as Promise<T>;
  }

  keep(queryKey: Key, answer: unknown): void {
    this.#built({ queryKey }).setData(answer, { manual: true });
  }

  /** What is on its way is waited for no longer. */
  cancel(filters: QueryFilters): void {
    this.#each(filters, (query) => void query.cancel({ revert: true }).catch(noop));
  }

  /** Asks again for what somebody looks at, and for the rest when they do. */
  invalidate(filters: QueryFilters): void {
    notifyManager.batch(() => {
      this.#each(filters, (query) => query.invalidate());
      this.#again(filters);
    });
  }

  /** Forgets all answers, and asks again for what somebody looks at. */
  reset(): void {
    notifyManager.batch(() => {
      this.#each({}, (query) => query.reset());
      this.#again({});
    });
  }

  #again(filters: QueryFilters): void {
    this.#each({ ...filters, type: 'active' }, (query) => {
      if (!query.isDisabled()) void query.fetch(undefined, { cancelRefetch: true }).catch(noop);
    });
  }

  #each(filters: QueryFilters, act: (query: Query) => void): void {
    notifyManager.batch(() => this.#cache.findAll(filters).forEach(act));
  }

  #built(options: QueryObserverOptions): Query {
    return this.#cache.build(this.asClient, this.defaultQueryOptions(options)) as unknown as Query;
  }
}
