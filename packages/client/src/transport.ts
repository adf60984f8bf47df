import { problem } from '@tesserakit/contract';
import { isErrorCode, type ErrorCode } from '@tesserakit/domain';
import * as v from 'valibot';
import { TesseraError } from './errors.ts';

export type Fetch = typeof globalThis.fetch;

export interface Sending {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly credentials?: RequestCredentials;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sends requests and reads JSON answers by a schema. Whatever goes wrong is a {@link TesseraError}:
 * `aborted` by the caller's signal, `timeout` when nothing has come in time, `network` when the
 * server was not reached, the server's own code when it refused, `invalid_response` for an answer
 * that is not what was agreed on.
 */
export class Transport {
  readonly #fetch: Fetch;
  readonly #timeout: number;

  /** @param timeout milliseconds for a whole answer. */
  constructor(fetch: Fetch = globalThis.fetch.bind(globalThis), timeout = 15_000) {
    this.#fetch = fetch;
    this.#timeout = timeout;
  }

  async send<S extends v.GenericSchema>(
    url: string,
    schema: S,
    { signal: callers, ...sending }: Sending = {},
  ): Promise<v.InferOutput<S>> {
    const late = AbortSignal.timeout(this.#timeout);
    const signal = callers ? AbortSignal.any([callers, late]) : late;
    let response: Response;
    let body: string;
    try {
      const answer = this.#fetch(url, { ...sending, signal });
      response = await orAborted(answer, signal);
      body = await orAborted(response.text(), signal);
    } catch (cause) {
      const code = callers?.aborted ? 'aborted' : late.aborted ? 'timeout' : 'network';
      throw new TesseraError(code, { cause });
    }
    if (!response.ok) throw refusalOf(response, body);
    const answer = v.safeParse(schema, parsed(body));
    if (answer.success) return answer.output;
    throw new TesseraError('invalid_response', { requestId: requestIdOf(response), cause: answer.issues });
  }
}

/** Ends with the signal, even where the fetch that was handed in does not listen to it. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function refusalOf(response: Response, body: string): TesseraError {
  const { output, success } = v.safeParse(v.partial(problem), parsed(body));
  const told = success ? output : {};
  return new TesseraError(isErrorCode(told.code) ? told.code : codeOfStatus(response.status), {
    retryAfter: secondsOf(response.headers.get('Retry-After')),
    requestId: told.requestId ?? requestIdOf(response),
    fields: told.errors,
  });
}

const codes: Record<number, ErrorCode> = {
  400: 'validation_failed',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  409: 'version_conflict',
  412: 'version_conflict',
  422: 'validation_failed',
  429: 'rate_limited',
  501: 'unsupported',
};

function codeOfStatus(status: number): ErrorCode {
  return codes[status] ?? (status >= 500 ? 'server_error' : 'invalid_response');
}

/** Seconds to wait, from either form of `Retry-After` (RFC 9110, section 10.2.3). */
function secondsOf(header: string | null): number | undefined {
  if (header === null) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, Math.ceil(seconds));
}

function requestIdOf(response: Response): string | undefined {
  return response.headers.get('X-Request-Id') ?? undefined;
}

/** A query string; what is undefined is left out. */
export function searchOf(query: object): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) parameters.set(name, String(value));
  }
  return parameters.size > 0 ? `?${parameters.toString()}` : '';
}
