/** With its cache the one module that knows the library for queries. Everything else knows controllers. */
import { TesseraError } from '@tesserakit/client';
import {
  CancelledError,
  InfiniteQueryObserver,
  QueryObserver,
  type QueryClient,
} from '@tanstack/query-core';
import { QuestionCache } from './question-cache.js';
import type { Query } from './resource.js';

export { InfiniteQueryObserver, QueryObserver };

const passing = new Set(['network', 'server_error', 'rate_limited']);
const caches = new WeakMap<object, QuestionCache>();

/**
 * The cache of one client or other source: elements that ask the same question at the same time
 * share one call. Two clients never share anything, whoever they belong to.
 */
export function cacheOf(owner: object): QueryClient {
  return questionsOf(owner).asClient;
}

function questionsOf(owner: object): QuestionCache {
  let cache = caches.get(owner);
  if (!cache) {
    cache = new QuestionCache({
      networkMode: 'always',
      staleTime: 5_000,
      retry: (failures, error) => failures < 2 && passes(TesseraError.from(error)),
      retryDelay: (failures, error) =>
        Math.max(300 * 3 ** failures, (TesseraError.from(error).retryAfter ?? 0) * 1000),
    });
    caches.set(owner, cache);
  }
  return cache;
}

/** Asks anew, and keeps the answer for the elements that ask the same. @throws TesseraError */
export async function load<T>(query: Query<T>): Promise<T> {
  return questionsOf(query.owner)
    .ask<T>({ queryKey: query.key, queryFn: ({ signal }) => query.fetch(signal) })
    .catch((error: unknown) => {
      throw error instanceof CancelledError
        ? new TesseraError('aborted')
        : TesseraError.from(error);
    });
}

/**
 * Asks again for what is shown of an organization after something in it was changed: for everything,
 * or only for what these names begin.
 */
export function refresh(
  owner: object,
  [identity, organizationId]: readonly [identity: string, organizationId: string],
  names?: readonly string[],
): void {
  const cache = questionsOf(owner);
  const within = [identity, organizationId];
  for (const queryKey of names?.map((name) => [...within, name]) ?? [within]) {
    // What is on its way for the first time was asked before the change, too.
    cache.cancel({ queryKey, predicate: ({ state }) => state.data === undefined });
    cache.invalidate({ queryKey });
  }
}

/** Shows an answer that came with a deed, until it is asked for again. */
export function keepAnswer<T>({ owner, key }: Query<T>, answer: T): void {
  questionsOf(owner).keep(key, answer);
}

/**
 * Forgets everything that was loaded and asks for what is on the screen again; nothing of it is shown
 * before the answer is there.
 */
export function askAnew(owner: object): void {
  questionsOf(owner).reset();
}

/** Whether it is worth trying again unasked: soon, and not by keeping a person waiting for long. */
function passes(error: TesseraError): boolean {
  return passing.has(error.code) && (error.retryAfter ?? 0) <= 3;
}
