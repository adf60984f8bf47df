import type { Page } from '@tesserakit/client';
import { TesseraError } from '@tesserakit/client';
import type { InfiniteData } from '@tanstack/query-core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { cacheOf, InfiniteQueryObserver } from './query.js';
import type { Query } from './resource.js';

/** A list that is loaded page by page, by cursor. */
export interface PagedQuery<T> extends Omit<Query<Page<T>>, 'fetch'> {
  fetch(cursor: string | undefined, signal: AbortSignal): Promise<Page<T>>;
}

type Key = readonly unknown[];
type Observer<T> = InfiniteQueryObserver<
  Page<T>,
  TesseraError,
  InfiniteData<Page<T>, string | undefined>,
  Key,
  string | undefined
>;

/**
 * Binds a paged list to an element. While a changed search or filter is on its way, the former rows
 * stay; rows of another organization never do.
 */
export class PagesController<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #ask: () => PagedQuery<T> | undefined;
  #observer: Observer<T> | undefined;
  #owner: object | undefined;
  #stop: (() => void) | undefined;
  #connected = false;
  #pages: readonly Page<T>[] | undefined;
  #items: readonly T[] = [];

  /** @param ask the list now; `undefined` while it cannot be asked for. */
  constructor(host: ReactiveControllerHost, ask: () => PagedQuery<T> | undefined) {
    this.#host = host;
    this.#ask = ask;
    host.addController(this);
  }

  /** Whether anything can be shown: at least one page has come. */
  get ready(): boolean {
    return this.#result?.data !== undefined;
  }

  /** Everything that has been loaded, in order. */
  get items(): readonly T[] {
    const pages = this.#result?.data?.pages;
    if (pages !== this.#pages) {
      this.#pages = pages;
      this.#items = pages?.flatMap((page) => page.items) ?? [];
    }
    return this.#items;
  }

  /** How many there are over all pages; `null` where the backend does not count. */
  get total(): number | null {
    const counted = this.#result?.data?.pages.at(-1)?.total ?? null;
    return counted ?? (this.hasMore || !this.ready ? null : this.items.length);
  }

  get hasMore(): boolean {
    return this.#result?.hasNextPage ?? false;
  }

  get loadingMore(): boolean {
    return this.#result?.isFetchingNextPage ?? false;
  }

  /** Whether what is shown belongs to the former search while the new one is on its way. */
  get outdated(): boolean {
    return this.#result?.isPlaceholderData ?? false;
  }

  /** Why the list, or its next page, could not be loaded. */
  get error(): TesseraError | undefined {
    const error = this.#result?.error;
    return error ? TesseraError.from(error) : undefined;
  }

  /** Whether the error is about the next page; what was loaded before it still counts. */
  get failedMore(): boolean {
    return this.#result?.isFetchNextPageError ?? false;
  }

  /** Loads the next page, unless one is on its way or the last attempt failed. */
  more(): void {
    if (this.hasMore && !this.#result?.isFetching && !this.error && !this.outdated) {
      void this.#observer?.fetchNextPage();
    }
  }

  /** Asks for everything that was loaded again. */
  reload(): void {
    void this.#observer?.refetch();
  }

  /** Tries again: the next page if that failed, else the list. */
  retry(): void {
    if (this.#result?.isFetchNextPageError) void this.#observer?.fetchNextPage();
    else this.reload();
  }

  hostUpdate(): void {
    // An element that was taken out may still draw once; it does not listen again.
    if (!this.#connected) return;
    const query = this.#ask();
    if (!query) return this.#end();
    const queryKey: Key = query.key;
    const options = {
      queryKey,
      queryFn: ({ pageParam, signal }: { pageParam: string | undefined; signal: AbortSignal }) =>
        query.fetch(pageParam, signal),
      initialPageParam: undefined as string | undefined,
      // Coming back to the tab asks for the first pages again, not for everything ever scrolled to.
      refetchOnWindowFocus: (this.#result?.data?.pages.length ?? 0) <= 2,
      getNextPageParam: (page: Page<T>) => page.nextCursor ?? undefined,
      placeholderData: (
        former: InfiniteData<Page<T>, string | undefined> | undefined,
        of: { queryKey: Key } | undefined,
      ) =>
        of?.queryKey[0] === queryKey[0] && of?.queryKey[1] === queryKey[1] ? former : undefined,
    };
    if (this.#observer && this.#owner === query.owner) {
      this.#observer.setOptions(options);
      return;
    }
    this.#end();
    this.#owner = query.owner;
    this.#observer = new InfiniteQueryObserver(cacheOf(query.owner), options);
    this.#stop = this.#observer.subscribe(() => this.#host.requestUpdate());
  }

  hostConnected(): void {
    this.#connected = true;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#end();
  }

  get #result() {
    return this.#observer?.getCurrentResult();
  }

  #end(): void {
    this.#stop?.();
    this.#stop = this.#observer = this.#owner = undefined;
  }
}
