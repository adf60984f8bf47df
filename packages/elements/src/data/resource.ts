import { TesseraError } from '@tesserakit/client';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { cacheOf, QueryObserver } from './query.js';

/** A question. The key names the answer; the same key of the same owner is asked once. */
export interface Query<T> {
  /** Who is asked: a client, or another source. */
  readonly owner: object;
  /** Begins with the person and the organization, so that the data of two never mix. */
  readonly key: readonly [identity: string, organizationId: string, ...rest: readonly unknown[]];
  fetch(signal: AbortSignal): Promise<T>;
}

/** Binds one question to an element: asks when it changes, and draws the element on each answer. */
export class ResourceController<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #ask: () => Query<T> | undefined;
  #observer: QueryObserver<T, TesseraError> | undefined;
  #owner: object | undefined;
  #stop: (() => void) | undefined;
  #connected = false;

  /** @param ask the question now; `undefined` while it cannot be asked. */
  constructor(host: ReactiveControllerHost, ask: () => Query<T> | undefined) {
    this.#host = host;
    this.#ask = ask;
    host.addController(this);
  }

  /** The answer; the former one of the same organization while a new one is on its way. */
  get value(): T | undefined {
    return this.#observer?.getCurrentResult().data;
  }

  /** Why there is no answer. */
  get error(): TesseraError | undefined {
    const error = this.#observer?.getCurrentResult().error;
    return error ? TesseraError.from(error) : undefined;
  }

  reload(): void {
    void this.#observer?.refetch();
  }

  hostUpdate(): void {
    // An element that was taken out may still draw once; it does not listen again.
    if (!this.#connected) return;
    const query = this.#ask();
    if (!query) return this.#end();
    const queryKey: readonly unknown[] = query.key;
    const options = {
      queryKey,
      queryFn: ({ signal }: { signal: AbortSignal }) => query.fetch(signal),
    };
    if (this.#observer && this.#owner === query.owner) {
      this.#observer.setOptions(options);
      return;
    }
    this.#end();
    this.#owner = query.owner;
    this.#observer = new QueryObserver(cacheOf(query.owner), options);
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

  #end(): void {
    this.#stop?.();
    this.#stop = this.#observer = this.#owner = undefined;
  }
}
