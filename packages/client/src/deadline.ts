import { TesseraError } from './errors.ts';

export interface Deadline {
  /** Milliseconds until the task is given up with `timeout`; without it there is no end. */
  readonly timeout?: number | undefined;
  /** Gives the task up with `aborted`. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * What the task answers, unless time is up or the caller turns away first: then it rejects at once,
 * whatever the task still does, and the task's own signal tells it to stop. A caller who is gone
 * already never starts it.
 *
 * @throws TesseraError `timeout`, `aborted`
 */
export async function within<T>(
  { timeout, signal }: Deadline,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (signal?.aborted) throw new TesseraError('aborted');
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let abort = (): void => {};
  const end = new Promise<never>((_, reject) => {
    abort = () => reject(new TesseraError('aborted'));
    signal?.addEventListener('abort', abort);
    if (timeout !== undefined) {
      timer = setTimeout(() => reject(new TesseraError('timeout')), timeout);
    }
  });
  try {
    return await Promise.race([task(controller.signal), end]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
    controller.abort();
  }
}
