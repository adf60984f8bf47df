import { TesseraError, type WriteOptions } from '@tesserakit/client';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Task<T> = (options: WriteOptions) => Promise<T>;

/** Codes after which nobody knows whether the deed was done: it may have been on its way. */
const unknowing = new Set(['aborted', 'network', 'timeout', 'server_error', 'invalid_response']);

/** Whether nobody knows if what ended like this was done. */
export function isUncertain(error: TesseraError | undefined): boolean {
  return unknowing.has(error?.code ?? '');
}

/**
 * One deed of a person at a time: whether it is under way, and why it was refused. A deed of which
 * nobody knows whether it was done is sent again under the same key, so that it is done once.
 */
export class DeedController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #running: object | undefined;
  #error: TesseraError | undefined;
  #key: string | undefined;
  #subject = '';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get busy(): boolean {
    return this.#running !== undefined;
  }

  /** Why the last deed was refused, until another one begins or it is forgotten. */
  get error(): TesseraError | undefined {
    return this.#error;
  }

  /** Whether nobody knows if the last deed was done. */
  get uncertain(): boolean {
    return isUncertain(this.#error);
  }

  /**
   * Does a deed, unless one is under way.
   *
   * @param subject names what is done to what, with all that is sent: the same subject tried again
   *   after an answer that was lost keeps its key.
   * @returns whether it was done; the reason otherwise stands in {@link error}.
   */
  async run(subject: string, task: Task<unknown>): Promise<boolean> {
    if (this.busy) return false;
    if (subject !== this.#subject || !this.uncertain) {
      this.#key = crypto.randomUUID();
    }
    this.#subject = subject;
    const running = (this.#running = {});
    this.#error = undefined;
    this.#host.requestUpdate();
    try {
      await task({ idempotencyKey: this.#key });
      return running === this.#running;
    } catch (error) {
      if (running === this.#running) this.#error = TesseraError.from(error);
      return false;
    } finally {
      if (running === this.#running) this.#running = undefined;
      this.#host.requestUpdate();
    }
  }

  /** Forgets the last refusal, and what is under way: its outcome is shown to nobody any more. */
  forget(): void {
    this.#running = this.#error = undefined;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#running = undefined;
  }
}
